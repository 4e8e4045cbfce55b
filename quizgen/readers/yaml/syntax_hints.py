"""Slips that libyaml reports in the wrong place: it stops where nothing can follow any more.

Each function of a slip looks at the lines around that place, and returns a hint or None.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import ScalarEvent

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import Mark, Position, Source, Span
from quizgen.readers.yaml.entry_hints import find_entry_hint
from quizgen.readers.yaml.syntax_hint import SyntaxHint

MAX_LINES_ABOVE = 3
"""Most lines above the parser's place in which to look for a slip.

YAML reads on for a line or two after it."""

_NO_SPACE = pattern(r"(?P<before>[ ]*(?:- )?[\w-]+:)(?P<behind>[^\s:/].*)")
_NO_SPACE_DASH = pattern(r"(?P<before>[ ]*-)(?P<behind>[^\s-].*)")
_KEY_AND_VALUE = pattern(r"(?P<indent>[ ]*(?:- )?)[\w-]+: +\S")


def find_syntax_hint(source: Source, mark: Mark, events: Iterator[Any]) -> SyntaxHint | None:
    """Return the hint for the slip that made the parser stop at `mark`, or None.

    `events` are the parser's events of the file from its beginning. The most certain signs of a
    slip are looked for first.
    """
    lines = _lines_above(source, mark.line)
    return (
        find_entry_hint(source, mark.line)
        or _curly_quotation(lines)
        or _quotation(source, mark, events)
        or _missing_space(lines)
        or _other_sign(lines)
        or _block_text(lines)
        or _continuation(lines)
        or _continuation(lines[1:])
        or _indentation(lines)
    )


def find_bullet(source: Source, mark: Mark) -> SyntaxHint | None:
    """Return the hint for a ``*`` at `mark` that was meant as the dash of a list, or None."""
    line = _SourceLine(source, mark.line + 1, source.line(mark.line + 1))
    return _other_sign([line]) if re.match(r"[ ]*\*[ \xa0\t]", line.text) else None


class _SourceLine(NamedTuple):
    """A line of a file; `number` counts from 1."""

    source: Source
    number: int
    text: str

    def at(self, column: int) -> Span:
        """Return the span of the character at `column`, from 0."""
        start = Position(self.number - 1, column)
        return Span(self.source, start, Position(start.line, column + 1))

    @property
    def indent(self) -> int | None:
        """The column of the line's key, behind its dash if there is one; None without key."""
        match = _KEY_AND_VALUE.match(self.text)
        return len(match["indent"]) if match else None


def _lines_above(source: Source, index: int) -> list[_SourceLine]:
    """Return the line at `index`, from 0, and those above, the nearest first, without blank lines.

    At most `MAX_LINES_ABOVE` lines more than the first are returned.
    """
    numbers = range(index + 1, max(0, index - 2 * MAX_LINES_ABOVE), -1)
    lines = [_SourceLine(source, number, source.line(number)) for number in numbers]
    return [line for line in lines if line.text.strip()][: MAX_LINES_ABOVE + 1]


_CURLY = pattern(r"[ ]*(?:- )?(?:[\w-]+:[ ]+|-[ ]+)?(?P<sign>[“”„«»‚‘’])(?P<text>.*)")


def _curly_quotation(lines: list[_SourceLine]) -> SyntaxHint | None:
    """Return the hint for the first of `lines` if curly quotation marks stand around its text."""
    match = _CURLY.match(lines[0].text) if lines else None
    if match is None or ": " not in match["text"]:
        return None
    inner = match["text"].rstrip().rstrip("“”„«»‚‘’")
    return SyntaxHint(
        lines[0].at(match.start("sign")),
        f"{match['sign']} is a sign of the text, and no quotation mark that keeps it together",
        f'write the straight quotation marks of the keyboard: "{inner[:60]}"',
    )


def _quotation(source: Source, mark: Mark, events: Iterator[Any]) -> SyntaxHint | None:
    """Return the hint for more text at `mark`, right behind a text in quotation marks."""
    last: Any = None
    try:
        for event in events:
            if isinstance(event, ScalarEvent):
                last = event
    except yaml.YAMLError:
        pass
    if last is None or last.style not in ("'", '"'):
        return None
    start, end = last.start_mark, last.end_mark
    between = source.line(end.line + 1)[end.column : mark.column]
    if end.line != mark.line or mark.column < end.column or between.strip():
        return None
    span = Span(source, Position(start.line, start.column), Position(start.line, start.column + 1))
    if start.line == end.line:
        return SyntaxHint(
            span,
            "more text stands behind the closing quotation mark",
            "put the whole text in quotation marks of the other kind: '…' or \"…\"",
        )
    return SyntaxHint(
        span,
        f"the quotation mark that opens here is closed in line {end.line + 1}, with more behind it",
        'close it where its text ends; inside "…", a quotation mark is written \\"',
    )


