"""Slips in where the entries of a list begin: a dash missing, in a remark, or keys too far left.

libyaml stops at the next line that fits nothing, which may be the beginning of the entry below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model.source import Position, Source, Span
from quizgen.readers.yaml.syntax_hint import SyntaxHint

MAX_LINES_OF_ENTRY = 60
"""Most lines above the parser's place that are looked at: those of a long question."""

_DASH = re.compile(r"(?P<indent>[ ]*)-(?:[ ]|$)")
_KEY = re.compile(r"(?P<indent>[ ]*)(?P<key>\w[\w-]*):(?:\s|$)")
_DASH_IN_REMARK = re.compile(r"(?P<indent>[ ]*)#[ ]?[ ]*-[ ]+[\w-]+:(?:\s|$)")


def find_entry_hint(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for a slip in the entry that ends above or at `line`, from 0, or None."""
    return (
        dash_in_remark(source, line)
        or _keys_too_far_left(source, line)
        or _no_dash(source, line)
        or _no_key_of_list(source, line)
    )


def dash_in_remark(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for an entry above or at `line` whose first line alone is a remark."""
    for number in _lines_upwards(source, line):
        text = source.line(number + 1)
        remark = _DASH_IN_REMARK.match(text)
        if remark:
            below = _KEY.match(source.line(number + 2))
            if below and len(below["indent"]) > len(remark["indent"]):
                return SyntaxHint(
                    _at(source, number, len(remark["indent"])),
                    "the first line of this entry is a remark, and the lines below it are none",
                    "write # before each of them, or take it away here",
                )
        if number < line and _DASH.match(text):
            return None
    return None


def _keys_too_far_left(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for keys at or above `line` that stand in the column of the entries' dashes.

    Keys in the column of the dashes of an inner list are right.
    """
    text = source.line(line + 1)
    here = _DASH.match(text) or _KEY.match(text)
    if here is None or len(here["indent"]) > _column_of_entries(source):
        return None
    column, first = len(here["indent"]), None
    keys: set[str] = set()
    for number in _lines_upwards(source, line):
        text = source.line(number + 1)
        if (key := _KEY.match(text)) and len(key["indent"]) == column:
            first = number
            keys.add(key["key"])
        elif number < line and (dash := _DASH.match(text)) and len(dash["indent"]) == column:
            break
    else:
        return None
    if first is None:
        return None
    if "id" in keys:
        return SyntaxHint(
            _at(source, first, column),
            "an entry begins here, without the dash that parts it from the one above",
            "write `- ` before its first line, and two spaces before each further line",
        )
    return SyntaxHint(
        _at(source, first, column),
        "this line belongs to the entry above, but stands too far left",
        "put two spaces before it, and before each further line of the entry",
    )


def _column_of_entries(source: Source) -> int:
    """Return the column of the dashes furthest left in `source`; -1 without any."""
    dashes = (_DASH.match(line) for line in source.text.split("\n"))
    return min((len(dash["indent"]) for dash in dashes if dash), default=-1)


def _no_dash(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for a text without a dash, right above `line`, below one that has a dash."""
    for number in _lines_upwards(source, line):
        if number == line:
            continue
        text = source.line(number + 1)
        if text.lstrip().startswith(("-", "#")) or _KEY.match(text):
            return None
        above = next(_lines_upwards(source, number - 1), None)
        dash = _DASH.match(source.line(above + 1)) if above is not None else None
        indent = len(text) - len(text.lstrip(" "))
        if dash and len(dash["indent"]) == indent:
            return SyntaxHint(
                _at(source, number, indent),
                "this line stands in the column of the dashes, and has none",
                f"write `- {text.strip()[:60]}`; if it goes on with the line above, put two "
                "spaces before it",
            )
        return None
    return None


def _no_key_of_list(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for a list that begins at `line`, right below a key that has a value."""
    here = _DASH.match(source.line(line + 1))
    above = next(_lines_upwards(source, line - 1), None)
    if here is None or above is None:
        return None
    text = source.line(above + 1)
    key = _KEY.match(text)
    if key is None or not text[key.end() :].strip() or len(key["indent"]) > len(here["indent"]):
        return None
    return SyntaxHint(
        _at(source, line, len(here["indent"])),
        f"a list begins here, below {key['key']}, which has a value already",
        "write the key of the list above its first dash, such as `questions:`",
    )


def _lines_upwards(source: Source, line: int) -> Iterator[int]:
    """Yield the numbers of `line` and those above it, from 0, without blank lines."""
    for number in range(line, max(-1, line - MAX_LINES_OF_ENTRY), -1):
        if source.line(number + 1).strip():
            yield number


def _at(source: Source, line: int, column: int) -> Span:
    start = Position(line, column)
    return Span(source, start, Position(line, column + 1))
