"""What quizgen relies on inside reportlab. Red: look for `lean_reportlab`."""

from __future__ import annotations

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel
from reportlab.pdfbase._glyphlist import _glyphname2unicode


def test_glyphs_have_names() -> None:
    assert _glyphname2unicode["Euro"] == 0x20AC


def test_a_code_is_a_square_of_dark_and_light() -> None:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte("a"))
    code.make()
    assert code.getModuleCount() == 21
    assert code.isDark(0, 0)
