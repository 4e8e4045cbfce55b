"""How to write the date that an author typed in the form of a language, such as 8.5.1945."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model.pattern import pattern
from quizgen.readers.question_types.locales import locale_of

_ERA = pattern(r"(?:A\.?D\.?|C\.?E\.?|n\.\s?Chr\.)\s*(\d{1,4})|(\d{1,4})\s*apr[eè]s J\.?-?\s?C\.?")
_RANGE = pattern(
    r"(?P<first>\d{3,4})\s*(?:[-–—/]|to|until|bis|à|a|al|hasta|au)\s*(?P<last>\d{2,4})",
    re.IGNORECASE,
)
_ABOUT = pattern(
    r"(?:c|ca|circa|about|around|um|etwa|vers|environ|hacia|sobre|alrededor de|~|≈)\.?\s*(\d{3,4})"
    r"|(\d{3,4})\s*\?",
    re.IGNORECASE,
)
_DECADE = pattern(
    r"(?:the\s)?(\d{3}0)(?:s|'s|er(?: Jahre)?)|(?:les )?ann[ée]es (\d{3}0)|años (\d{3}0)", re.I
)
_CENTURY = pattern(
    r"(\d{1,2})(?:st|nd|rd|th|\.|e|ème)?\s*(?:century|cent\.?|c\.|jahrhundert|jh\.?|jhdt\.?|siècle|s\.)",
    re.I,
)
_YEAR_FIRST = pattern(r"(\d{4})\s?[-./年]\s?(\d{1,2})(?:\s?[-./月]\s?(\d{1,2}))?\s?[日月.]?")
_YEAR_LAST = pattern(
    r"(?:(?P<one>\d{1,2})\s?(?P<mark>[-./])\s?)?(?P<two>\d{1,2})\s?[-./]\s?(?P<year>\d{4})"
)
_SHORT_YEAR = pattern(r"(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?'?(\d{2})")
_DAY_IN_FIGURES = pattern(r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?", re.IGNORECASE)
_FILLERS = frozenset(("de", "del", "of", "the", "den", "le", "el", "am"))


def how_to_write(typed: str, language: str) -> str | None:
    """Return how to write the date `typed`, of a bank in `language`; None for what is unclear."""
    if match := _ERA.fullmatch(typed):
        return f"write {match[1] or match[2]}"
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", typed):
        return _days_of_month(*map(int, match.groups()))
    if match := _ABOUT.fullmatch(typed):
        return f"write {match[1] or match[2]}, and that it is not certain into the event's text"
    if match := _DECADE.fullmatch(typed):
        return f"write a year, such as {match[1] or match[2] or match[3]}"
    if (match := _CENTURY.fullmatch(typed)) and int(match[1]):
        return f"write a year, such as {int(match[1]) * 100 - 99}"
    ways = list(dict.fromkeys(_iso_dates(typed, language)))
    if len(ways) > 1:
        return f"write {ways[0]} or {ways[1]}: year, month, day"
    if ways:
        return f"write {ways[0]}: year, month, day"
    if (match := _RANGE.fullmatch(typed)) and not re.fullmatch(r"\d{4}-\d\d", typed):
        return f"an event has one date: write {match['first']}, and until when into its text"
    if match := _SHORT_YEAR.fullmatch(typed):
        day, month, year = match.groups()
        whole = how_to_write(f"{day}.{month}.19{year}", language) or f"write 19{year}-05-08"
        return f"{whole}, with all digits of the year"
    if typed in ("0", "0000"):
        return "there is no year 0: write -1 for 1 BC, or 1"
    return None


def _days_of_month(year: int, month: int, day: int) -> str | None:
    """Return how many days the month has, for a `day` that it has not."""
    if not year or not 1 <= month <= 12:
        return "write year-month-day, the month from 01 to 12" if year and 1 <= day <= 31 else None
    from calendar import monthrange  # 1 ms, and most dates are in order

    last = monthrange(year, month)[1]
    return f"that month ends with {year:04}-{month:02}-{last}" if day > last else None


def _iso_dates(typed: str, language: str) -> Iterator[str]:
    """Yield the dates that `typed` can mean in `language`, as year, month and day."""
    if match := _YEAR_FIRST.fullmatch(typed):
        yield from _iso(match[1], match[2], match[3])
    elif match := _YEAR_LAST.fullmatch(typed):
        year, one, two = match["year"], match["one"], match["two"]
        if not one:
            yield from _iso(year, two, None)
            return
        is_dotted, _, region = match["mark"] == ".", *language.lower().partition("-")[::2]
        day_first, month_first = list(_iso(year, two, one)), list(_iso(year, one, two))
        if is_dotted or not language.lower().startswith("en"):
            yield from day_first
        elif region == "us":
            yield from month_first or day_first
        else:
            yield from day_first or month_first
            yield from month_first if not region else ()
    else:
        yield from _in_words(typed, language)


def _in_words(typed: str, language: str) -> Iterator[str]:
    """Yield the date `typed` if its month is a word of `language` or of English."""
    words = [word for word in re.split(r"[\s,]+", typed.casefold()) if word not in _FILLERS]
    year = next((word for word in words if re.fullmatch(r"\d{4}", word)), None)
    months = [n for word in words if (n := _months(language).get(word.rstrip(".")))]
    if year is None or len(months) != 1 or not 2 <= len(words) <= 3:
        return
    days = [match[1] for word in words if (match := _DAY_IN_FIGURES.fullmatch(word))]
    if len(days) == len(words) - 2:
        yield from _iso(year, str(months[0]), days[0] if days else None)


def _months(language: str) -> dict[str, int]:
    """Return the numbers of the months by their names, long and short, in `language` or English."""
    from babel.dates import get_month_names

    return {"sept": 9} | {
        name.casefold().rstrip("."): number
        for tag in ("en", language)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, context, locale_of(tag)).items()
    }


def _iso(year: str, month: str, day: str | None) -> Iterator[str]:
    """Yield the date of these figures, unless the calendar has no such day."""
    if not int(year) or not 1 <= int(month) <= 12:
        return
    from calendar import monthrange

    if day is None:
        yield f"{year}-{int(month):02}"
    elif 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        yield f"{year}-{int(month):02}-{int(day):02}"
