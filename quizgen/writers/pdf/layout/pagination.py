"""Blocks to pages: each whole in one column if one column can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.blocks import Block, Row, stacked_height
from quizgen.writers.pdf.layout.columns import balanced_height, fit
from quizgen.writers.pdf.layout.page_ends import (
    count_that_fit,
    count_that_may_end,
    unparted,
    without_leading_space,
)

_MIN_START = 0.2
"""A block too high for any page starts on this one if so much of it is free: by eye."""
_MIN_FILLED = 0.4
"""A page with less on it takes the beginning of a block that may flow: by eye."""
_SLACK = 0.01
"""Points that adding up floats may lose."""


class TextArea(NamedTuple):
    """The part of a page that text fills, in points from the page's top left corner.

    Narrow blocks stand in `columns`, with a `gutter` between.
    """

    left: float
    top: float
    width: float
    height: float
    columns: int = 1
    gutter: float = 0.0

    @property
    def column_width(self) -> float:
        """The width of a column, in points."""
        return (self.width - (self.columns - 1) * self.gutter) / self.columns


class PlacedRow(NamedTuple):
    """A row with the place of its top left corner, in points from the page's."""

    x: float
    y: float
    row: Row


Page: TypeAlias = list[PlacedRow]


def paginate(blocks: Iterable[Block], area: TextArea) -> Iterator[Page]:
    """Place `blocks` one below the other, on as many pages as they need; at least one.

    A block that fits goes on the page, else whole on the next one; one taller than a page,
    or one that flows, starts where there is room for a part of it and goes on between rows
    that may part.
    A heading stays with the block after it. Each page is yielded once it is full.

    Where `area` has columns, a wide block reaches across them. The blocks from one wide
    block to the next stand in columns of about the same height, or fill the page column
    by column.
    """
    filling = _Filling(area)
    headings: list[Block] = []
    for block in blocks:
        if block.keep_with_next:
            headings.append(block)
            continue
        filling.add(block, headings)
        headings = []
        yield from filling.take()
    for heading in headings:
        filling.add(heading)
    filling.settle()
    yield from filling.take()
    yield filling.page


