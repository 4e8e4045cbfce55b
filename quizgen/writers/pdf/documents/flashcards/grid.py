"""Where each card lies on the front of a sheet, and where its back does."""

from __future__ import annotations

from typing import assert_never

from quizgen.model.assessment import CardSheet, Flip
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.style import MM, SIZES

_MARGIN = 14 * MM
"""Points around the grid, for what printers cannot reach, crop marks, and a line of words."""


class Rectangle(NamedTuple):
    """A rectangle, in points from the page's top left corner."""

    x: float
    y: float
    width: float
    height: float


class Grid:
    """The cells of a sheet of `count` cards, in `columns` and `rows`, which fill `area`.

    A card has one cell, or two side by side if it is to be folded. `shift` is what the backs are
    moved by, in points. `rtl`: x counts from the sheet's right edge.
    """

    def __init__(self, sheet: CardSheet, *, rtl: bool = False) -> None:
        self.size = SIZES[sheet.paper]
        self.columns, self.rows = sheet.columns * (2 if sheet.fold else 1), sheet.rows
        self.is_folded = sheet.fold
        self.count = sheet.columns * sheet.rows
        right, down = sheet.offset
        self.shift = (-right if rtl else right) * MM, down * MM
        self._flip = sheet.flip
        width, height = self.size
        self.area = Rectangle(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)

    def front(self, index: int) -> Rectangle:
        """Return the cell of the card `index` of a sheet, counted from 0 along the rows."""
        if self.is_folded:
            row, column = divmod(2 * index, self.columns)
        else:
            row, column = divmod(index, self.columns)
        return self._cell(column, row)

    def back(self, index: int) -> Rectangle:
        """Return the cell of the back of card `index`, which comes to lie behind its front."""
        if self.is_folded:
            front = self.front(index)
            return front._replace(x=front.x + front.width)
        row, column = divmod(index, self.columns)
        match self._flip:
            case Flip.LONG_EDGE:
                column = self.columns - 1 - column
            case Flip.SHORT_EDGE:
                row = self.rows - 1 - row
            case _:
                assert_never(self._flip)
        cell = self._cell(column, row)
        return cell._replace(x=cell.x + self.shift[0], y=cell.y + self.shift[1])

    def _cell(self, column: int, row: int) -> Rectangle:
        width, height = self.area.width / self.columns, self.area.height / self.rows
        return Rectangle(self.area.x + column * width, self.area.y + row * height, width, height)
