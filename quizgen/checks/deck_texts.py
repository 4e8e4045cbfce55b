"""Checks of the texts of a deck file: markup that is shown as it stands, and what nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.structure.foreign_markup import (
    formula_in,
    formula_in_deck_file,
    html_in_text,
    may_have_markup,
    tag_in,
    without_shown,
)
from quizgen.checks.structure.invisible_characters import unseen_in_deck_file
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.source import Source
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml


def check_deck_file(source: Source) -> Iterator[Diagnostic]:
    """Yield what is odd in the texts of the deck file `source`, in their order."""
    root = parse_yaml(source, Report())
    for key, node in _texts(root, "") if root else ():
        typed = without_shown(node.value) if may_have_markup(node) else ""
        if typed and (tag := tag_in(typed)):
            yield html_in_text(node, tag)
        if typed and (formula := formula_in(typed)):
            yield formula_in_deck_file(node, formula)
        yield from unseen_in_deck_file(key, node)


def _texts(node: Node, key: str) -> Iterator[tuple[str, ScalarNode]]:
    """Yield each single value in `node`, the value of `key`, with its nearest key."""
    match node:
        case ScalarNode():
            yield key, node
        case SequenceNode(items=items):
            for item in items:
                yield from _texts(item, key)
        case MappingNode():
            for name, value in node.pairs():
                yield from _texts(value, name.value)
