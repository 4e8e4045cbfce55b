"""Answers that a pupil types, by what they look like: a truth, a number, words, or a long text."""

from __future__ import annotations

import re

from quizgen.readers.foreign.model import (
    ForeignCard,
    ForeignChoice,
    ForeignNumber,
    ForeignShort,
    ForeignTask,
    html_of,
)
from quizgen.readers.tables.words import truth_of

LONGEST_TYPED_ANSWER = 50
"""Characters of an answer that a pupil may be asked to type; a longer one is a card (judged)."""

NUMBER = re.compile(r"[-+−]?\d{1,15}(?:\.\d{1,15})?|[-+−]?\d{1,15},\d{1,2}")


def typed_task(answer: str, *, is_truth: bool) -> ForeignTask:
    """Return the task whose right answer is `answer`, without options.

    Where the question asks for one, `is_truth`, a word for a truth is one.
    """
    if is_truth and (truth := truth_of(answer)) is not None:
        return ForeignChoice((), truth)
    if NUMBER.fullmatch(answer):
        return ForeignNumber(answer.replace(",", ".").replace("−", "-").lstrip("+"))
    if len(answer) > LONGEST_TYPED_ANSWER or "\n" in answer:
        return ForeignCard(html_of(answer))
    return ForeignShort(tuple(part for part in re.split(r"\s*[;|]\s*", answer) if part))
