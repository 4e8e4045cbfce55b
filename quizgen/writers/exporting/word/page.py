"""The page of a document of Word, and the language that its spelling is checked in."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Inches

_LETTER_REGIONS = frozenset(
    ("US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "SV", "VE")
)
"""Where paper is Letter (CLDR, supplemental data: paperSize)."""
_MARGIN = Cm(2)


def set_page(document: Any, language: str) -> None:
    """Give `document` paper of A4, or Letter where the region of `language` has it."""
    section = document.sections[0]
    if _LETTER_REGIONS & set(language.split("-")[1:]):
        section.page_width, section.page_height = Inches(8.5), Inches(11)
    else:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def set_language(document: Any, language: str) -> None:
    """Make `language` that of all texts of `document`."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for known in properties.findall(qn("w:lang")):
        properties.remove(known)
    element = OxmlElement("w:lang")
    for kind in ("val", "eastAsia", "bidi"):
        element.set(qn(f"w:{kind}"), language)
    properties.append(element)


def run_from_the_right(paragraph: Any) -> None:
    """Make `paragraph` run from the right to the left."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True
