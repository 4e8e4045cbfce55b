"""The marks on a sheet of cards that show where to cut and where to fold."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.writers.pdf.documents.flashcards.grid import Grid
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox
from quizgen.writers.pdf.layout.style import HAIR, LINE, MM

_MARK, _CROSS, _STROKE = 3 * MM, 1.5 * MM, 0.4
"""Crop marks: their length outside the grid, the arms of crosses inside, the thickness. By eye."""


def cut_marks(grid: Grid, count: int) -> Iterator[DisplayItem]:
    """Yield marks that show where to cut: lines outside the grid, and small crosses inside.

    Where a card is folded there is a line; there is none for a place beyond the first `count`.
    """
    x, y, width, height = grid.area
    step = 2 if grid.is_folded else 1
    for column in range(1, grid.columns, 2) if grid.is_folded else ():
        fold_x = x + column * width / grid.columns
        cards = sum(1 for index in range(count) if 2 * index % grid.columns == column - 1)
        line = cards * height / grid.rows
        if cards:
            yield DrawBox(fold_x - _STROKE / 2, y, _STROKE, line, 0, HAIR)
    for column in range(0, grid.columns + 1, step):
        cut_x = x + column * width / grid.columns
        for top in (y - _MARK, y + height):
            yield DrawBox(cut_x - _STROKE / 2, top, _STROKE, _MARK, 0, LINE)
        for row in range(grid.rows + 1):
            cut_y = y + row * height / grid.rows
            yield DrawBox(cut_x - _STROKE / 2, cut_y - _CROSS, _STROKE, 2 * _CROSS, 0, HAIR)
            yield DrawBox(cut_x - _CROSS, cut_y - _STROKE / 2, 2 * _CROSS, _STROKE, 0, HAIR)
    for row in range(grid.rows + 1):
        cut_y = y + row * height / grid.rows
        for left in (x - _MARK, x + width):
            yield DrawBox(left, cut_y - _STROKE / 2, _MARK, _STROKE, 0, LINE)
