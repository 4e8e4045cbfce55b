"""The entry of a topic file as its author wrote it."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.model.case import Case
from quizgen.model.entry import AuthorEntry, Value
from quizgen.readers.yaml import MappingNode, Node, ScalarNode


class NodeEntry(AuthorEntry):
    """The entry in `node`, which names `case`, with keys of the bank's file that it has not."""

    __slots__ = ("_case", "_defaults", "_node")

    def __init__(self, node: MappingNode, case: Case | None, defaults: Mapping[str, Value]) -> None:
        super().__init__(node.source, node.start, node.end)
        self._node = node
        self._case = case
        self._defaults = defaults

    @property
    def case_stem(self) -> str:
        """The stem of the item's case, in Markdown; empty for an item without."""
        stem = self._case.stem if self._case else None
        return stem.span.value if stem and isinstance(stem.span, ScalarNode) else ""

    def values(self) -> dict[str, Value]:
        """Return the keys of the entry with their values, those of the bank's file last."""
        return {**_mapping(self._node), **self._defaults}

    def with_default(self, key: str, value: Value) -> NodeEntry:
        """Return the entry with `value` for `key`, which the bank's file has for all entries."""
        return NodeEntry(self._node, self._case, {**self._defaults, key: value})


def _mapping(node: MappingNode) -> dict[str, Value]:
    return {key: typed_value(value) for key, (_, value) in node.entries.items()}


def typed_value(node: Node) -> Value:
    """Return what is typed in `node`, without the line feeds that a block of lines ends in.

    What an alias repeats is written out.
    """
    match node:
        case ScalarNode(value=value):
            return value.rstrip("\n")
        case MappingNode():
            return _mapping(node)
        case _:
            return [typed_value(item) for item in node.items]
