"""What was read of a topic file or a passage as bytes and back.

The texts of a topic's items stay bytes until one of them is used, `GROUP_SIZE` items at a time.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from quizgen.model.bank import Topic
from quizgen.model.dataclass import field_names
from quizgen.model.item import Item
from quizgen.model.read_when_used import partly_read, set_rest
from quizgen.model.source import Source
from quizgen.readers.pickles import (
    PICKLING_ERRORS,
    UNPICKLING_ERRORS,
    Names,
    ReadFile,
    names_in,
    pickled,
    unpickled,
)

GROUP_SIZE = 32
"""Items whose texts are read together once one of them is used.

So few that the texts of one question take little, and so many that all together take no longer
than in one piece (measured with 8 to 500).
"""

FIRST = (
    *("id", "type", "topic", "span", "renamed_from", "guid", "ignored", "case", "bank"),
    *("tags", "speaks"),
)
"""The fields of an item that a build and checks of a whole bank use of every item."""

REST = tuple(name for name in field_names(Item) if name not in FIRST)

_LENGTH = struct.Struct("!Q")


def dumped(kept: ReadFile) -> bytes:
    """Return the bytes that `loaded` reads; nothing for what cannot be kept, such as a fix."""
    if any(diagnostic.fix for diagnostic in kept.diagnostics):
        return b""
    items: tuple[Item, ...] = ()
    if isinstance(kept.value, Topic):
        items = kept.value.items
        kept = kept._replace(value=replace(kept.value, items=()))
    try:
        rests = [
            pickled(_fields(REST, items[start : start + GROUP_SIZE]))
            for start in range(0, len(items), GROUP_SIZE)
        ]
        head = pickled((kept, _fields(FIRST, items), GROUP_SIZE, [*map(len, rests)]))
    except PICKLING_ERRORS:
        return b""
    return b"".join((_LENGTH.pack(len(head)), head, *rests))


def _fields(names: Iterable[str], items: Sequence[Item]) -> dict[str, list[object]]:
    return {name: [getattr(item, name) for item in items] for name in names}


def loaded(
    content: bytes | memoryview, source: Source, first: int = 0, shift: int = 0
) -> ReadFile | None:
    """Return what was read from `source`; None where `content` holds anything else.

    Places from line `first` on, from 0, are `shift` lines further down than they were.
    """
    names = names_in(source, first, shift)
    try:
        place = _LENGTH.size + _LENGTH.unpack_from(content)[0]
        kept, fields, size, lengths = unpickled(content[_LENGTH.size : place], names)
        count = len(fields["id"])
        is_whole = len(lengths) == -(-count // size) and place + sum(lengths) == len(content)
        if not isinstance(kept, ReadFile) or not is_whole:
            return None
        groups: list[_ItemGroup] = []
        for length in lengths:
            groups.append(_ItemGroup(content, place, place + length, names))
            place += length
        counted = (group for group in groups for _ in range(size))
        items = partly_read(Item, fields, islice(counted, count))
        for number, group in enumerate(groups):
            group.items = items[number * size : (number + 1) * size]
    except (*UNPICKLING_ERRORS, struct.error, ZeroDivisionError):
        return None
    if isinstance(kept.value, Topic):
        kept = kept._replace(value=replace(kept.value, items=tuple(items)))
    return kept


class _ItemGroup:
    """Items whose texts are `content` from `start` to `end`, which nobody but us can sign."""

    def __init__(self, content: bytes | memoryview, start: int, end: int, names: Names) -> None:
        self._content, self._start, self._end, self._names = content, start, end, names
        self.items: list[Item] = []

    def __call__(self, item: Item) -> None:
        """Set the fields `REST` of all items of the group, `item` among them."""
        fields = unpickled(self._content[self._start : self._end], self._names)
        set_rest(Item, fields, self.items)
