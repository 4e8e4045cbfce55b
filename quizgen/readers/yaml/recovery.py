"""Reading on after a mistake in the syntax: without the entry that it is in, lines as they were."""

from __future__ import annotations

import re

MAX_SYNTAX_ERRORS = 20
"""Mistakes of one file that are told at once; each costs a reading of the file."""

_ENTRY = re.compile(r"(?P<indent>[ ]*)-[ ]+\S")


def without_entry(text: str, line: int) -> str | None:
    """Return `text` with the entry of its outermost list that holds `line`, from 0, left blank.

    Every other line keeps its number. None where there is no such entry, or no other one: then
    there is nothing to read on for.
    """
    lines = text.split("\n")
    starts = _entry_starts(lines)
    begun = [start for start in starts if start <= line]
    if not begun or len(starts) < 2:
        return None
    start = begun[-1]
    end = next((other for other in starts if other > start), None)
    if end is None:
        end = _end_of_list(lines, start)
    lines[start:end] = [""] * (end - start)
    return "\n".join(lines)


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
