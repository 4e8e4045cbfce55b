"""Blocks to pages: each whole on one page if one page can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from quizgen.writers.pdf.block import Block, Row

_LEAST_START = 0.2
"""A block too tall for any page starts on this one if so much of it is free: by eye."""


class Area(NamedTuple):
    """The part of a page that text fills, in points from the page's top left corner."""

    left: float
    top: float
    width: float
    height: float


class Placed(NamedTuple):
    """A row with the place of its top left corner, in points from the page's."""

    x: float
    y: float
    row: Row


Page: TypeAlias = list[Placed]


def fill(blocks: Iterable[Block], area: Area) -> Iterator[Page]:
    """Place `blocks` one below the other, on as many pages as they need; at least one.

    A block that fits goes on the page, else whole on the next one; one taller than a page
    starts where there is room for a part of it and goes on between rows that may part.
    A heading stays with the block after it. Each page is yielded once it is full.
    """
    filling = _Filling(area)
    for block in _with_headings(blocks):
        if block.height > area.height:
            filling.split(block)
        else:
            filling.place(block)
        yield from filling.take()
    yield filling.page


def _with_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings and the block after them as one, so that nothing comes between."""
    rows: list[Row] = []
    above: float | None = None
    for block in blocks:
        if above is None:
            above = block.above
        else:
            rows.append(Row(block.above, keep=True))
        if block.with_next:
            rows += [row._replace(keep=True) for row in block.rows]
        else:
            yield replace(block, rows=(*rows, *block.rows), above=above) if rows else block
            rows, above = [], None
    if above is not None:
        yield Block(tuple(rows), above)


class _Filling:
    """The page being filled, and those that are full. `_y` is where the next row goes."""

    def __init__(self, area: Area) -> None:
        self.page: Page = []
        self._full: list[Page] = []
        self._area = area
        self._bottom = area.top + area.height + 0.01  # for what adding up floats loses
        self._y = area.top

    def take(self) -> list[Page]:
        """The pages that have become full since the last call."""
        taken, self._full = self._full, []
        return taken

    def place(self, block: Block) -> None:
        above = block.above if self.page else 0.0
        if self._y + above + block.height > self._bottom:
            self._turn()
            above = 0.0
        self._y += above
        self._put(block.rows)

    def split(self, block: Block) -> None:
        self._y += block.above if self.page else 0.0
        rows = block.rows
        count = self._how_many(rows)
        if self._bottom - self._y < _LEAST_START * self._area.height or not count:
            self._turn()
            count = self._how_many(rows) or self._most(rows)
        self._put(rows[:count])
        while rows := _without_gap(rows[count:]):
            self._turn()
            self._put((*block.lead, *rows[0].lead))
            count = self._how_many(rows) or self._most(rows)
            self._put(rows[:count])

    def _how_many(self, rows: Sequence[Row]) -> int:
        """How many of `rows` fit below, ending where they may part; 0 for none."""
        most = self._most(rows, least=0)
        if most == len(rows):
            return most
        while most and rows[most - 1].keep:
            most -= 1
        return most

    def _most(self, rows: Sequence[Row], least: int = 1) -> int:
        """How many of `rows` fit below, wherever they end; `least` if even fewer do."""
        y = self._y
        for index, row in enumerate(rows):
            y += row.height
            if y > self._bottom:
                return max(index, least)
        return len(rows)

    def _put(self, rows: Sequence[Row]) -> None:
        for row in rows:
            if row.marks:
                self.page.append(Placed(self._area.left, self._y, row))
            self._y += row.height

    def _turn(self) -> None:
        if self.page:
            self._full.append(self.page)
            self.page = []
        self._y = self._area.top


def _without_gap(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """`rows` from the first that shows something."""
    for index, row in enumerate(rows):
        if row.marks:
            return rows[index:]
    return ()
