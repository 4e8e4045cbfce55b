"""The three kinds of node. Each is a `Span`, so any of them can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from quizgen.model.source import Mark, Source, Span


class KeyEvent(Protocol):
    """What a mapping keeps of a key: PyYAML's own event, until someone asks for the node."""

    @property
    def value(self) -> str: ...
    @property
    def style(self) -> str | None: ...
    @property
    def start_mark(self) -> Mark: ...
    @property
    def end_mark(self) -> Mark: ...


class Scalar(Span):
    """A single value, as typed: ``no`` is the two letters, ``1718`` four digits."""

    __slots__ = ("value",)

    def __init__(self, source: Source, start: Mark, end: Mark, value: str) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.value = value


class Sequence(Span):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        super().__init__(source, start, end)
        self.items: list[Node] = []


class Mapping(Span):
    """Keys with values, in the order written. Keys are unique."""

    __slots__ = ("entries",)

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        super().__init__(source, start, end)
        self.entries: dict[str, tuple[KeyEvent, Node]] = {}

    def get(self, key: str) -> Node | None:
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> Scalar:
        """The node of a key that is there. Raises KeyError if it is not."""
        event = self.entries[key][0]
        return Scalar(self.source, event.start_mark, event.end_mark, event.value)

    def pairs(self) -> Iterator[tuple[Scalar, Node]]:
        return ((self.key(key), value) for key, (_, value) in self.entries.items())


Node: TypeAlias = Scalar | Sequence | Mapping


def kind(node: Node) -> str:
    """What an author would call the node."""
    match node:
        case Scalar():
            return "a single value"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"
