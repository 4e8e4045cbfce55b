"""Slips that libyaml tells of in the wrong place: it stops where nothing can follow any more.

Each function looks at the lines around that place and gives the slip that it knows, or None.
"""

from __future__ import annotations

import itertools
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
    return (
        _quotation(source, mark, events)
        or _missing_space(lines)
        or _other_sign(lines)
        or _block_text(lines)
        or _continuation(lines)
        or _continuation(lines[1:])
        or _indentation(lines)
    )


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


_OTHER_DASH = re.compile(r"(?P<indent>[ ]*)(?P<sign>[–—−•·*‣▪●])[ \xa0\t]*(?P<text>\S.*)")
_OTHER_COLON = re.compile(r"[ ]*(?:- )?[\w-]+(?P<sign>[：﹕∶])")


def _other_sign(lines: list[_Line]) -> SyntaxHint | None:
    """Return the hint for a dash or a colon that a word processor or keyboard put in its place."""
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


_BLOCK = re.compile(r"(?P<indent>[ ]*)(?:- )?(?:[\w-]+:|-)[ ]+[|>][+-]?[ ]*")


def _block_text(lines: list[_Line]) -> SyntaxHint | None:
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


def _continuation(lines: list[_Line]) -> SyntaxHint | None:
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