def _missing_space(lines: list[_SourceLine]) -> SyntaxHint | None:
    """Return the hint for a colon or a dash without a space in the first or second of `lines`.

    Of several such lines in a row, the hint is for the uppermost.
    """
    hint = None
    for distance, line in enumerate(lines):
        match = _NO_SPACE.match(line.text) or _NO_SPACE_DASH.match(line.text)
        if match is not None:
            sign = match["before"][-1]
            name = "colon" if sign == ":" else "dash"
            written = f"{match['before'].strip()} {match['behind']}"
            hint = SyntaxHint(
                line.at(match.end("before") - 1),
                f"there is no space behind this {name}",
                f"write `{written if len(written) <= 60 else written[:59] + '…'}`",
            )
        elif hint is not None or distance:
            break
    return hint


def _indentation(lines: list[_SourceLine]) -> SyntaxHint | None:
    """Return the hint for a key further right than the key above, which has a value already.

    Where a line further up begins as far right as the key, the line between is the wrong one.
    """
    if len(lines) < 2 or lines[0].indent is None or lines[1].indent is None:
        return None
    here, above = lines[0].indent, lines[1].indent
    if here <= above:
        return None
    if any(line.indent == here for line in lines[2:]):
        return SyntaxHint(
            lines[1].at(above),
            "this line begins further left than the lines around it",
            "put spaces before it, as many as before those; "
            "if a new question begins here, write a dash and a space before it",
        )
    return SyntaxHint(
        lines[0].at(here),
        "this line begins further right than the line above it",
        "begin both in the same column",
    )


_OTHER_DASH = pattern(r"(?P<indent>[ ]*)(?P<sign>[–—−•·*‣▪●])[ \xa0\t]*(?P<text>\S.*)")
_OTHER_COLON = pattern(r"[ ]*(?:- )?[\w-]+(?P<sign>[：﹕∶])")


def _other_sign(lines: list[_SourceLine]) -> SyntaxHint | None:
    """Return the hint for another character in place of a dash or a colon.

    Word processors and the keyboards of some languages put it there.
    """
    for line in reversed(lines):
        if dash := _OTHER_DASH.fullmatch(line.text):
            return SyntaxHint(
                line.at(dash.start("sign")),
                f"{dash['sign']} is not the dash that begins a part of a list",
                f"write `- {dash['text'][:60]}`, with the hyphen of the keyboard",
            )
        if colon := _OTHER_COLON.match(line.text):
            return SyntaxHint(
                line.at(colon.start("sign")),
                f"{colon['sign']} is not the colon that ends a key",
                "write a common colon and a space",
            )
    return None


_BLOCK = pattern(r"(?P<indent>[ ]*)(?:- )?(?:[\w-]+:|-)[ ]+[|>][+-]?[ ]*")


def _block_text(lines: list[_SourceLine]) -> SyntaxHint | None:
    """Return the hint for a text behind ``|`` or ``>`` that does not begin further right."""
    for below, line in itertools.pairwise(lines):
        match = _BLOCK.fullmatch(line.text)
        if match is None:
            continue
        key = re.search(r"[\w-]+:", line.text)
        least = (key.start() if key else len(match["indent"])) + 2
        indent = len(below.text) - len(below.text.lstrip(" "))
        if indent < least - 1:
            return SyntaxHint(
                below.at(indent),
                f"the text that line {line.number} begins must stand further right than its key",
                f"put {least} spaces before each line of the text",
            )
    return None


def _continuation(lines: list[_SourceLine]) -> SyntaxHint | None:
    """Return the hint for a line that goes on with a text, and is not indented."""
    here = lines[0] if lines else None
    if here is None or re.match(r"[ ]*(?:-(?:\s|$)|[\w-]+:(?:\s|$)|[\]}])", here.text):
        return None
    above = next((line for line in lines[1:] if line.indent is not None), None)
    indent = len(here.text) - len(here.text.lstrip(" "))
    if above is None or above.indent is None or indent > above.indent:
        return None
    return SyntaxHint(
        here.at(indent),
        f"this line seems to go on with the text of line {above.number}, but is not indented",
        f"put {above.indent + 2} spaces before it, or write it into the line above",
    )
