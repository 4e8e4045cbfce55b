"""How a question is written whose author has given ``options:`` and named the right one."""

from __future__ import annotations

import re
import string

from quizgen.readers.yaml import Mapping, Scalar, Sequence
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed

_LABEL = re.compile(r"\(?([A-Za-z]|\d{1,2})[).:]?")
"""A letter or a number that stands for an option: ``B``, ``b)``, ``2.``."""
_LABELLED = re.compile(r"\A\(?(?:[A-Za-z]|\d{1,2})[).:]\s+")


def mend_options(entry: Mapping) -> str | None:
    """Return how to write `entry` with ``answer:`` and ``distractors:`` in place of ``options:``.

    Its ``answer:`` may be a text, a letter or a number from 1. None where it names no option.
    """
    given = next((entry.get(name) for name in _NAMES if entry.get(name)), None)
    answer = entry.get("answer") or entry.get("correct")
    if not isinstance(given, Sequence) or not isinstance(answer, Scalar):
        return None
    options = [item.value.strip() for item in given.items if isinstance(item, Scalar)]
    if len(options) != len(given.items) or len(options) < 2:
        return None
    index = _index(answer.value.strip(), options)
    if index is None:
        return None
    texts = [_LABELLED.sub("", option, count=1) for option in options]
    right = texts.pop(index)
    listed = in_brackets(texts) or "a list of the others, one a line"
    return f"write `answer: {quoted_if_needed(right)}` and `distractors: {listed}`"


_NAMES = ("options", "choices")


def _index(answer: str, options: list[str]) -> int | None:
    """Return which of `options` the `answer` names; None for none."""
    if answer in options:
        return options.index(answer)
    match = _LABEL.fullmatch(answer)
    if match is None:
        return None
    label = match[1].upper()
    index = int(label) - 1 if label.isdigit() else string.ascii_uppercase.index(label)
    return index if 0 <= index < len(options) else None
