"""Real lists of Word: numbers of questions, letters of options, boxes."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_FORMATS = {
    "questions": ("decimal", "%1."),
    "letters": ("upperLetter", "%1."),
    "boxes": ("bullet", "☐"),
    "bullets": ("bullet", "•"),
    "numbers": ("decimal", "%1."),
}
_INDENTS = {"questions": (425, 425)}
"""Where the text of a list begins, and how far its mark hangs out, in twentieths of a point."""
_INSIDE = (850, 425)


def _element(name: str, parent: Any = None, **attributes: str) -> Any:
    node = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        node.set(qn(f"w:{key}"), value)
    if parent is not None:
        parent.append(node)
    return node


class Numbering:
    """The lists of a document. Each new one begins with 1 or A."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        for known in list(self._root):
            self._root.remove(known)
        self._kinds = {kind: str(number) for number, kind in enumerate(_FORMATS)}
        for kind, number in self._kinds.items():
            self._define(kind, number)
        self._count = 0

    def _define(self, kind: str, number: str) -> None:
        form, text = _FORMATS[kind]
        left, hanging = _INDENTS.get(kind, _INSIDE)
        abstract = _element("abstractNum", self._root, abstractNumId=number)
        _element("multiLevelType", abstract, val="singleLevel")
        level = _element("lvl", abstract, ilvl="0")
        _element("start", level, val="1")
        _element("numFmt", level, val=form)
        _element("lvlText", level, val=text)
        _element("lvlJc", level, val="left")
        around = _element("pPr", level)
        _element("ind", around, left=str(left), hanging=str(hanging))

    def _begin(self, kind: str, start: int = 1) -> int:
        self._count += 1
        number = _element("num", self._root, numId=str(self._count))
        _element("abstractNumId", number, val=self._kinds[kind])
        override = _element("lvlOverride", number, ilvl="0")
        _element("startOverride", override, val=str(start))
        return self._count

    def questions(self) -> int:
        """Return a new list of questions."""
        return self._begin("questions")

    def letters(self) -> int:
        """Return a new list with letters."""
        return self._begin("letters")

    def boxes(self) -> int:
        """Return a new list with boxes to tick."""
        return self._begin("boxes")

    def bullets(self) -> int:
        """Return a new list with bullets."""
        return self._begin("bullets")

    def numbers(self, start: int) -> int:
        """Return a new list with numbers from `start` on."""
        return self._begin("numbers", start)


def put_in_list(paragraph: Any, number: int) -> None:
    """Make `paragraph` a line of the list `number`."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
