"""Answers that are numbers or dates, from the least to the greatest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from quizgen.model.item import Option
from quizgen.model.pattern import pattern
from quizgen.readers.question_types.locales import locale_of
from quizgen.readers.shapes import Reading
from quizgen.readers.shapes.words import composed

_DATE = pattern(r"\s*(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\s*", re.ASCII)
_ONE_NUMBER = pattern(r"(\D*?)([-+−]?\d(?:[\d.,'’\s]*\d)?)(\D*)", re.ASCII | re.DOTALL)


SortKey: TypeAlias = tuple[Decimal, ...]
"""A number, or year, month and day."""


def sort_ascending(options: Sequence[Option], reading: Reading) -> tuple[Option, ...] | None:
    """Return `options` from the least to the greatest, pinned options last.

    Return None once an option that cannot be compared with the others is reported.
    """
    free = [option for option in options if not option.pinned]
    placed: list[tuple[SortKey, Option]] = []
    keys = sort_keys([option.text.plain for option in free], reading.language)
    for option, sort_key in zip(free, keys, strict=True):
        if sort_key is None:
            reading.report.error(
                "unclear-order",
                option.text.span,
                f"how {option.text.plain!r} compares with the other answers is not clear",
                "write all answers alike, such as 9 days and 12 days, or dates as 2023-12-09; "
                "or remove `ascending`",
            )
            return None
        placed.append((sort_key, option))
    placed.sort(key=lambda pair: pair[0])
    return (*(option for _, option in placed), *(option for option in options if option.pinned))


def sort_keys(answers: Iterable[str], language: str) -> list[SortKey | None]:
    """Return a sort key for each of `answers`, None for an answer that cannot be compared.

    Answers can be compared if they are years or dates in ISO 8601, or if each holds one number,
    written as in `language`, and the words around the number are the same in all. The first answer
    with a number or a date says which words those are.
    """
    read = [_read(answer, language) for answer in answers]
    around = next((words for words, _ in filter(None, read)), None)
    return [pair[1] if pair and pair[0] == around else None for pair in read]


def _read(answer: str, language: str) -> tuple[tuple[str, ...], SortKey] | None:
    """Return the words before and behind the number in `answer`, and its sort key.

    Return None where `answer` is no date and does not hold exactly one number.
    """
    from babel.numbers import NumberFormatError, parse_decimal

    answer = composed(answer)
    if date := _DATE.fullmatch(answer):
        return ("", ""), tuple(Decimal(part) for part in date.groups() if part)
    match = _ONE_NUMBER.fullmatch(answer)
    if match is None:
        return None
    before, digits, after = match.groups()
    digits = re.sub(r"[\s'’]", "", digits).replace("−", "-")
    try:
        number = parse_decimal(digits, locale=locale_of(language), strict=True)
    except NumberFormatError:
        return None
    return (before.strip(), after.strip()), (number,)
