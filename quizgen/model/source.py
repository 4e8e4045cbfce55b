"""Places in files: sources, points and ranges of characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from quizgen.model.dataclass import dataclass
from quizgen.model.hashes import blake2b
from quizgen.model.named_tuple import NamedTuple


class Mark(Protocol):
    """A point in a file. Line and column start at 0; columns count characters.

    PyYAML's own marks satisfy this protocol, so that parsing makes no second object for a point.
    """

    @property
    def line(self) -> int:
        """The line, from 0."""

    @property
    def column(self) -> int:
        """The column in characters, from 0."""


class Position(NamedTuple):
    """A point in a file as a value that can be compared and kept; a `Mark`."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    r"""A file as read: decoded, without byte-order mark, with lines that end in ``\n``.

    No other character ends a line, as in an editor.
    """

    path: Path
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each line, computed once: thousands of diagnostics look up their lines."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def digest(self) -> bytes:
        """Thirty-two bytes that stand for the text, computed once for all that is kept by them."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=32).digest()

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end, or ``""`` if there is no such line."""
        if not 0 < number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]

    def offset(self, line: int) -> int:
        """Return where line `line`, from 0, begins in the text; its end for a line behind it."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at `offset`, in characters from 0."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, offset - self._starts[line])

    def at(self, offset: int) -> Span:
        """Return the span of the character at `offset`, in characters from 0."""
        line, column = self.position(offset)
        return Span(self, Position(line, column), Position(line, column + 1))

    def whole(self) -> Span:
        """Return the span that stands for the file as a whole: its beginning."""
        return Span(self, START, START)


class Span:
    """A range of characters in a file from `start` up to, not including, `end`.

    Nodes of the YAML tree are spans themselves (they inherit from this class), so a diagnostic
    about a node needs no object for its place. Nothing of a bank is there as often: so a span
    keeps the numbers of its two points, as marks count them, and not the points.
    """

    __slots__ = ("end_column", "end_line", "source", "start_column", "start_line")

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        self.source = source
        self.start_line = line = start.line
        self.start_column = start.column
        last = end.line
        self.end_line = line if last == line else last  # the same number takes no memory
        self.end_column = end.column

    @property
    def start(self) -> Position:
        """The point before the first character."""
        return Position(self.start_line, self.start_column)

    @property
    def end(self) -> Position:
        """The point behind the last character."""
        return Position(self.end_line, self.end_column)

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.start_line + 1

    @property
    def column(self) -> int:
        """The column of the first character, from 1, in characters."""
        return self.start_column + 1

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.source.path}:{self.line}:{self.column})"


START = Position(0, 0)
NOWHERE = Source(Path("<memory>"), "").whole()
"""The span of a value that was made by code and not read from a file."""


def at_line(source: Source, line: int) -> Span:
    """Return the span of the beginning of `line`, from 1, of `source`."""
    start = Position(max(line - 1, 0), 0)
    return Span(source, start, start)


def in_file(path: str, line: int = 1) -> Span:
    """Return the place of `line`, from 1, in the file at `path`, without the text of that line."""
    return at_line(Source(Path(path), ""), line)
