"""The letters that can be typed into fields with the font that is in the file."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import ImageFont
from reportlab.pdfbase._glyphlist import _glyphname2unicode
from support.pdf_samples import assessment, entry, files, item, section

from quizgen.model.assessment import Printing

FILLABLE = Printing(fillable=True)


def character(glyph: str) -> str:
    """The character of the name of a glyph (Adobe Glyph List Specification, 2)."""
    return chr(_glyphname2unicode.get(glyph) or int(glyph.removeprefix("uni"), 16))


def codes_of(encoding: pikepdf.Object) -> set[str]:
    """The characters of an encoding, as a viewer finds them by the names of glyphs."""
    codes = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)}
    if isinstance(encoding, pikepdf.Dictionary):
        code = 0
        for one in encoding.Differences.as_list():
            if isinstance(one, pikepdf.Name):
                codes[code] = character(str(one)[1:])
                code += 1
            else:
                code = int(one)
    return set(codes.values())


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        *(("pl", "ąŁż"), ("ru", "ЖяЁ"), ("el", "Ωώ"), ("tr", "ıİğ"), ("de", "ßÄ€")),
        *(("ro", "ĂâîȘșȚț„”"), ("cy", "ŴŵŶŷâÿ"), ("mt", "ĊċĠġĦħŻż"), ("az", "ƏəĞıİş")),
        *(("kk", "ӘғҚңӨҰүһІіЖ"), ("ky-KG", "ҢңӨөҮүЖ"), ("mn", "ӨөҮүЖ"), ("tg", "ҒӣҚӯҲҷЖ")),
        *(("sr-Latn-RS", "čĆžŠđ"), ("sr", "ЉњЋђЏ"), ("uz-Cyrl", "ЎқҒҳЖ"), ("eo", "ĉĜĥĴŝŭ")),
    ],
)
def test_letters_of_the_language_are_in_the_font(language: str, letters: str) -> None:
    made = assessment(section(item("q", "x", entry("y"))), printing=FILLABLE, language=language)
    content = files(made)["worksheet.pdf"]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        [font] = pdf.Root.AcroForm.DR.Font.values()
        program = bytes(font.FontDescriptor.FontFile2.read_bytes())
        encoding = font.Encoding
    face = ImageFont.truetype(io.BytesIO(program), 40)
    encoded = codes_of(encoding)
    for letter in letters:
        assert letter in encoded, letter
        assert face.getmask(letter).getbbox(), letter
    if language != "de":
        assert len(encoding.Differences) > 4
    assert not face.getmask("\u0416").getbbox() or set(letters) & {"Ж", "Љ"}
