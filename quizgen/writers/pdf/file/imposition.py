"""Imposition: which page stands on which side of a sheet of paper, and where.

A side is one page of the PDF file. Sides count from 0, pages of the document from 1.
"""

from __future__ import annotations

from quizgen.model.assessment import Imposition
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.document import Document

PAGES_OF_A_FOLDED_SHEET = 4
"""Two on each side of the paper."""


class PagePlace(NamedTuple):
    """The `side` that a page stands on, and how far its left edge is from the side's, in points."""

    side: int
    left: float


def side_size(document: Document) -> tuple[float, float]:
    """Return the width and height of a side of `document` in points."""
    width, height = document.size
    return (width if document.imposition is None else 2 * width), height


def count_sides(document: Document, count: int) -> int:
    """Return how many sides `count` pages of `document` take, with the empty ones at its end."""
    if document.imposition is Imposition.BOOKLET:
        return _booklet_pages(count) // 2
    sides = count if document.imposition is None else (count + 1) // 2
    return sides + sides % 2 if document.duplex else sides


def page_place(document: Document, number: int, count: int = 0) -> PagePlace:
    """Return the place of page `number` of `document`.

    `count` is the number of pages, which only a booklet needs: its first and its last page are on
    one side of the outermost sheet.
    """
    width = document.size[0]
    is_odd = number % 2 == 1
    if document.imposition is None:
        return PagePlace(number - 1, _binding_shift(document, number))
    if document.imposition is Imposition.TWO_UP:
        side, is_right = (number - 1) // 2, not is_odd
    else:
        pages = _booklet_pages(count)
        side, is_right = min(number - 1, pages - number), is_odd
    if document.rtl:
        is_right = not is_right
    return PagePlace(side, (width if is_right else 0.0) + _binding_shift(document, number))


def _booklet_pages(count: int) -> int:
    """Return `count` rounded up to whole folded sheets."""
    return -(-count // PAGES_OF_A_FOLDED_SHEET) * PAGES_OF_A_FOLDED_SHEET


def _binding_shift(document: Document, number: int) -> float:
    """Return how far the text of page `number` stands away from the edge where it is bound.

    That edge is on the left of every page, or of those on the front of a sheet only if both sides
    are printed; in a document that runs from right to left, on the right.
    """
    has_two_sides = document.duplex or document.imposition is Imposition.BOOKLET
    if has_two_sides and number % 2 == 0:
        return 0.0
    return -document.binding if document.rtl else document.binding
