"""QR codes as squares on a page (ISO/IEC 18004)."""

from __future__ import annotations

from itertools import groupby

from quizgen.writers.pdf.fonts.lean_reportlab import lean_reportlab
from quizgen.writers.pdf.layout.display_list import DrawBox
from quizgen.writers.pdf.layout.style import BLACK
from quizgen.writers.pdf.layout.tags import Tag

_OVERLAP = 0.06
"""Points by which a row of squares reaches into the next, or screens show white between them."""


def qr_code(text: str, x: float, size: float, tag: Tag, *, mirrored: bool = False) -> list[DrawBox]:
    """Return the code for `text` at `x`, `size` points wide and high, without white around it.

    It can be read with 15 % of it damaged (level M). `mirrored` is for pages whose places count
    from the right: there it comes out as on others.
    """
    with lean_reportlab():
        from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    count = code.getModuleCount()
    side = size / count
    boxes = []
    for row in range(count):
        columns = range(count - 1, -1, -1) if mirrored else range(count)
        start = 0
        for is_dark, run in groupby(bool(code.isDark(row, column)) for column in columns):
            length = len(list(run))
            if is_dark:
                at = x + start * side, row * side
                boxes.append(DrawBox(*at, length * side, side + _OVERLAP, 0, BLACK, tag))
            start += length
    return boxes
