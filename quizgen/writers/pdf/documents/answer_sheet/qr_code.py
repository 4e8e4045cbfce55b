"""QR codes as the squares that they are made of."""

from __future__ import annotations

import functools

from quizgen.writers.pdf.fonts.lean_reportlab import lean_reportlab

QUALITY = "Q"
"""A quarter of the code may be covered and it can still be read (ISO/IEC 18004)."""


@functools.lru_cache(maxsize=64)
def qr_runs(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return how many modules the code of `text` has on a side, and its dark ones.

    Dark modules come as runs: row, first column, and how many. The code has no quiet zone.
    """
    with lean_reportlab():
        from reportlab.graphics.barcode.qr import QrCodeWidget

    widget = QrCodeWidget(text, barLevel=QUALITY)
    widget.qr.make()
    size = widget.qr.getModuleCount()
    runs: list[tuple[int, int, int]] = []
    for row in range(size):
        column = 0
        while column < size:
            length = 0
            while column + length < size and widget.qr.isDark(row, column + length):
                length += 1
            if length:
                runs.append((row, column, length))
            column += max(length, 1)
    return size, tuple(runs)
