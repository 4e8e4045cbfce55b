"""The order in which what stands on a page is drawn, which is the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from quizgen.writers.pdf.layout.display_list import DisplayItem, EndTag
from quizgen.writers.pdf.layout.pagination import PlacedRow
from quizgen.writers.pdf.layout.tags import Tag

Placed: TypeAlias = tuple[DisplayItem, float, float]
"""A display item of a row, and where the top left corner of that is: `x` and `y`."""


def in_reading_order(page: Iterable[PlacedRow]) -> Iterator[Placed]:
    """Yield what is on `page`, row by row.

    What is in an element that is read after one beside it waits until that one is done.
    """
    waiting: list[Placed] = []
    beside: Tag | None = None
    read_before = _ReadBefore()
    for x, y, row in page:
        for item in row.display_list:
            placed, tag = (item, x, y), item.tag
            if tag is None:
                yield placed
                continue
            first = tag.after or read_before[tag.parent]
            if first is not None:
                waiting.append(placed)
                beside = first
                continue
            if waiting and (isinstance(item, EndTag) or not _is_within(tag, beside)):
                yield from waiting
                waiting = []
            yield placed
    yield from waiting


class _ReadBefore(dict["Tag | None", "Tag | None"]):
    """Maps a tag to the element that is read before it, or what it is in, though it is beside."""

    def __missing__(self, tag: Tag | None) -> Tag | None:
        before = tag and (tag.after or self[tag.parent])
        self[tag] = before
        return before


def _is_within(tag: Tag, outer: Tag | None) -> bool:
    """Return whether `tag` is `outer`, or a part of it."""
    element: Tag | None = tag
    while element is not None and element is not outer:
        element = element.parent
    return element is not None
