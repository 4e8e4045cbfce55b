"""Reading on after a mistake in the syntax, without the entry of the list that holds it."""

from __future__ import annotations

import re
from collections.abc import Container

from quizgen.model.pattern import pattern
from quizgen.readers.yaml.nodes import MappingNode, Node, SequenceNode

_ENTRY = pattern(r"(?P<indent>[ ]*)-[ ]+\S")


def without_entry(text: str, line: int) -> str | None:
    """Return `text` with the entry of its outermost list that holds `line`, from 0, left blank.

    An entry that begins at `line` without its dash is left blank alone, and not the one above it.
    Every other line keeps its number. Return None where no entry holds `line`, or where the list
    has no other entry to read.
    """
    lines = text.split("\n")
    starts = _entry_starts(lines)
    starts_above = [start for start in starts if start <= line]
    if not starts_above or len(starts) < 2:
        return None
    start = starts_above[-1]
    end = next((other for other in starts if other > start), None)
    if end is None:
        end = _end_of_list(lines, start)
    if line > start and _indent(lines[line]) == _indent(lines[start]) and _ID.match(lines[line]):
        start = line
    lines[start:end] = [""] * (end - start)
    return "\n".join(lines)


def without_lines(text: str, line: int) -> tuple[str, range] | None:
    """Return `text` with `line`, from 0, and what goes on with it left blank, and those lines.

    `line` is one of an entry of the outermost list; lines below it that stand further right go on
    with it. Every other line keeps its number. Return None where no entry holds `line`, and for a
    line that stands no further right than the entries' dashes.
    """
    lines = text.split("\n")
    starts = _entry_starts(lines)
    start = max((start for start in starts if start <= line), default=None)
    if start is None or line >= len(lines):
        return None
    key = _ENTRY.match(lines[start])
    dashes = len(key["indent"]) if key else 0
    indent = len(key[0]) - 1 if key and line == start else _indent(lines[line])
    end = next((other for other in starts if other > start), None) or _end_of_list(lines, start)
    if indent <= dashes or line >= end:
        return None
    last = line + 1
    while last < end and (not lines[last].strip() or _indent(lines[last]) > indent):
        last += 1
    if line == start and last == end:
        return None
    lines[line:last] = [""] * (last - line)
    if line == start:
        lines[line] = " " * dashes + "-"
    return "\n".join(lines), range(line, last)


def mark_faulty(node: Node, lines: Container[int]) -> None:
    """Mark the mappings in `node` that have lost one of `lines` as faulty: the outermost in lists.

    What they lack is not missing.
    """
    match node:
        case MappingNode(entries=entries):
            for _, value in entries.values():
                mark_faulty(value, lines)
        case SequenceNode(items=items):
            ends = [item.start.line for item in items[1:]] + [node.end.line + 1]
            for item, end in zip(items, ends, strict=True):
                is_faulty = any(number in lines for number in range(item.start.line, end))
                if is_faulty and isinstance(item, MappingNode):
                    item.is_faulty = True


_ID = pattern(r"[ ]*id:\s")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _entry_starts(lines: list[str]) -> list[int]:
    """Return the lines that begin an entry of the outermost list: the dashes furthest left."""
    dashes = [
        (number, len(match["indent"]))
        for number, line in enumerate(lines)
        if (match := _ENTRY.match(line))
    ]
    outermost = min((indent for _, indent in dashes), default=0)
    return [number for number, indent in dashes if indent == outermost]


def _end_of_list(lines: list[str], start: int) -> int:
    """Return the line after the last entry, begun at `start`: a key further left, or the end."""
    match = _ENTRY.match(lines[start])
    indent = len(match["indent"]) if match else 0
    for number in range(start + 1, len(lines)):
        key = re.match(r"(?P<indent>[ ]*)[\w-]+:(?:\s|$)", lines[number])
        if key and len(key["indent"]) < indent:
            return number
    return len(lines)
