"""Options that are numbers or ranges of numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from quizgen.checks.wording.languages import Language
from quizgen.checks.wording.phrase import Phrase

_NUMBER = re.compile(r"(?<![\w.,/])[-−]?\d{1,15}(?:[.,\u202f\u00a0]\d{1,15})*(?![\d/])")
_DASHES = {"-", "–", "—", "−"}
_MOST_UNIT_WORDS = 2
"""Words beside a number that still make it a number with a unit: ``12 square metres``."""

INFINITE = Decimal("Infinity")


class Range(NamedTuple):
    """From `low` to `high`; a single number is both. An open end does not belong to it.

    `unit` is what stands beside the numbers.
    """

    low: Decimal
    high: Decimal
    unit: str = ""
    low_open: bool = False
    high_open: bool = False

    @property
    def is_number(self) -> bool:
        return self.low == self.high

    def reaches(self, later: Range) -> bool:
        """Whether a number of this range is also in `later`, which does not begin before it."""
        if self.high == later.low:
            return not (self.high_open or later.low_open)
        return self.high > later.low


def range_of(option: Phrase, language: Language) -> Range | None:
    """The number or range that `option` is, or None: ``12``, ``3 to 5 km``, ``over 100``."""
    if not option.has_digit:
        return None
    found = list(_NUMBER.finditer(option.plain))
    values = [_value(match[0], language, first=n == 0) for n, match in enumerate(found)]
    if len(found) == 2:
        between = option.plain[found[0].end() : found[1].start()].strip()
        if between not in _DASHES and between.lower() not in language.to:
            return None
        low, high = values
        if low is None or high is None or low > high:
            return None
        return Range(low, high, _rest(option.plain[found[1].end() :]))
    if len(found) != 1 or values[0] is None:
        return None
    rest = _rest(option.plain[: found[0].start()] + " " + option.plain[found[0].end() :])
    return _with_words(values[0], rest, language)


def _with_words(value: Decimal, rest: str, language: Language) -> Range | None:
    for phrases, open_end, upwards in (
        (language.at_least, False, True),
        (language.at_most, False, False),
        (language.more_than, True, True),
        (language.less_than, True, False),
    ):
        for phrase in phrases:
            if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", rest):
                unit = rest.replace(phrase, "").strip()
                if upwards:
                    return Range(value, INFINITE, unit, low_open=open_end)
                return Range(-INFINITE, value, unit, high_open=open_end)
    return Range(value, value, rest) if len(rest.split()) <= _MOST_UNIT_WORDS else None


def _rest(text: str) -> str:
    return " ".join(text.casefold().split())


def _value(written: str, language: Language, *, first: bool) -> Decimal | None:
    """The number that `written` means, or None where its marks could mean two things."""
    sign = "-" if first and written[0] in "-−" else ""
    digits = re.sub("[\u202f\u00a0]", "", written.lstrip("-−"))
    decimal, thousands = (",", ".") if language.decimal_comma else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", digits):
        digits = digits.replace(thousands, "")
    elif thousands in digits:
        return None
    return Decimal(sign + digits.replace(decimal, ".")) if digits.count(decimal) <= 1 else None
