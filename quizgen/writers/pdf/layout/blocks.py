"""Blocks of rows that know their height before they are placed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, EmptyTag, EndTag


class Row(NamedTuple):
    """A band across a column, `height` points high.

    `display_list` is placed from the row's top left corner; `baseline` is that of its first line
    of text, below its top. `keep_with_next`: no page ends between this row and the next.
    `in_group`: the next row belongs to the same group, such as an option's lines; a page ends
    within a group only if the group is higher than a page. `repeated_header` are rows that are
    printed above this one wherever it is the first on a page, as a table's head.
    """

    height: float
    display_list: tuple[DisplayItem, ...] = ()
    baseline: float = 0.0
    keep_with_next: bool = False
    repeated_header: tuple[Row, ...] = ()
    in_group: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together, with `space_above` points between them and what is before.

    `keep_with_next`: a heading, which is never the last thing on a page. `continuation_header`
    makes the rows to print above the rest of the block on each further page; it is called only
    for a block that is divided. `spans_columns`: the block reaches across all columns.
    `breakable`: it may be divided even where one page could hold it, as running text is.
    """

    rows: tuple[Row, ...]
    space_above: float = 0.0
    keep_with_next: bool = False
    continuation_header: Callable[[], tuple[Row, ...]] = tuple
    spans_columns: bool = False
    breakable: bool = False

    @property
    def height(self) -> float:
        """Without the space above, in points."""
        return height(self.rows)


def height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


@functools.cache
def gap(points: float) -> Row:
    """Empty space that stays with what follows it."""
    return Row(points, keep_with_next=True)


def prepend(display_list: Iterable[DisplayItem], row: Row) -> Row:
    """`row` with `display_list` painted, and read, before its own."""
    height, own, baseline, keep_with_next, repeated_header, in_group = row
    return Row(height, (*display_list, *own), baseline, keep_with_next, repeated_header, in_group)


def mirrored(row: Row, width: float) -> Row:
    """`row`, set for lines that begin at the other side of something `width` wide."""
    display_list = (
        display_item
        if isinstance(display_item, Bookmark | EmptyTag | EndTag)
        else display_item._replace(x=width - display_item.x - display_item.width)
        for display_item in row.display_list
    )
    return row._replace(display_list=tuple(display_list))


def without_top_space(row: Row, points: float) -> Row:
    """`row` with so many points of white cut off at its top."""
    display_list = (
        display_item
        if isinstance(display_item, Bookmark | EmptyTag | EndTag)
        else display_item._replace(y=display_item.y - points)
        for display_item in row.display_list
    )
    height, baseline = row.height - points, row.baseline - points
    return row._replace(height=height, display_list=tuple(display_list), baseline=baseline)


def side_by_side_rows(rows: Sequence[Row]) -> Row:
    """`rows`, each standing at its own place across the column, as one with one baseline."""
    baseline = max(row.baseline for row in rows)
    lowered = [_lowered(row, baseline - row.baseline) for row in rows]
    tallest = max(lowered, key=lambda row: row.height)
    return tallest._replace(
        display_list=tuple(display_item for row in lowered for display_item in row.display_list)
    )


def side_by_side_cells(cells: Sequence[Sequence[Row]], empty: Row) -> list[Row]:
    """The cells of a table's row; `empty` is what one has beside the others' further lines.

    They are painted in the order they are read in, but for tall ones: line by line, so that
    they can go on overleaf.
    """
    tall = max(map(height, cells))
    uneven = len({row.height for cell in cells for row in cell}) > 1
    if tall <= (_WHOLE_PICTURES if uneven else _WHOLE):
        return [side_by_side_columns(cells)]
    return as_group([side_by_side_rows(line) for line in zip_longest(*cells, fillvalue=empty)])


_WHOLE, _WHOLE_PICTURES = 200.0, 480.0
"""Points that any page holds, with the head of a table above them: more where a picture makes
lines of one cell higher than those beside them."""


def side_by_side_columns(columns: Sequence[Sequence[Row]]) -> Row:
    """The lines of `columns` as one row with one first baseline. Each column stands as high as
    its own lines are, and is read to its end before the next."""
    baseline = max(column[0].baseline for column in columns)
    display_list: list[DisplayItem] = []
    tall = 0.0
    for column in columns:
        y = baseline - column[0].baseline
        for row in column:
            display_list += _lowered(row, y).display_list
            y += row.height
        tall = max(tall, y)
    return Row(tall, tuple(display_list), baseline)


def _lowered(row: Row, points: float) -> Row:
    if not points:
        return row
    display_list = tuple(
        display_item
        if isinstance(display_item, Bookmark | EmptyTag | EndTag)
        else display_item._replace(y=display_item.y + points)
        for display_item in row.display_list
    )
    return row._replace(
        height=row.height + points, display_list=display_list, baseline=row.baseline + points
    )


def keep_together(rows: Sequence[Row]) -> list[Row]:
    """`rows` held together, and to the row that follows them."""
    return [row._replace(keep_with_next=True) for row in rows]


def without_widows(rows: Sequence[Row]) -> list[Row]:
    """The lines of a paragraph: at least two of them on either side of a page's end."""
    held = list(rows)
    for index in {0, len(rows) - 2} if len(rows) > 1 else ():
        held[index] = held[index]._replace(keep_with_next=True)
    return held


def as_group(rows: Sequence[Row]) -> list[Row]:
    """`rows` as a part of an item that is not divided as long as a page can hold it."""
    return [*[row._replace(in_group=True) for row in rows[:-1]], *rows[-1:]]


def with_repeated_header(rows: Sequence[Row], repeated_header: Sequence[Row]) -> list[Row]:
    """`rows`, each to come after `repeated_header` where it starts a page."""
    return [row._replace(repeated_header=tuple(repeated_header)) for row in rows]
