"""Answers that are numbers or dates, from the least to the greatest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from quizgen.model.item import Option
from quizgen.readers.question_types.locales import locale_of
from quizgen.readers.shapes import Reading
from quizgen.readers.shapes.words import composed

_DATE = re.compile(r"\s*(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\s*", re.ASCII)
_ONE_NUMBER = re.compile(r"(\D*?)([-+−]?\d(?:[\d.,'’\s]*\d)?)(\D*)", re.ASCII | re.DOTALL)


SortKey: TypeAlias = tuple[Decimal, ...]
"""A number, or year, month and day."""


def sort_ascending(options: Sequence[Option], reading: Reading) -> tuple[Option, ...] | None:
    """`options` in order, those that are pinned last; None once one without a place is reported."""
    free = [option for option in options if not option.pinned]
    placed: list[tuple[SortKey, Option]] = []
    found = sort_keys([option.text.plain for option in free], reading.language)
    for option, sort_key in zip(free, found, strict=True):
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
    """What each of `answers` is worth; None for one that can't be compared with the first.

    They are years or dates as ISO 8601 writes them, or one number each, as people of
    `language` write it, among words that are the same in all of them.
    """
    read = [_read(answer, language) for answer in answers]
    around = next((words for words, _ in filter(None, read)), None)
    return [one[1] if one and one[0] == around else None for one in read]


def _read(answer: str, language: str) -> tuple[tuple[str, ...], SortKey] | None:
    """The words around the number in `answer`, and what it is worth."""
    from babel.numbers import NumberFormatError, parse_decimal

    answer = composed(answer)
    if date := _DATE.fullmatch(answer):
        return ("", ""), tuple(Decimal(part) for part in date.groups() if part)
    found = _ONE_NUMBER.fullmatch(answer)
    if found is None:
        return None
    before, digits, after = found.groups()
    digits = re.sub(r"[\s'’]", "", digits).replace("−", "-")
    try:
        number = parse_decimal(digits, locale=locale_of(language), strict=True)
    except NumberFormatError:
        return None
    return (before.strip(), after.strip()), (number,)
