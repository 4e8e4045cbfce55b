"""The order in which what stands on a page is drawn, which is the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.display_list import DisplayItem, EndTag
from quizgen.writers.pdf.layout.pagination import PlacedRow
from quizgen.writers.pdf.layout.tags import Tag


class Placed(NamedTuple):
    """A display item of a row whose top left corner is at `x` and `y`."""

    item: DisplayItem
    x: float
    y: float


def in_reading_order(page: Iterable[PlacedRow]) -> Iterator[Placed]:
    """Yield what is on `page`, row by row.

    What is in an element that is read after one beside it waits until that one is done.
    """
    waiting: list[Placed] = []
    beside: Tag | None = None
    for x, y, row in page:
        for item in row.display_list:
            placed, tag = Placed(item, x, y), item.tag
            if tag is None:
                yield placed
                continue
            first = _read_before(tag)
            if first is not None:
                waiting.append(placed)
                beside = first
                continue
            if waiting and (isinstance(item, EndTag) or not _is_within(tag, beside)):
                yield from waiting
                waiting = []
            yield placed
    yield from waiting


def _read_before(tag: Tag) -> Tag | None:
    """Return the element that is read before `tag`, or what it is in, though it is beside it."""
    element: Tag | None = tag
    while element is not None:
        if element.after is not None:
            return element.after
        element = element.parent
    return None


def _is_within(tag: Tag, outer: Tag | None) -> bool:
    """Return whether `tag` is `outer`, or a part of it."""
    element: Tag | None = tag
    while element is not None and element is not outer:
        element = element.parent
    return element is not None
