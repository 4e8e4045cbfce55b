"""Texts of any width in a grid of few rows: a long one takes several cells."""

from __future__ import annotations

import math
from collections.abc import Sequence

from quizgen.model.named_tuple import NamedTuple


class GridCell(NamedTuple):
    """The place of a text, the `number`-th from 0: from the column `first`, over `span` columns."""

    number: int
    first: int
    span: int


class Cells(NamedTuple):
    """Texts in a grid of `columns`, row by row, in their order."""

    columns: int
    rows: list[list[GridCell]]


def in_cells(widths: Sequence[float], width: float, most: int) -> Cells:
    """Return texts that are so wide, with the space after them, in the fewest rows.

    `width` is that of all columns, of which there are `most` at most. Of two grids with as many
    rows, the one with fewer columns is taken: its columns are wider.
    """
    narrowest = max(min(widths, default=width), 1.0)
    most = min(max(len(widths), 1), most, max(1, int(width / narrowest)))
    grids = [_placed(widths, width, columns) for columns in range(1, most + 1)]
    return min(grids, key=lambda grid: len(grid.rows))


def _placed(widths: Sequence[float], width: float, columns: int) -> Cells:
    rows: list[list[GridCell]] = [[]]
    used = 0
    for index, wide in enumerate(widths):
        span = min(columns, max(1, math.ceil(wide * columns / width - 0.001)))
        if used + span > columns:
            rows.append([])
            used = 0
        rows[-1].append(GridCell(index, used, span))
        used += span
    return Cells(columns, rows)
