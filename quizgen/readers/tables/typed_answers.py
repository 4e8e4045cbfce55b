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


def typed_task(answer: str) -> ForeignTask:
    """Return the task whose right answer is `answer`, which has no options."""
    truth = truth_of(answer)
    if truth is not None and not answer.isdigit() and len(answer) > 1:
        return ForeignChoice((), truth)
    if NUMBER.fullmatch(answer):
        return ForeignNumber(answer.replace(",", ".").replace("−", "-").lstrip("+"))
    if len(answer) > LONGEST_TYPED_ANSWER or "\n" in answer:
        return ForeignCard(html_of(answer))
    return ForeignShort(tuple(part for part in re.split(r"\s*[;|]\s*", answer) if part))
