"""Typed answers in results: what the rule calls wrong and a person might not is open, no silent 0.

The rule is that of `typed_answer`, which pages and cards have too. There a learner reads the right
answer at once and judges for himself; in results nobody would look at the answer again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from quizgen.model.typed_answer import is_number, judge_number, judge_text


def judge_text_or_ask(
    typed: str, answers: Sequence[str], language: str, *, exact: bool = False
) -> bool | None:
    """Judge as `judge_text` does; None for what is wrong there by signs, spaces or accents."""
    is_right = judge_text(typed, answers, language, exact=exact)
    return None if is_right is False and is_near_text(typed, answers, exact=exact) else is_right


def judge_number_or_ask(
    typed: str, value: Decimal, tolerance: Decimal, unit: str, language: str
) -> bool | None:
    """Judge as `judge_number` does; None for what is no number there."""
    is_right = judge_number(typed, value, tolerance, unit, language)
    return None if is_right is False and may_be_number(typed, unit, language) else is_right


def is_near_text(typed: str, answers: Iterable[str], *, exact: bool = False) -> bool:
    """Return whether `typed` is one of `answers` but for signs, spaces and accents.

    `exact`: case counts.
    """
    letters = _letters(typed, exact)
    return bool(letters) and any(_letters(answer, exact) == letters for answer in answers)


def may_be_number(typed: str, unit: str, language: str) -> bool:
    """Return whether `typed`, with or without `unit`, may be a number written in another way.

    So it is with ``two million`` and ``2000 €``: with all but nothing, and numbers that are read.
    """
    return bool(typed.strip()) and not is_number(typed, unit, language)


def _letters(text: str, exact: bool) -> str:
    """Return the letters and digits of `text`, without accents."""
    parts = unicodedata.normalize("NFKD", text if exact else text.casefold())
    return "".join(letter for letter in parts if unicodedata.category(letter)[0] in "LN")