class _Filling:
    """The page being filled, and those that are full.

    A page is filled band by band: a band is a part of the page that has one or more columns
    side by side, from `_top` to `_bottom`. `_y` is where the next row goes, and `_low` the
    end of the longest column so far. Blocks wait until it is known how many share a band.
    """

    def __init__(self, area: TextArea) -> None:
        self.page: Page = []
        self._full: list[Page] = []
        self._area = area
        self._foot = self._bottom = area.top + area.height + _SLACK
        self._top = self._y = self._low = area.top
        self._columns, self._column = 1, 0
        self._waiting: list[Block] = []
        self._last: Block | None = None  # placed whole, without a heading, from `_last_start` on
        self._last_start = 0

    def take(self) -> list[Page]:
        """Return the pages that have become full since the last call."""
        taken, self._full = self._full, []
        return taken

    def add(self, block: Block, headings: Sequence[Block] = ()) -> None:
        """Place `block`, with `headings` above it."""
        first = next(iter(headings), block)
        if first.starts_page:
            self.settle()
            self._new_page()
        elif first.keep_with_previous:
            self._take_last_along(headings, block)
        columns = 1 if block.spans_columns else self._area.columns
        fits = block.height <= self._area.height and not block.breakable
        if fits and block.may_flow and columns == 1:
            self.settle()
            fits = not self._is_left_empty_by(block, headings)
        if headings or columns == 1 or not fits:
            self.settle()
        if headings:
            fits = self._place_headings(headings, block, whole=fits)
        if not fits:
            self._split(block, columns, started=bool(headings))
        elif columns > 1:
            self._queue(block)
        else:
            self._use_full_width(block)
            self._place(block)
        self._last = block if fits and not headings else None

    def _take_last_along(self, headings: Sequence[Block], block: Block) -> None:
        """Move the block placed last to a new page, where `headings` have no room on this one.

        It stays if it is alone on its page or below a heading, and if a page cannot hold it all.
        """
        last, waiting = self._last, self._waiting
        if last is None or not (len(waiting) > 1 or (self._last_start and not waiting)):
            return
        above, whole = headings[0], stacked_height([*headings, block])
        if last.height + above.space_above + whole > self._area.height:
            return
        top = self._below(above)
        if waiting:
            band = self._below(waiting[0])
            high = balanced_height(waiting, self._area.columns, self._foot - band)
            top = band + high + above.space_above
        if top + whole - block.height + unparted(block.rows) <= self._foot:
            return
        if waiting:
            waiting.pop()
            self.settle()
            self._new_page()
            self._waiting.append(last)
        else:
            del self.page[self._last_start :]
            self._new_page()
            self._place(last)

    def _is_left_empty_by(self, block: Block, headings: Sequence[Block]) -> bool:
        """Return whether most of the page were empty if `block`, with `headings`, went overleaf.

        False if they fit on the page, or if it has no room for their beginning.
        """
        above = [*headings, block]
        top = self._below(above[0])
        before = sum(one.height for one in headings) + sum(one.space_above for one in above[1:])
        end = top + before + block.height
        is_empty = top - self._area.top < _MIN_FILLED * self._area.height
        return end > self._foot and is_empty and top + before + unparted(block.rows) <= self._foot

    def settle(self) -> None:
        """Place the blocks that wait, in columns of about the same height."""
        if self._waiting:
            available_height = self._foot - self._below(self._waiting[0])
            self._columnize(balanced_height(self._waiting, self._area.columns, available_height))

    def _queue(self, block: Block) -> None:
        """Have `block` wait; if the page cannot hold all that wait, place the others."""
        self._waiting.append(block)
        available_height = self._foot - self._below(self._waiting[0])
        if not fit(self._waiting, self._area.columns, available_height):
            self._waiting.pop()
            if self._waiting:
                self._columnize(available_height)
            self._new_page()
            self._waiting.append(block)

    def _columnize(self, available_height: float) -> None:
        """Place the waiting blocks column by column in a band of `available_height` points."""
        waiting, self._waiting = self._waiting, []
        self._begin_band(self._area.columns, waiting[0])
        self._bottom = self._top + available_height + _SLACK
        for block in waiting:
            self._place(block)

    def _place_headings(self, headings: Sequence[Block], block: Block, *, whole: bool) -> bool:
        """Place `headings`, and return whether `block` fits whole below them.

        If not, or if not `whole`, the headings are placed where the first rows of `block` fit as
        well.
        """
        above, total_height = headings[0], stacked_height([*headings, block])
        fits = whole and total_height <= self._area.height
        if not fits:
            start = unparted(block.rows)
            if not (block.breakable or block.may_flow):
                start = max(_MIN_START * self._area.height, start)
            total_height += start - block.height
        if self._below(above) + total_height > self._foot:
            self._new_page()
        for heading in headings:
            if heading.height > self._area.height:
                self._split(heading, columns=1)
            else:
                self._use_full_width(heading)
                self._place(heading)
        return fits

    def _use_full_width(self, block: Block) -> None:
        """End the columns where `block` reaches across the page."""
        if self._columns > 1:
            self._begin_band(1, block)

    def _place(self, block: Block) -> None:
        above = block.space_above if self._y > self._top else 0.0
        if self._y + above + block.height > self._bottom:
            self._next_column()
            above = 0.0
        self._y += above
        self._last_start = len(self.page)
        self._put(block.rows)

    def _split(self, block: Block, columns: int, started: bool = False) -> None:
        """Place `block`, taller than a column or able to flow, from row to row over columns.

        With `started`, its heading is on this page, so one row is enough to begin here.
        """
        self._begin_band(columns, block)
        rows: Sequence[Row] = block.rows
        available_height = self._foot - self._top
        may_start_here = started or block.breakable or block.may_flow
        may_start_here = may_start_here or available_height >= _MIN_START * self._area.height
        if not (may_start_here and self._count_that_may_end(rows, anywhere=started)):
            self._new_page()
        # Fill one column after the other: end between groups, else within one, else anywhere.
        while True:
            count = self._count_that_may_end(rows) or self._count_that_may_end(rows, anywhere=True)
            count = count or max(1, count_that_fit(rows, self._bottom - self._y))
            self._put(rows[:count])
            rows = without_leading_space(rows[count:])
            if not rows:
                return
            self._next_column()
            self._put((*block.continuation_header(), *rows[0].repeated_header))

    def _count_that_may_end(self, rows: Sequence[Row], anywhere: bool = False) -> int:
        """Return how many of `rows` fit below what is on the page, so that a page may end there.

        Groups are divided only if `anywhere`.
        """
        return count_that_may_end(rows, self._bottom - self._y, anywhere=anywhere)

    def _put(self, rows: Sequence[Row]) -> None:
        x = self._area.left + self._column * (self._area.column_width + self._area.gutter)
        for row in rows:
            if row.display_list:
                self.page.append(PlacedRow(x, self._y, row))
            self._y += row.height

    def _below(self, block: Block) -> float:
        """Return the height at which `block` would begin, below all that is on the page."""
        low = max(self._low, self._y)
        return low + block.space_above if self.page else low

    def _begin_band(self, columns: int, block: Block) -> None:
        """Begin a band, below all that is on the page, with `block`."""
        self._top = self._y = self._low = self._below(block)
        self._bottom = self._foot
        self._columns, self._column = columns, 0

    def _next_column(self) -> None:
        """Go on at the head of the next column, or of a new page after the last."""
        if self._column + 1 < self._columns:
            self._low = max(self._low, self._y)
            self._column += 1
            self._y = self._top
        else:
            self._new_page()

    def _new_page(self) -> None:
        if self.page:
            self._full.append(self.page)
            self.page = []
        self._top = self._y = self._low = self._area.top
        self._bottom = self._foot
        self._column = 0
