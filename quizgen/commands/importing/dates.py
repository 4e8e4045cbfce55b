"""From dates in words back to ISO 8601, and the language of the words."""

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
"""The languages to try, in order.

Those that true_false has words for come first, then others by their use in schools (judged)."""

MOST_NUMBERS = 4
"""Most numbers in a date; a text with more is no date."""


def guess_language(
    words: Iterable[tuple[str, str]], dates: Iterable[str], catalogues: Collection[str]
) -> str:
    """Return the first of `LANGUAGES` that fits `words`, `catalogues` and `dates`.

    A language fits if `words`, the pairs for true and false, are its own, if its catalogue is in
    `catalogues`, and if all `dates` are written as in the language. Where no language fits all,
    `words` count most, then `catalogues`. Without any hint, the result is English.
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
def iso_date(written: str, language: str) -> str | None:
    """Return the ISO date that `language` writes as `written`, or None.

    All dates that can be made of the numbers in `written` are put into words and compared.
    """
    for parts in _candidates(written):
        try:
            candidate = written_date(DateStamp(parts, NOWHERE), language)
        except (ValueError, OverflowError):
            continue
        if candidate == written:
            return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
    return None


def _candidates(written: str) -> Iterator[tuple[int, ...]]:
    """Yield all dates with year and day among the numbers of `written`, and any month."""
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
