"""reportlab's XML to a document, as its user guide does it: paragraphs, kept together by fives.

The fonts are quizgen's. Untagged, and no page knows how many there are.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from font_source_serif_pro import font_files_ttf
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate

from tools.benchmarks.typesetters.questions import Written, questions

_MARKUP = {
    "strong": "<b>{}</b>",
    "emphasis": "<i>{}</i>",
    "code": '<font name="IBMPlexMono">{}</font>',
    "squared": "{}<super>2</super>",
}
_FAMILY = "SourceSerifPro"
_STYLES = ("", "Bold", "It", "BoldIt")
_MARGIN = 20 * mm


def written(count: int) -> list[Written]:
    """Return `count` questions in the markup of Platypus."""
    return list(questions(count, _MARKUP))


def typeset(source: Sequence[Written]) -> bytes:
    """Return the PDF of `source`."""
    _register_fonts()
    stem = ParagraphStyle(
        "stem", fontName=_FAMILY, fontSize=11, leading=14, leftIndent=30, spaceBefore=20
    )
    option = ParagraphStyle("option", stem, leftIndent=46, bulletIndent=30, spaceBefore=3)
    story = [
        KeepTogether(
            [
                Paragraph(one.stem, stem, bulletText=str(number)),
                *(
                    Paragraph(text, option, bulletText=letter)
                    for letter, text in zip("ABCD", one.options, strict=True)
                ),
            ]
        )
        for number, one in enumerate(source, 1)
    ]
    file = io.BytesIO()
    margins = {f"{side}Margin": _MARGIN for side in ("left", "right", "top", "bottom")}
    document = SimpleDocTemplate(file, pagesize=A4, **margins)
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return file.getvalue()


def _register_fonts() -> None:
    names = [_FAMILY + style for style in _STYLES]
    for name in names:
        pdfmetrics.registerFont(TTFont(name, font_files_ttf[name]))
    pdfmetrics.registerFontFamily(_FAMILY, *names)
    mono = files("fontpkg_ibm_plex_mono").joinpath("files", "IBMPlexMono-Regular.ttf")
    pdfmetrics.registerFont(TTFont("IBMPlexMono", str(mono)))


def _foot(canvas: Any, document: Any) -> None:
    canvas.setFont(_FAMILY, 9)
    canvas.drawRightString(A4[0] - _MARGIN, 11 * mm, f"Page {document.page}")
