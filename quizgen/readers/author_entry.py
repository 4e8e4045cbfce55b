"""The entry of a topic file as its author wrote it."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.model.case import Case
from quizgen.model.entry import AuthorEntry, Value
from quizgen.readers.yaml import MappingNode, Node, ScalarNode


def author_entry(
    node: MappingNode, case: Case | None, defaults: Mapping[str, Value], unread: tuple[str, ...]
) -> AuthorEntry:
    """Return the entry in `node`, of an item of `case`, with `defaults` of the bank's file.

    `unread` are its keys that could not be read, as an `AuthorEntry` has them.

    The nodes are not kept: with the parser's events they take five times the room (measured).
    """
    stem = case.stem.span if case and case.stem else None
    case_stem = stem.value if isinstance(stem, ScalarNode) else ""
    return AuthorEntry(node, {**_mapping(node), **defaults}, case_stem, unread)


def _mapping(node: MappingNode) -> dict[str, Value]:
    return {key: _typed(value) for key, (_, value) in node.entries.items()}


def _typed(node: Node) -> Value:
    """Return what is typed in `node`, without the line feeds that a block of lines ends in.

    What an alias repeats is written out.
    """
    match node:
        case ScalarNode(value=value):
            return value.rstrip("\n")
        case MappingNode():
            return _mapping(node)
        case _:
            return [_typed(item) for item in node.items]
