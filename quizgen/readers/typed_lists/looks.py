"""What runs of a document of Word look like: by themselves, or by the styles that they name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quizgen.readers.foreign.xml import XmlElement

_MARKS = {"b": "bold", "i": "italic", "u": "underline", "highlight": "highlight", "color": "color"}
_OFF = ("0", "false", "none", "auto", "000000")
_NO_MARKS: Mapping[str, bool] = MappingProxyType({})
MAX_STYLES = 20
"""Styles that one may be based on, one on the other."""


class Looks:
    """The looks of runs, with those of the document's `styles` if it has any."""

    def __init__(self, styles: XmlElement | None) -> None:
        self._styles = {
            style.attributes.get("styleId", ""): style
            for style in (styles.all("style") if styles else [])
        }

    def of_paragraph(self, paragraph: XmlElement) -> Mapping[str, bool]:
        """Return what the style of `paragraph` turns on or off; a heading's look is no mark."""
        style = paragraph.first("pPr", "pStyle")
        return self._of_style(style.attributes.get("val", "") if style else "")

    def of_run(self, run: XmlElement, of_paragraph: Mapping[str, bool]) -> frozenset[str]:
        """Return the marks of `run`, such as ``bold``, in a paragraph whose style has its own."""
        properties = run.first("rPr")
        if properties is None and not of_paragraph:
            return frozenset()
        style = properties.first("rStyle") if properties else None
        by_name = self._of_style(style.attributes.get("val", "") if style else "")
        marks = {**of_paragraph, **by_name, **_marks(properties)}
        return frozenset(mark for mark, is_on in marks.items() if is_on)

    def _of_style(self, name: str) -> Mapping[str, bool]:
        chain: list[XmlElement] = []
        while name in self._styles and len(chain) < MAX_STYLES:
            chain.append(self._styles[name])
            base = chain[-1].first("basedOn")
            name = base.attributes.get("val", "") if base else ""
        marks: dict[str, bool] = {}
        for style in reversed(chain):
            marks |= _marks(style.first("rPr"))
        return marks or _NO_MARKS


def _marks(properties: XmlElement | None) -> dict[str, bool]:
    """Return the marks that `properties` of a run turn on, or off."""
    marks: dict[str, bool] = {}
    for mark in properties.elements if properties else []:
        value = mark.attributes.get("val", "1").lower()
        if mark.tag == "vertAlign":
            marks |= {"sub": value == "subscript", "sup": value == "superscript"}
        elif mark.tag in _MARKS:
            marks[_MARKS[mark.tag]] = value not in _OFF
        elif mark.tag == "shd":
            fill = mark.attributes.get("fill", "auto").lower()
            marks["highlight"] = fill not in ("auto", "ffffff") or marks.get("highlight", False)
    return marks
