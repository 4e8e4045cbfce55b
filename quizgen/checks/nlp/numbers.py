"""Options that are numbers or ranges of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.stems import stem
from quizgen.checks.nlp.tokens import TokenizedText, words_of
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.text.compare import folded

_NUMBER = pattern(
    r"(?<![\w.,/])[-−]?"
    r"(?:\d{1,3}(?:[ \u202f\u00a0]\d{3})+(?!\d)(?:[.,]\d{1,15})*|\d{1,15}(?:[.,]\d{1,15})*)"
    r"(?![\d/])"
)
_DASH = pattern("[-–—−]")
_SIGNS = "-−"
MAX_UNIT_WORDS = 2
"""Words beside a number that still make it a number with a unit: ``12 square metres``."""

MIN_UNIT = 2
"""Letters that are left of the stem of a unit: French ``ans``, ``an``."""

INFINITE = Decimal("Infinity")


class Range(NamedTuple):
    """From `low` to `high`; a single number is both. An open end does not belong to it.

    `unit` is what stands beside the numbers, without what makes it singular or plural.
    """

    low: Decimal
    high: Decimal
    unit: str = ""
    low_open: bool = False
    high_open: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the range is a single number."""
        return self.low == self.high

    def reaches(self, later: Range) -> bool:
        """Return whether this range and `later`, which does not begin before it, overlap."""
        if self.high == later.low:
            return not (self.high_open or later.low_open)
        return self.high > later.low


def range_of(option: TokenizedText, language: Language) -> Range | None:
    """Return the number or range that `option` is, or None: ``12``, ``3 to 5 km``, ``over 100``."""
    if not option.has_digit:
        return None
    numbers = list(_NUMBER.finditer(option.plain))
    if len(numbers) == 2:
        return _span(option.plain, numbers[0], numbers[1], language)
    value = value_of(numbers[0][0], language) if len(numbers) == 1 else None
    if value is None:
        return None
    rest = option.plain[: numbers[0].start()] + " " + option.plain[numbers[0].end() :]
    return _with_words(value, folded(rest), language)


def values_in(plain: str, language: Language) -> Iterator[Decimal]:
    """Yield the values of the numbers in `plain`, in figures and, up to a hundred, in words."""
    for match in _NUMBER.finditer(plain):
        value = value_of(match[0], language)
        if value is not None:
            yield abs(value)
    for word in words_of(plain, language):
        if word in language.numbers:
            yield Decimal(language.numbers[word])


def _with_words(value: Decimal, rest: str, language: Language) -> Range | None:
    """Return the range that `value` and the words beside it mean: at least 3, 3 km."""
    for phrases, open_end, upwards in (
        (language.at_least, False, True),
        (language.at_most, False, False),
        (language.more_than, True, True),
        (language.less_than, True, False),
    ):
        for phrase in phrases:
            if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", rest):
                unit = _unit(rest.replace(phrase, ""), language)
                if upwards:
                    return Range(value, INFINITE, unit, low_open=open_end)
                return Range(-INFINITE, value, unit, high_open=open_end)
    return Range(value, value, _unit(rest, language)) if _is_short(rest) else None


def _span(
    plain: str, first: re.Match[str], second: re.Match[str], language: Language
) -> Range | None:
    """Return the range from `first` to `second` in `plain`, if the words between them say so."""
    before, after = folded(plain[: first.start()]), folded(plain[second.end() :])
    between, ending = plain[first.end() : second.start()], second[0]
    joiners = language.to
    for opening, joiner in language.spans:
        if before.split()[:1] == [opening] and joiner in folded(between).split():
            before, joiners = before.removeprefix(opening), frozenset({joiner})
            break
    apart = _apart(between, joiners)
    if apart is None and ending[0] in _SIGNS:
        apart, ending = (between, ""), ending[1:]  # 10% -20%: what looked like a sign is a dash
    if apart is None:
        return None
    one, other = _unit(f"{before} {apart[0]}", language), _unit(f"{apart[1]} {after}", language)
    low, high = value_of(first[0], language), value_of(ending, language)
    if low is None or high is None or low > high:
        return None
    if (one and other and one != other) or not _is_short(one) or not _is_short(other):
        return None
    return Range(low, high, one or other)


def _apart(between: str, joiners: frozenset[str]) -> tuple[str, str] | None:
    """Return what stands on both sides of one of `joiners` or of a dash; None without either."""
    words = folded(between).split()
    for n, word in enumerate(words):
        if word in joiners:
            return " ".join(words[:n]), " ".join(words[n + 1 :])
    dash = _DASH.search(between)
    return (between[: dash.start()], between[dash.end() :]) if dash else None


def _is_short(beside: str) -> bool:
    return len(beside.split()) <= MAX_UNIT_WORDS


def _unit(beside: str, language: Language) -> str:
    """Return the words `beside` a number as a unit, such that ``hour`` and ``hours`` are one."""
    return " ".join([stem(word, language, MIN_UNIT) for word in folded(beside).split()])


def value_of(written: str, language: Language) -> Decimal | None:
    """Return the number that `written` means; None if its marks could mean two numbers."""
    sign = "-" if written[0] in _SIGNS else ""
    digits = re.sub("[ \u202f\u00a0]", "", written.lstrip(_SIGNS))
    decimal = language.decimal_mark
    if not decimal:
        return Decimal(sign + digits) if digits.isdecimal() else None
    thousands = "." if decimal == "," else ","
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", digits):
        digits = digits.replace(thousands, "")
    elif thousands in digits:
        return None
    return Decimal(sign + digits.replace(decimal, ".")) if digits.count(decimal) <= 1 else None
