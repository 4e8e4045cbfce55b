"""The help for a question whose author has listed all ``options:`` and named the right answer."""

from __future__ import annotations

import re
import string

from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed

_LABEL = re.compile(r"\(?([A-Za-z]|\d{1,2})[).:]?")
"""A letter or a number that stands for an option: ``B``, ``b)``, ``2.``."""
_LABELLED = re.compile(r"\A\(?(?:[A-Za-z]|\d{1,2})[).:]\s+")


def options_help(entry: MappingNode) -> str | None:
    """Return how to write `entry` with ``answer:`` and ``distractors:`` in place of ``options:``.

    The ``answer:`` of `entry` may be an option's text, its letter, its number from 1, or 0 for the
    first, or a list of these. Return None where the answer names no option.
    """
    listed = next((entry.get(name) for name in _LISTS if entry.get(name)), None)
    answer = next((entry.get(name) for name in _ANSWERS if entry.get(name)), None)
    options, answers = _values(listed), _values(answer)
    if (
        not isinstance(listed, SequenceNode)
        or options is None
        or answers is None
        or len(options) < 2
    ):
        return None
    indices = [_index(one, options) for one in answers]
    texts = [_LABELLED.sub("", option, count=1) for option in options]
    right = [texts[index] for index in indices if index is not None]
    if not right or len(right) < len(indices):
        return None
    wrong = [text for index, text in enumerate(texts) if index not in indices]
    one = quoted_if_needed(right[0]) if len(right) == 1 else in_brackets(right)
    distractors = in_brackets(wrong) or "a list of the others, one a line"
    return f"write `answer: {one or 'a list of them'}` and `distractors: {distractors}`"


_LISTS = ("options", "choices")
_ANSWERS = ("answer", "correct", "answers", "solution", "key")


def _values(node: Node | None) -> list[str] | None:
    """Return the single values in `node`, one or a list of them; None for anything else."""
    nodes = node.items if isinstance(node, SequenceNode) else [node]
    values = [item.value.strip() for item in nodes if isinstance(item, ScalarNode)]
    return values if len(values) == len(nodes) else None


def _index(answer: str, options: list[str]) -> int | None:
    """Return the index of the option that `answer` names, or None.

    A text counts before a label: among the options 4, 3 and 2, the answer 2 is the third option.
    """
    if answer in options:
        return options.index(answer)
    match = _LABEL.fullmatch(answer)
    if match is None:
        return None
    label = match[1].upper()
    index = max(int(label) - 1, 0) if label.isdigit() else string.ascii_uppercase.index(label)
    return index if index < len(options) else None
