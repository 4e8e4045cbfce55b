"""Places in the entry of an item as plain values, which hold wherever the entry moves to."""

from __future__ import annotations

from typing import TypeAlias

from quizgen.model.item import Item
from quizgen.model.source import Position, Span

Place: TypeAlias = tuple[int, int, int, int]
"""The lines and columns of a beginning and an end; lines count from the first of the item."""


def place_of(span: Span, item: Item) -> Place | None:
    """Return the place of `span` in the entry of `item`; None for one in another file."""
    if span.source is not item.span.source:
        return None
    line = item.span.start_line
    return span.start_line - line, span.start_column, span.end_line - line, span.end_column


def span_of(place: Place, item: Item) -> Span:
    """Return where `place` is now, in the entry of `item`."""
    source, line = item.span.source, item.span.start_line
    first, column, last, end = place
    return Span(source, Position(line + first, column), Position(line + last, end))


def stem_place(item: Item) -> Place | None:
    """Return the place of the stem of `item`; None where it is not in the item's own file."""
    return place_of(item.stem.span, item)


def stem_span(item: Item, place: Place | None) -> Span:
    """Return the span of the stem of `item`, whose `stem_place` was `place`."""
    return item.stem.span if place is None else span_of(place, item)
