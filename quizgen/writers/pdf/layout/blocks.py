"""Blocks of rows that know their height before they are placed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest

from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.display_list import DisplayItem, flipped, lowered


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

    `keep_with_next`: a heading, which is never the last thing on a page. `keep_with_previous`: a
    heading that takes the block above along to a new page, if there is room. `continuation_header`
    makes the rows to print above the rest of the block on each further page; it is called only
    for a block that is divided. `spans_columns`: the block reaches across all columns.
    `breakable`: it may be divided even where one page could hold it, as running text is.
    `may_flow`: so it may where the page would else be left half empty, as a list of pairs is.
    `starts_page`: nothing stands above it on its page.
    """

    rows: tuple[Row, ...]
    space_above: float = 0.0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    continuation_header: Callable[[], tuple[Row, ...]] = tuple
    spans_columns: bool = False
    breakable: bool = False
    may_flow: bool = False
    starts_page: bool = False

    @property
    def height(self) -> float:
        """The height without the space above, in points."""
        return height(self.rows)


def height(rows: Sequence[Row]) -> float:
    """Return the height of `rows` below each other, in points."""
    return sum([row.height for row in rows])


def stacked_height(blocks: Sequence[Block]) -> float:
    """Return the height of `blocks` below each other, without the space above the first."""
    return sum(block.space_above + block.height for block in blocks) - blocks[0].space_above


@functools.cache
def gap(points: float) -> Row:
    """Return an empty row, `points` high, that stays with the row after it."""
    return Row(points, keep_with_next=True)


def prepend(display_list: Iterable[DisplayItem], row: Row) -> Row:
    """Return `row` with `display_list` drawn, and read, before its own display list."""
    height, block, baseline, keep_with_next, repeated_header, in_group = row
    return Row(height, (*display_list, *block), baseline, keep_with_next, repeated_header, in_group)


def mirrored(row: Row, width: float) -> Row:
    """Return `row` for lines that begin at the other side of an area `width` points wide."""
    return row._replace(display_list=flipped(row.display_list, width))


def without_top_space(row: Row, points: float) -> Row:
    """Return `row` with `points` of empty space cut off at its top."""
    return _lowered(row, -points)


def _lowered(row: Row, points: float) -> Row:
    """Return `row` with `points` of empty space added at its top."""
    if not points:
        return row
    moved = lowered(row.display_list, points)
    height, baseline = row.height + points, row.baseline + points
    return row._replace(height=height, display_list=moved, baseline=baseline)


def side_by_side_rows(rows: Sequence[Row]) -> Row:
    """Return `rows` as one row with a common baseline. They keep their places across the column."""
    baseline = max(row.baseline for row in rows)
    aligned = [_lowered(row, baseline - row.baseline) for row in rows]
    highest = max(aligned, key=lambda row: row.height)
    return highest._replace(display_list=tuple(chain(*[row.display_list for row in aligned])))


def side_by_side_columns(columns: Sequence[Sequence[Row]]) -> Row:
    """Return `columns` as one row with a common first baseline.

    The lines of each column keep their distances, and are read before the next column.
    """
    baseline = max(column[0].baseline for column in columns)
    items: list[DisplayItem] = []
    total = 0.0
    for column in columns:
        y = baseline - column[0].baseline
        for row in column:
            items += _lowered(row, y).display_list
            y += row.height
        total = max(total, y)
    return Row(total, tuple(items), baseline)


_MAX_WHOLE, _MAX_WHOLE_UNEVEN = 200.0, 480.0
"""Points that any page holds, with the head of a table above them: more where a picture makes
lines of one cell higher than those beside them."""


def side_by_side_cells(cells: Sequence[Sequence[Row]], empty: Row) -> list[Row]:
    """Return the rows of one row of a table. `empty` stands below the last line of a short cell.

    Cells are read one after the other, but for high ones: these are drawn and read line by line,
    so that a page may end between their lines.
    """
    highest = max(map(height, cells))
    uneven = len({row.height for cell in cells for row in cell}) > 1
    if highest <= (_MAX_WHOLE_UNEVEN if uneven else _MAX_WHOLE):
        return [side_by_side_columns(cells)]
    return as_group([side_by_side_rows(line) for line in zip_longest(*cells, fillvalue=empty)])


def keep_together(rows: Sequence[Row]) -> list[Row]:
    """Return `rows`, between which no page ends, nor before the row that follows them."""
    return [
        Row(height, display_list, baseline, True, repeated_header, in_group)
        for height, display_list, baseline, _, repeated_header, in_group in rows
    ]


def without_widows(rows: Sequence[Row]) -> list[Row]:
    """Return the lines of a paragraph with at least two on either side of a page's end."""
    held = list(rows)
    if len(held) < 2:
        return held
    for index in {0, len(rows) - 2}:
        held[index] = held[index]._replace(keep_with_next=True)
    return held


def without_lonely_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the `rows` of a list with at least two entries on either side of a page's end.

    An entry ends with a row after which a page may end.
    """
    ends = [index for index, row in enumerate(rows) if not (row.keep_with_next or row.in_group)]
    held = list(rows)
    if len(rows) - 1 not in ends:
        ends.append(len(rows) - 1)
    entries = [end for end in ends if rows[end].display_list]
    for end in {entries[0], entries[-2]} if len(entries) > 1 else ():
        for index in range(end, len(rows)):
            if index > end and rows[index].display_list:
                break
            held[index] = held[index]._replace(keep_with_next=True)
    return held


def as_group(rows: Sequence[Row]) -> list[Row]:
    """Return `rows` as a group, which is not divided as long as a page can hold it."""
    return [*[row._replace(in_group=True) for row in rows[:-1]], *rows[-1:]]


def with_repeated_header(rows: Sequence[Row], header: Sequence[Row]) -> list[Row]:
    """Return `rows`, with `header` printed above each of them that is the first on a page."""
    return [row._replace(repeated_header=tuple(header)) for row in rows]
