"""Where a piece of text came from: a file, and a stretch of characters in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol


class Mark(Protocol):
    """A point in a file. Both numbers count characters and start at 0.

    PyYAML's own marks satisfy this, so that parsing makes no second object for a point.
    """

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Position(NamedTuple):
    """A `Mark` of our own, for text that did not come through the YAML parser."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read: decoded, without a byte-order mark, lines ended by ``\\n``."""

    path: Path
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """The text of line `number` (1-based) without its end, or ``""`` past the last one."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def whole(self) -> Span:
        """The span to point at when a file as a whole is meant: its first character."""
        return Span(self, START, START)


class Span:
    """A stretch of one file from `start` up to, not including, `end`.

    Nodes of the YAML tree are spans themselves (they inherit from this class), so pointing
    at one costs nothing.
    """

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def line(self) -> int:
        """1-based line of the first character."""
        return self.start.line + 1

    @property
    def column(self) -> int:
        """1-based column of the first character, in characters."""
        return self.start.column + 1

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.source.path}:{self.line}:{self.column})"


START = Position(0, 0)
NOWHERE = Source(Path("<memory>"), "").whole()
"""The span of a value that was made by code and not read from a file."""
