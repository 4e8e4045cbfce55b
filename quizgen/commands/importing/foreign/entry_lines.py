"""The lines of a question in its file, with some keys changed and all other lines as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quizgen.readers.yaml import MappingNode
from quizgen.readers.yaml.emit import Value, emit


class KeyLines(NamedTuple):
    """The keys of an entry, each with the line that it begins on, from 0; `column` is theirs.

    There are none where the entry is not written with a key a line.
    """

    keys: tuple[tuple[str, int], ...] = ()
    column: int = 0


def key_lines(node: MappingNode) -> KeyLines:
    """Return the lines of the keys of `node`."""
    places = [(key.value, key.line - 1, key.start.column) for key, _ in node.pairs()]
    lines = [line for _, line, _ in places]
    columns = {column for _, _, column in places}
    if len(columns) != 1 or len(set(lines)) < len(lines) or lines != sorted(lines):
        return KeyLines()
    return KeyLines(tuple((name, line) for name, line, _ in places), columns.pop())


def changed_lines(
    lines: Sequence[str],
    place: KeyLines,
    end: int,
    old: Mapping[str, Value],
    new: Mapping[str, Value],
) -> Iterator[str]:
    """Yield the lines of an entry, up to the one before `end`, with the values of `new`.

    `lines` are those of its file, and `old` its values there. Keys that are new stand behind the
    others. Remarks between keys stay.
    """
    starts = [line for _, line in place.keys]
    dash = lines[starts[0]][: place.column]
    for (name, start), stop in zip(place.keys, [*starts[1:], end], strict=True):
        last = _end_of_value(lines, start, stop, place.column)
        if name in new and new[name] == old[name]:
            yield from lines[start:last]
        elif name in new:
            yield from _written(name, new[name], dash if start == starts[0] else " " * len(dash))
        yield from lines[last:stop]
    for name, value in new.items():
        if name not in old:
            yield from _written(name, value, " " * place.column)


def lost_remarks(
    lines: Sequence[str],
    place: KeyLines,
    end: int,
    old: Mapping[str, Value],
    new: Mapping[str, Value],
) -> Iterator[str]:
    """Yield the remarks that `changed_lines` does not keep: those beside values that change."""
    starts = [line for _, line in place.keys]
    if not starts:
        return
    for (name, start), stop in zip(place.keys, [*starts[1:], end], strict=True):
        if name in new and new[name] == old[name]:
            continue
        for line in lines[start : _end_of_value(lines, start, stop, place.column)]:
            if "|" in lines[start] or ">" in lines[start]:
                continue  # a text of several lines may have the sign in it
            if remark := re.search(r"(?:^|\s)#\s*(\S.*)$", re.sub(r"\"[^\"]*\"|'[^']*'", "", line)):
                yield remark[1]


def _end_of_value(lines: Sequence[str], start: int, stop: int, column: int) -> int:
    """Return the line behind the value from `start` on: remarks before `stop` are not its own."""
    end = stop
    while end > start + 1:
        line = lines[end - 1]
        is_remark = line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= column
        if line.strip() and not is_remark:
            break
        end -= 1
    return end


def _written(name: str, value: Value, before: str) -> Iterator[str]:
    """Yield the lines of a key, the first behind `before`, the others as far from the margin."""
    for number, line in enumerate(emit({"questions": [{name: value}]}).split("\n")[1:-1]):
        bare = line[2:]
        yield (before if number == 0 else " " * len(before)) + bare if bare.strip() else ""
