"""The item that a place in a file belongs to."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable
from os.path import abspath

from quizgen.model.item import Item
from quizgen.model.source import Position, Source, Span


class ItemIndex:
    """Items by file, line and column. Files are compared by their absolute paths."""

    def __init__(self, items: Iterable[Item]) -> None:
        by_source: dict[Source, list[Item]] = defaultdict(list)
        for item in items:
            by_source[item.span.source].append(item)
        self._items: dict[str, list[Item]] = defaultdict(list)
        for source, entries in by_source.items():
            self._items[abspath(source.path)] += entries
        for entries in self._items.values():
            entries.sort(key=_start)
        self._starts = {path: list(map(_start, items)) for path, items in self._items.items()}

    def at(self, span: Span) -> Item | None:
        """Return the item whose entry has the first character of `span`.

        The dash before an entry, and blanks beside it, belong to the entry. Return None between
        entries, as in an entry that could not be read.
        """
        path = abspath(span.source.path)
        items = self._items.get(path, [])
        place = span.start
        next_one = bisect.bisect_right(self._starts.get(path, ()), place)
        if next_one > 0 and place < _end(items[next_one - 1]):
            return items[next_one - 1]
        if next_one < len(items) and _is_before_entry(span, items[next_one]):
            return items[next_one]
        return None


def _start(item: Item) -> Position:
    return item.span.start


def _end(item: Item) -> Position:
    """Return where the entry of `item` ends, with the rest of the line after ``{…}``."""
    end = item.span.end
    before = item.span.source.line(end.line + 1)[: end.column]
    return end if not before.strip() else Position(end.line + 1, 0)


def _is_before_entry(span: Span, item: Item) -> bool:
    """Return whether only blanks and the dash stand between `span` and the entry of `item`."""
    source, start = item.span.source, item.span.start
    lines = [source.line(number) for number in range(span.line, start.line + 1)]
    between = [*lines, source.line(start.line + 1)[: start.column]]
    return "".join(between).strip() in ("", "-")
