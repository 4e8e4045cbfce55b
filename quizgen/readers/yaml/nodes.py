"""The three kinds of nodes. Each is a `Span`, which diagnostics can point at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from quizgen.model.source import Mark, Source, Span


class ScalarNode(Span):
    """A single value as typed: ``no`` is a text of two letters, ``1718`` of four digits."""

    __slots__ = ("value",)

    def __init__(self, source: Source, start: Mark, end: Mark, value: str) -> None:
        # As the base does it, whose call would take as long: half of all nodes are scalars.
        self.source = source
        self.start_line = line = start.line
        self.start_column = start.column
        last = end.line
        self.end_line = line if last == line else last
        self.end_column = end.column
        self.value = value


class SequenceNode(Span):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        super().__init__(source, start, end)
        self.items: list[Node] = []


class MappingNode(Span):
    """Keys with values, in the order of the file; of a key that is there twice, the first.

    `is_faulty` says that lines of it could not be read, so that keys may be missing.
    """

    __slots__ = ("entries", "is_faulty")

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        super().__init__(source, start, end)
        self.entries: dict[str, tuple[ScalarNode, Node]] = {}
        self.is_faulty = False

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None where there is no such key."""
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> ScalarNode:
        """Return the node of `key` itself.

        Raises:
            KeyError: The mapping has no such key.
        """
        return self.entries[key][0]

    def pairs(self) -> Iterator[tuple[ScalarNode, Node]]:
        """Return the nodes of each key and its value, in the order of the file."""
        return iter(self.entries.values())


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def kind(node: Node) -> str:
    """Return the noun for the kind of `node`, for messages."""
    match node:
        case ScalarNode():
            return "a single value"
        case SequenceNode():
            return "a list"
        case MappingNode():
            return "keys with values"
