"""The help for a question whose author has listed all ``options:`` and named the right answer."""

from __future__ import annotations

from quizgen.model.pattern import pattern
from quizgen.readers.shapes.lists import is_label
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed

_LABEL = pattern(r"\(?([A-Za-z]|\d{1,2})[).:]?")
"""A letter or a number that stands for an option: ``B``, ``b)``, ``2.``."""
_LABELLED = pattern(r"\A\(?(?:[A-Za-z]|\d{1,2})[).:]\s+")


def options_help(entry: MappingNode) -> str | None:
    """Return how to write `entry` with ``answer:`` and ``distractors:`` in place of ``options:``.

    The ``answer:`` of `entry` may be an option's text, its letter, its number from 1, or 0 for the
    first, or a list of these. Return None where the answer names no option.
    """
    listed = next((entry.get(name) for name in _LISTS if entry.get(name)), None)
    answer = next((entry.get(name) for name in _ANSWERS if entry.get(name)), None)
    labels, options = _labelled(listed)
    answers = _values(answer)
    if options is None or answers is None or len(options) < 2:
        return None
    indices = [labels.get(_bare(one), _index(one, options)) for one in answers]
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


def _labelled(listed: Node | None) -> tuple[dict[str, int], list[str] | None]:
    """Return the place of each option of `listed` by the label that is its key, and the options.

    Labels are keys of a mapping such as ``{A: Rome, B: Bern}``, or of mappings in a list.
    """
    if isinstance(listed, MappingNode):
        pairs = list(listed.pairs())
    elif isinstance(listed, SequenceNode) and listed.items:
        maps = [item for item in listed.items if isinstance(item, MappingNode)]
        if len(maps) < len(listed.items):
            return {}, _values(listed)
        pairs = [pair for item in maps for pair in item.pairs()]
    else:
        return {}, None
    options = [value.value.strip() for _, value in pairs if isinstance(value, ScalarNode)]
    if len(options) < len(pairs) or not all(is_label(key.value) for key, _ in pairs):
        return {}, None
    return {_bare(key.value): place for place, (key, _) in enumerate(pairs)}, options


def _bare(label: str) -> str:
    return label.strip("().: ").upper()


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
    index = max(int(label) - 1, 0) if label.isdigit() else ord(label) - ord("A")
    return index if index < len(options) else None
