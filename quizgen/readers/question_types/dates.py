"""Dates as authors type them, also before the year 1000 and before our era, and in words."""

from __future__ import annotations

import datetime
import re

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.results import MISSING, Results
from quizgen.model.source import Span
from quizgen.readers.question_types.date_forms import how_to_write
from quizgen.readers.question_types.locales import locale_of
from quizgen.readers.shapes import Reading, scalar
from quizgen.readers.yaml import Node

_DATE = pattern(
    r"(?P<sign>[-−–]?)(?P<year>\d{1,4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?", re.ASCII
)
_BEFORE = pattern(
    r"(?P<date>\d{1,4}(?:-\d\d){0,2})\s*"
    r"(?:B\.?\s?C\.?(?:\s?E\.?)?"
    r"|v\.?\s?Chr\.?|v\.?\s?u\.?\s?Z\.?"
    r"|av(?:ant|\.)?\s?J\.?-?\s?C\.?"
    r"|a\.?\s?(?:de\s)?C\.?)",
    re.IGNORECASE,
)
"""A date before our era, as English, German, French and Spanish say it behind the year."""

_AFTER = pattern(
    r"(?P<date>\d{1,4}(?:-\d\d){0,2})\s*"
    r"(?:A\.?\s?D\.?|C\.?\s?E\.?"
    r"|n\.?\s?Chr\.?|(?:n\.?\s?)?u\.?\s?Z\.?"
    r"|ap\.?\s?J\.?-?\s?C\.?"
    r"|d\.?\s?C\.?)",
    re.IGNORECASE,
)
"""A date of our era, as the same languages say it behind the year."""

_SAMPLE_YEAR = 8888
"""A year that stands for a year before our era while Babel puts a date into words.

It is replaced afterwards, and its digits cannot occur in a day or a month."""


class DateStamp(NamedTuple):
    """A year, a month or a day: `parts` has one, two or three numbers.

    Years before our era are negative: -44 is 44 BC. There is no year 0.
    """

    parts: tuple[int, ...]
    span: Span


class IsoDate:
    """A date: ``2023-12-09``, ``2023-12``, ``476``; before our era ``-44`` or ``44 BC``."""

    noun = "a date"

    def read(self, node: Node, reading: Reading) -> DateStamp | None:
        """Return the date that `node` holds, or None once the reason has been reported."""
        value = scalar(node, self.noun, reading)
        if value is None:
            return None
        typed = value.value.strip()
        parts = _parts(typed)
        if parts is not None:
            return DateStamp(parts, value)
        way = how_to_write(typed, reading.language)
        reading.report.error(
            "bad-date",
            value,
            f"{typed[:40]!r} is not a date of the calendar",
            way
            or "write year-month-day, such as 2023-12-09, or 2023-12, or 2023; a year before our "
            "era is -44 or 44 BC",
        )
        return None


def _parts(typed: str) -> tuple[int, ...] | None:
    """Return year, month and day of the date `typed`, or only the first of them; None for no date.

    The day must exist in the calendar. February of a year before our era may have 29 days:
    `_SAMPLE_YEAR` is a leap year.
    """
    if before := _BEFORE.fullmatch(typed):
        typed = f"-{before['date']}"
    elif after := _AFTER.fullmatch(typed):
        typed = after["date"]
    match = _DATE.fullmatch(typed)
    if match is None or not int(match["year"]):
        return None
    year = -int(match["year"]) if match["sign"] else int(match["year"])
    rest = tuple(int(part) for part in (match["month"], match["day"]) if part)
    try:
        datetime.date(_SAMPLE_YEAR if year < 0 else year, *(*rest, 1, 1)[:2])
    except ValueError:
        return None
    return year, *rest


_RESULTS = Results("written_date")


def written_date(date: DateStamp, language: str) -> str:
    """Return `date` as people of `language` write it, by the Unicode CLDR: 9 December 2023."""
    arguments = date.parts, language
    written = _RESULTS.of(arguments)
    if written is MISSING:
        written = _written_in_era(date.parts, language)
        _RESULTS.keep(arguments, written)
    return str(written)


def _written_in_era(parts: tuple[int, ...], language: str) -> str:
    """Return the date `parts`, whose year may be one before our era, in words of `language`."""
    year, *rest = parts
    if year > 0:
        return _written(parts, language)
    before_our_era = _year_before_our_era(-year, language)
    return _written((_SAMPLE_YEAR, *rest), language).replace(str(_SAMPLE_YEAR), before_our_era)


def _written(parts: tuple[int, ...], language: str) -> str:
    """Return the date `parts` in words of `language`, to the day, the month or the year."""
    from babel.dates import format_date, format_skeleton

    locale = locale_of(language)
    day = datetime.date(*parts, *(1, 1)[: 3 - len(parts)])
    if len(parts) == 3:
        return format_date(day, "long", locale=locale)
    midnight = datetime.datetime.combine(day, datetime.time())
    skeleton = "yMMMM" if len(parts) == 2 else "y"
    return format_skeleton(skeleton, midnight, locale=locale)


def _year_before_our_era(year: int, language: str) -> str:
    """Return `year`, counted back from our era, with the era's name before or behind the number.

    The side is where `language` has the name of our era, and the space is as there.
    """
    from babel.dates import format_skeleton

    locale = locale_of(language)
    before, after = (locale.eras["abbreviated"][era] for era in (0, 1))
    sample = format_skeleton("Gy", datetime.datetime(_SAMPLE_YEAR, 1, 1), locale=locale)
    era_is_first = sample.find(after) < sample.find(str(_SAMPLE_YEAR))
    space = " " if " " in sample else ""
    return f"{before}{space}{year}" if era_is_first else f"{year}{space}{before}"
