"""Read dates in the form of a language back to ISO 8601, and guess the language of cards."""

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
"""The order of guesses: languages that true_false has words for, then those of most schools."""

MAX_NUMBERS = 4
"""Numbers in a date; a text with more is no date."""


def guess_language(
    words: Iterable[tuple[str, str]], dates: Iterable[str], catalogues: Collection[str]
) -> str:
    """Return the first of `LANGUAGES` that agrees with everything known about some cards.

    `words` are pairs of words for true and false, `dates` dates in the form on the cards, and
    `catalogues` the languages in which the phrases on the cards are written. Where no language
    agrees with all three, `words` count most, then `catalogues`; the result is English where
    not even `words` fit.
    """
    words, dates = set(words), set(dates)
    with_words = [
        language
        for language in LANGUAGES
        if words <= {translations_for(catalogue_for(language)).truth}
    ]
    fitting = [
        language for language in with_words if catalogue_for(language) in catalogues
    ] or with_words
    for language in fitting:
        if all(iso_date(date, language) for date in dates):
            return language
    return fitting[0] if fitting else LANGUAGES[0]


@functools.lru_cache(maxsize=4096)
def iso_date(text: str, language: str) -> str | None:
    """Return the ISO 8601 date that cards of `language` show as `text`, or None."""
    for parts in _candidates(text):
        try:
            displayed = written_date(DateStamp(parts, NOWHERE), language)
        except (ValueError, OverflowError):
            continue
        if displayed == text:
            return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
    return None


def _candidates(text: str) -> Iterator[tuple[int, ...]]:
    """Yield every date whose year and day are among the numbers of `text`: (year, month, day)."""
    numbers = [int(digits) for digits in re.findall(r"\d{1,4}", text)]
    if not 1 <= len(numbers) <= MAX_NUMBERS:
        return
    years = [number for number in numbers if number]
    days = [number for number in numbers if 1 <= number <= 31]
    for year in years:
        yield (year,)
        for month in range(1, 13):
            yield (year, month)
    for year, month, day in itertools.product(years, range(1, 13), days):
        yield (year, month, day)
