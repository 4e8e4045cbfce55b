"""A document, laid out: its pages, and what a reader is told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizgen.model.assessment import Imposition
from quizgen.model.dataclass import dataclass
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow


@dataclass(frozen=True, slots=True)
class Document:
    """`size` is a page's width and height in points; `language` a BCP 47 tag.

    `rtl`: pages run from right to left. x then counts from their right edge.

    `pages` come one by one, so that ten thousand questions are never in memory at once.
    `foot` gives what stands at the foot of a page, from its number and the number of pages:
    it is asked when that is known, and nothing needs to be laid out twice.

    Two pages stand side by side on a sheet where there is an `imposition`. `binding` is the width
    in points that stays free where sheets are bound, outside the text of the pages. `duplex`: both
    sides of the paper are printed, so the next document begins on a new sheet. `form_root` is the
    first part of the names of its fields, empty where nothing can be filled in on a screen.
    """

    title: str
    language: str
    size: tuple[float, float]
    pages: Iterator[Page]
    rtl: bool
    foot: Callable[[int, int], PlacedRow]
    imposition: Imposition | None = None
    binding: float = 0.0
    duplex: bool = False
    form_root: str = ""
