"""Reading on after a mistake in the syntax, without the entry of the list that holds it."""

from __future__ import annotations

import re

MAX_SYNTAX_ERRORS = 20
"""Most mistakes in the syntax of a file that are reported at once; each costs a reading."""

_ENTRY = re.compile(r"(?P<indent>[ ]*)-[ ]+\S")


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


_ID = re.compile(r"[ ]*id:\s")


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
