"""Two options can be right at once.

If 20 is in two ranges, both are right for a 20, or pupils see that neither can be. The same goes
for an option that repeats another one and adds to it.

Periods of years, such as 1914 to 1918, may overlap unless they begin and end at round years: they
say from when to when something was.

Source: Haladyna, Downing and Rodriguez (2002), guideline 22, “keep choices independent; choices
should not be overlapping”.

Bad:

    - id: weeks-of-ice
      type: multiple_choice
      question: For how many weeks was the route frozen?
      answer: 10 to 20
      distractors: [5 to 9, 20 to 30, more than 30]
      reference: Chronicle of the ports

Good:

    - id: weeks-of-ice
      type: multiple_choice
      question: For how many weeks was the route frozen?
      answer: 10 to 19
      distractors: [5 to 9, 20 to 29, 30 or more]
      reference: Chronicle of the ports
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem, Language, TokenizedText
from quizgen.checks.nlp.numbers import Range, range_of
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic, Related

YEARS = range(1000, 2200)
"""Whole numbers that are most likely years. One reign ends in the year in which the next begins."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each two options of `item` that could both be right."""
    ranges = [(range_of(option, item.language), option) for option in item.options]
    known = [(span, option) for span, option in ranges if span is not None]
    if not known:
        yield from _contained_options(item)
        return
    units = {span.unit for span, _ in known if span.unit}
    ranged = any(not span.is_number for span, _ in known)
    is_comparable = len(known) == len(ranges) and ranged and len(units) <= 1
    if is_comparable and not _are_periods([span for span, _ in known]):
        yield from _overlapping_ranges(sorted(known, key=lambda pair: _start(pair[0])))


def _start(span: Range) -> tuple[object, ...]:
    return (span.low, span.low_open, span.high)


def _are_periods(spans: list[Range]) -> bool:
    """Return whether `spans` say from which year to which something was: 1914 to 1918.

    Another period may overlap with that, and is wrong all the same. Ranges into which one year
    falls begin and end at round ones: 1801 to 1850.
    """
    ends = [(span.low, span.high) for span in spans if not span.is_number]
    if not all(low in YEARS and high in YEARS for low, high in ends):
        return False
    return not all(low % 5 in (0, 1) and high % 5 in (0, 4) for low, high in ends)


def _overlapping_ranges(ranges: list[tuple[Range, TokenizedText]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each two neighbours of `ranges`, which are sorted, that overlap."""
    for (first, one), (second, other) in itertools.pairwise(ranges):
        touching = first.high == second.low and not (first.is_number or second.is_number)
        if first.reaches(second) and not (touching and first.high in YEARS):
            shared = f"{second.low} is in both" if touching else "they have numbers in common"
            yield _finding(one, other, f"“{one.plain}” and “{other.plain}” overlap: {shared}")


def _contained_options(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each option of `item` that joins another one with something new."""
    joining = [option for option in item.options if is_joined(option, item.language)]
    alone = {tuple(option.words): option for option in item.options} if joining else {}
    for option in joining:
        parts = joined_parts(option, item.language)
        inside = [alone[part] for part in parts if part in alone]
        if len(parts) > 1 and len(inside) == 1:
            other = inside[0]
            yield _finding(other, option, f"“{option.plain}” holds the option “{other.plain}”")


def _finding(first: TokenizedText, second: TokenizedText, message: str) -> Diagnostic:
    return OVERLAPPING_OPTIONS.at(
        second.span,
        message,
        "make sure that no answer fits two options",
        (Related("the other option", first.span),),
    )


def is_joined(option: TokenizedText, language: Language) -> bool:
    """Return whether an “and” or “or” stands in `option`."""
    return not language.joiners.isdisjoint(option.words)


def joined_parts(option: TokenizedText, language: Language) -> list[tuple[str, ...]]:
    """Return the parts that “and” and “or” join in `option`; one part where nothing is joined."""
    if not is_joined(option, language):
        return [tuple(option.words)]
    parts: list[list[str]] = [[]]
    for word in option.words:
        if word in language.joiners:
            parts.append([])
        elif word not in language.both:
            parts[-1].append(word)
    return [tuple(part) for part in parts if part]


OVERLAPPING_OPTIONS = ItemRule(
    name="overlapping-options", doc=__doc__, about=(About.OPTIONS,), find=find
)
