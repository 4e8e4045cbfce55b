"""Texts in the largest type in which they fit a card, in the middle of it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.documents.flashcards.grid import Rectangle
from quizgen.writers.pdf.documents.flashcards.optical_centering import ink_extent
from quizgen.writers.pdf.documents.flashcards.side_rows import side_rows
from quizgen.writers.pdf.documents.flashcards.sides import SideParagraph
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.layout.blocks import height
from quizgen.writers.pdf.layout.pagination import PlacedRow
from quizgen.writers.pdf.layout.style import MM, TextStyle
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

SIZES = (60, 54, 48, 42, 36, 32, 28, 24, 21, 18, 16, 14, 12, 11, 10, 9)
"""Type sizes in points: a side takes the largest in which it fits. A long front is no reason for
a small back: whoever turns the card reads that alone. Rule: nothing below 9 pt."""
_USUAL_SIZE, _USUAL_SIDE = 18, (86 * MM, 64 * MM)
"""The largest type of a card of this width and height, points; larger cards have larger type. By
eye: the cards of the usual grid are as large, on each size of paper."""
_LEADING = 1.25
"""Rule: the leading, in type sizes."""
DOWN = 7 * MM
"""From a card's upper and lower edges to its text: its number stands in between. By eye."""


class FittedRows(NamedTuple):
    """A text on a card; `fits` says whether it is not too high even in the smallest type."""

    rows: list[PlacedRow]
    fits: bool


def fitted_rows(
    side: Sequence[SideParagraph],
    cell: Rectangle,
    typesetter: Typesetter,
    tag: Tag,
    *,
    largest: Rectangle,
    down: float = DOWN,
) -> FittedRows:
    """Return `side`, content of `tag`, in the middle of `cell`, `down` points from its edges.

    The type is as large as cards of the size of `largest` have it at most.
    """
    available_height = cell.height - 2 * down
    width, usual_height = _USUAL_SIDE
    max_size = _USUAL_SIZE * max(1, min(largest.width / width, largest.height / usual_height))
    sizes = [size for size in SIZES if size <= max_size]
    text_styles = [TextStyle(Font(SERIF, size), size * _LEADING) for size in sizes]
    chosen = text_styles[-1]
    for text_style in text_styles:
        rows = side_rows(side, text_style, cell.width, typesetter, Tag("Sect"))
        if height(rows) <= available_height:
            chosen = text_style
            break
    rows = side_rows(side, chosen, cell.width, typesetter, tag)
    # What is drawn is centred; if it is too high, it begins where the text area does.
    top, bottom = ink_extent(rows, chosen)
    y = cell.y + max(down - top, (cell.height - top - bottom) / 2)
    placed = []
    for row in rows:
        placed.append(PlacedRow(cell.x, y, row))
        y += row.height
    return FittedRows(placed, height(rows) <= available_height)
