"""Slips that libyaml tells of in the wrong place: it stops where nothing can follow any more.

Each function looks at the lines around that place and gives the slip that it knows, or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import ScalarEvent

from quizgen.model.source import Mark, Position, Source, Span

MAX_LINES_ABOVE = 3
"""How many lines above the place a slip is looked for: YAML reads on for a line or two."""

_NO_SPACE = re.compile(r"(?P<before>[ ]*(?:- )?[\w-]+:)(?P<behind>[^\s:/].*)")
_NO_SPACE_DASH = re.compile(r"(?P<before>[ ]*-)(?P<behind>[^\s-].*)")
_KEY_AND_VALUE = re.compile(r"(?P<indent>[ ]*(?:- )?)[\w-]+: +\S")


class SyntaxHint(NamedTuple):
    """What was done wrong, where, and the way out."""

    span: Span
    message: str
    help: str


def find_syntax_hint(source: Source, mark: Mark, events: Iterator[Any]) -> SyntaxHint | None:
    """The slip that made the parser stop at `mark`; `events` are those of the whole file."""
    lines = _lines_above(source, mark.line)
    return _quotation(source, mark, events) or _missing_space(lines) or _indentation(lines)


class _Line(NamedTuple):
    source: Source
    number: int
    text: str

    def at(self, column: int) -> Span:
        start = Position(self.number - 1, column)
        return Span(self.source, start, Position(start.line, column + 1))

    @property
    def indent(self) -> int | None:
        """Where the line's key begins, behind a dash if need be; None if there is no key."""
        match = _KEY_AND_VALUE.match(self.text)
        return len(match["indent"]) if match else None


def _lines_above(source: Source, index: int) -> list[_Line]:
    """The line of this index and those above it that hold something, nearest first."""
    numbers = range(index + 1, max(0, index - 2 * MAX_LINES_ABOVE), -1)
    found = [_Line(source, number, source.line(number)) for number in numbers]
    return [line for line in found if line.text.strip()][: MAX_LINES_ABOVE + 1]


def _quotation(source: Source, mark: Mark, events: Iterator[Any]) -> SyntaxHint | None:
    """A text in quotation marks that ended just before `mark`, with more behind it."""
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


def _missing_space(lines: list[_Line]) -> SyntaxHint | None:
    """A colon or dash without its space, here or just above; of several in a row, the first."""
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


def _indentation(lines: list[_Line]) -> SyntaxHint | None:
    """A key further right than the one above it, which has a value already."""
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
