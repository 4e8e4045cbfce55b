"""Blocks of rows that know their height before they are placed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, EmptyElement, EndElement


class Row(NamedTuple):
    """A band across the column: `height` points, marks placed from its top left corner.

    `baseline`: where its first line of text stands. `keep`: the next row stays on the same
    page. `within`: the next row is of the same part of an item, such as an option, and goes
    on to another page only if the part is longer than a page. `lead`: what is printed again
    above the row where it comes first on a page, as a table's head.
    """

    height: float
    marks: tuple[DisplayItem, ...] = ()
    baseline: float = 0.0
    keep: bool = False
    lead: tuple[Row, ...] = ()
    within: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together. `above` is the space to what comes before, in points.

    `with_next`: a heading, which is never the last thing on a page. `lead` gives what to print
    above the rest of it on a page that it goes on to; it is asked only where one does.
    `wide`: it reaches across columns.
    `flows`: it may go on overleaf even where a page could hold it, as running text does.
    """

    rows: tuple[Row, ...]
    above: float = 0.0
    with_next: bool = False
    lead: Callable[[], tuple[Row, ...]] = tuple
    wide: bool = False
    flows: bool = False

    @property
    def height(self) -> float:
        """Without the space above, in points."""
        return height(self.rows)


def height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


@functools.cache
def gap(points: float) -> Row:
    """Empty space that stays with what follows it."""
    return Row(points, keep=True)


def before(marks: Iterable[DisplayItem], row: Row) -> Row:
    """`row` with `marks` painted, and read, before its own."""
    height, own, baseline, keep, lead, within = row
    return Row(height, (*marks, *own), baseline, keep, lead, within)


def mirrored(row: Row, width: float) -> Row:
    """`row`, set for lines that begin at the other side of something `width` wide."""
    marks = (
        mark
        if isinstance(mark, Bookmark | EmptyElement | EndElement)
        else mark._replace(x=width - mark.x - mark.width)
        for mark in row.marks
    )
    return row._replace(marks=tuple(marks))


def without_white(row: Row, points: float) -> Row:
    """`row` with so many points of white cut off at its top."""
    marks = (
        mark
        if isinstance(mark, Bookmark | EmptyElement | EndElement)
        else mark._replace(y=mark.y - points)
        for mark in row.marks
    )
    height, baseline = row.height - points, row.baseline - points
    return row._replace(height=height, marks=tuple(marks), baseline=baseline)


def beside(rows: Sequence[Row]) -> Row:
    """`rows`, each standing at its own place across the column, as one with one baseline."""
    baseline = max(row.baseline for row in rows)
    lowered = [_lowered(row, baseline - row.baseline) for row in rows]
    tallest = max(lowered, key=lambda row: row.height)
    return tallest._replace(marks=tuple(mark for row in lowered for mark in row.marks))


def side_by_side(cells: Sequence[Sequence[Row]], empty: Row) -> list[Row]:
    """The cells of a table's row; `empty` is what one has beside the others' further lines.

    They are painted in the order they are read in, but for tall ones: line by line, so that
    they can go on overleaf.
    """
    tall = max(map(height, cells))
    uneven = len({row.height for cell in cells for row in cell}) > 1
    if tall <= (_WHOLE_PICTURES if uneven else _WHOLE):
        return [abreast(cells)]
    return part([beside(line) for line in zip_longest(*cells, fillvalue=empty)])


_WHOLE, _WHOLE_PICTURES = 200.0, 480.0
"""Points that any page holds, with the head of a table above them: more where a picture makes
lines of one cell higher than those beside them."""


def abreast(columns: Sequence[Sequence[Row]]) -> Row:
    """The lines of `columns` as one row with one first baseline. Each column stands as high as
    its own lines are, and is read to its end before the next."""
    baseline = max(column[0].baseline for column in columns)
    marks: list[DisplayItem] = []
    tall = 0.0
    for column in columns:
        y = baseline - column[0].baseline
        for row in column:
            marks += _lowered(row, y).marks
            y += row.height
        tall = max(tall, y)
    return Row(tall, tuple(marks), baseline)


def _lowered(row: Row, points: float) -> Row:
    if not points:
        return row
    marks = tuple(
        mark
        if isinstance(mark, Bookmark | EmptyElement | EndElement)
        else mark._replace(y=mark.y + points)
        for mark in row.marks
    )
    return row._replace(height=row.height + points, marks=marks, baseline=row.baseline + points)


def kept(rows: Sequence[Row]) -> list[Row]:
    """`rows` held together, and to the row that follows them."""
    return [row._replace(keep=True) for row in rows]


def without_widows(rows: Sequence[Row]) -> list[Row]:
    """The lines of a paragraph: at least two of them on either side of a page's end."""
    held = list(rows)
    for index in {0, len(rows) - 2} if len(rows) > 1 else ():
        held[index] = held[index]._replace(keep=True)
    return held


def part(rows: Sequence[Row]) -> list[Row]:
    """`rows` as a part of an item that is not divided as long as a page can hold it."""
    return [*[row._replace(within=True) for row in rows[:-1]], *rows[-1:]]


def led(rows: Sequence[Row], lead: Sequence[Row]) -> list[Row]:
    """`rows`, each to come after `lead` where it starts a page."""
    return [row._replace(lead=tuple(lead)) for row in rows]
