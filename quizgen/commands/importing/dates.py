"""Dates as people write them, back to ISO 8601; and the language that they are written in."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator

from quizgen.model.source import NOWHERE
from quizgen.model.translations import catalogue_for, translations_for
from quizgen.readers.question_types.dates import DateStamp, written_date

LANGUAGES = (
    *("en", "en-GB", "de", "es", "fr", "ja", "ko", "it", "pt", "nl", "sv", "da", "nb", "fi"),
    *("pl", "cs", "sk", "hu", "ro", "bg", "el", "ru", "uk", "tr", "zh", "zh-TW", "id", "vi"),
    *("hi", "ar", "he"),
)
"""Tried in this order: those that true_false has words for, then the most spoken in schools."""

MOST_NUMBERS = 4
"""In one date. Longer texts are none."""


def guess_language(
    words: Iterable[tuple[str, str]], dates: Iterable[str], catalogues: Collection[str]
) -> str:
    """The first language whose cards speak like one of `catalogues`, that has all of `words`
    for true and false, and writes all `dates` so.

    Where none fits all, words for true and false count most; English where nothing tells.
    """
    words, dates = set(words), set(dates)
    true = [
        language
        for language in LANGUAGES
        if words <= {translations_for(catalogue_for(language)).truth}
    ]
    fitting = [language for language in true if catalogue_for(language) in catalogues] or true
    for language in fitting:
        if all(iso_date(date, language) for date in dates):
            return language
    return fitting[0] if fitting else LANGUAGES[0]


@functools.lru_cache(maxsize=4096)
def iso_date(written: str, language: str) -> str | None:
    """The ISO date that people of `language` write as `written`, or None."""
    for parts in _candidates(written):
        try:
            found = written_date(DateStamp(parts, NOWHERE), language)
        except (ValueError, OverflowError):
            continue
        if found == written:
            return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
    return None


def _candidates(written: str) -> Iterator[tuple[int, ...]]:
    """Every date that has its year and day among the numbers of `written`."""
    numbers = [int(digits) for digits in re.findall(r"\d{1,4}", written)]
    if not 1 <= len(numbers) <= MOST_NUMBERS:
        return
    years = [number for number in numbers if number]
    days = [number for number in numbers if 1 <= number <= 31]
    for year in years:
        yield (year,)
        for month in range(1, 13):
            yield (year, month)
    for year, month, day in itertools.product(years, range(1, 13), days):
        yield (year, month, day)
