"""What on a page can be followed: links as annotations (ISO 32000-1, 12.5.6.5)."""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference, text_string
from quizgen.writers.pdf.file.structure_tree import StructureTree
from quizgen.writers.pdf.layout.tags import LinkTag

_PRINT = 4
"""The flag that says that paper shows what the screen does."""


class LinkRectangle(NamedTuple):
    """A rectangle, in points from the page's bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def turned_in(self, around: LinkRectangle) -> LinkRectangle:
        """Return the rectangle turned by 180° round the middle of `around`."""
        across, up = around.left + around.right, around.bottom + around.top
        return LinkRectangle(
            across - self.right, up - self.top, across - self.left, up - self.bottom
        )


class _Annotation(NamedTuple):
    """Object `number` of the file; `key` is its own in the structure's parent tree."""

    number: int
    key: int
    areas: list[LinkRectangle]


class PageLinks:
    """The links of one page. Each is one stop of the tab key, on however many lines it stands."""

    def __init__(self, file: ObjectWriter, structure: StructureTree) -> None:
        self._file = file
        self._structure = structure
        self._found: dict[LinkTag, _Annotation] = {}

    def add(self, link: LinkTag, area: LinkRectangle) -> None:
        """Let `area` lead to the address of `link`, of which content was drawn before."""
        if link not in self._found:
            number = self._file.reserve()
            key = self._structure.annotation(link, number)
            self._found[link] = _Annotation(number, key, [])
        self._found[link].areas.append(area)

    def put(self) -> str:
        """Write the annotations added since the last call, and return the references to them."""
        references = ""
        for link, annotation in self._found.items():
            self._file.put(annotation.number, _source(link, annotation))
            references += f"{reference(annotation.number)} "
        self._found = {}
        return references


def _source(link: LinkTag, annotation: _Annotation) -> str:
    lefts, bottoms, rights, tops = zip(*annotation.areas, strict=True)
    whole = LinkRectangle(min(lefts), min(bottoms), max(rights), max(tops))
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{_numbers(*whole)}]"
        f"/QuadPoints[{' '.join(map(_corners, annotation.areas))}]"
        f"/A<</S/URI/URI{text_string(link.address)}>>/Contents{text_string(link.text)}"
        f"/StructParent {annotation.key}/Border[0 0 0]/F {_PRINT}>>"
    )


def _corners(area: LinkRectangle) -> str:
    """Return the corners of `area`: top left, top right, bottom left, bottom right.

    That is not the standard's order, but the one that Acrobat writes and pdfium reads.
    """
    left, bottom, right, top = area
    return _numbers(left, top, right, top, left, bottom, right, bottom)


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.2f}" for value in values)
