"""Slips in where the entries of a list begin: a dash missing, in a remark, or keys too far left.

libyaml stops at the next line that fits nothing, which may be the beginning of the entry below.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Source, Span
from quizgen.readers.yaml.syntax_hint import SyntaxHint

MAX_LINES_OF_ENTRY = 60
"""Most lines above the parser's place that are looked at: those of a long question."""

_DASH = pattern(r"(?P<indent>[ ]*)-(?:[ ]|$)")
_KEY = pattern(r"(?P<indent>[ ]*)(?P<key>\w[\w-]*):(?:\s|$)")
_SIGN = pattern(
    r"(?P<indent>[ ]*)(?P<sign>\(?(?:\d{1,2}|[A-Za-z])[.)]|[+*–—−•·‣▪●])[ \xa0\t]+(?P<text>\S.*)"
)
"""A line that begins with a number, a letter or a sign, as parts of a list do elsewhere."""

_LONE_TEXT = pattern(r"[ ]*-[ ]+(?P<text>(?![\w-]+:(?:\s|$))\S.*?)\s*")
"""A part of a list that is a text, and no keys with values. It must be the whole line."""

_DASH_IN_REMARK = pattern(r"(?P<indent>[ ]*)#[ ]?[ ]*-[ ]+[\w-]+:(?:\s|$)")


def find_entry_hint(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for a slip in the entry that ends above or at `line`, from 0, or None."""
    return (
        dash_in_remark(source, line)
        or _signs_for_dashes(source, line)
        or _keys_too_far_left(source, line)
        or _keys_below_text(source, line)
        or _no_dash(source, line)
        or _no_key_of_list(source, line)
    )


def _keys_below_text(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for an option whose rationale stands on `line`, below a text without key."""
    key, above = _KEY.match(source.line(line + 1)), _LONE_TEXT.fullmatch(source.line(line))
    if key is None or key["key"] not in ("rationale", "pinned") or above is None:
        return None
    start = above.start("text")
    return SyntaxHint(
        Span(source, Position(line - 1, start), Position(line - 1, above.end("text"))),
        f"`{key['key']}:` stands below this text, which has no key itself",
        f"write `- text: {above['text'][:60]}`, and `{key['key']}:` below `text:`, in one column",
    )


def _signs_for_dashes(source: Source, line: int) -> SyntaxHint | None:
    """Return the hint for a list, of which `line` is a part, whose parts have no dashes.

    They begin with numbers, letters or other signs. The hint is for the first of them, which stands
    below the key of the list; a text of several lines may begin in such a way as well.
    """
    first: int | None = None
    for number in _lines_upwards(source, line):
        text = source.line(number + 1)
        if _SIGN.match(text):
            first = number
        elif first is not None and _KEY.match(text) and text.rstrip().endswith(":"):
            return _dash_for_sign(source, first)
        elif number < line:
            return None
    return None


def _dash_for_sign(source: Source, line: int) -> SyntaxHint | None:
    match = _SIGN.match(source.line(line + 1))
    if match is None:
        return None
    further = ", and two spaces before each further line" if _KEY.match(match["text"]) else ""
    return SyntaxHint(
        _at(source, line, len(match["indent"])),
        f"{match['sign']} is not the dash that begins a part of a list",
        f"write `- {match['text'][:60]}`, with the hyphen of the keyboard{further}",
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
            if hint := _dash_for_sign(source, number):
                return hint
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
