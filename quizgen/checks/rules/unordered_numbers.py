"""Numbers stand mixed up, and pupils see them so.

Pupils find a number or a year faster where the options stand in order. quizgen shuffles options,
so it is not enough to write them in order: `ascending: true` shows them from the least to the
greatest, on cards and in every form of a worksheet. `quizgen check --fix` adds that line.

The message appears where the file itself has the numbers in no order: who has written them in
order by hand has at least compared them.

Source: Haladyna, Downing and Rodriguez (2002), guideline 21, “place choices in logical or
numerical order”.

Bad:

    - id: ships
      type: multiple_choice
      question: How many ships came in the first year?
      answer: 412
      distractors: [530, 290, 350]
      reference: Chronicle of the ports

Good:

    - id: ships
      type: multiple_choice
      question: How many ships came in the first year?
      answer: 412
      ascending: true
      distractors: [530, 290, 350]
      reference: Chronicle of the ports
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.nlp.numbers import range_of
from quizgen.checks.rules.base import ItemRule
from quizgen.checks.structure.list_commas import parts_of_cut_numbers
from quizgen.model.diagnostics import Addition, Diagnostic, Edit, Fix
from quizgen.model.item import Choice
from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Source, Span
from quizgen.readers.question_types.ascending import sort_keys

KEY = "ascending"
_DISTRACTORS = pattern(r"""["']?distractors["']?\s*:""")


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the keys or the distractors of `item` are numbers in no order."""
    choice = item.item.interaction
    if not isinstance(choice, Choice) or choice.fixed:
        return
    for group in (item.keys, item.distractors):
        if not all(option.has_digit for option in group):
            continue
        ranges = [range_of(option, item.language) for option in group]
        numbers = [number for number in ranges if number is not None and number.is_number]
        if len(numbers) < len(group) or len({number.unit for number in numbers}) > 1:
            continue
        values = [number.low for number in numbers]
        if not _is_ordered(values) and not _is_ordered(values[::-1]):
            if parts_of_cut_numbers(item.item):
                return  # the numbers are not those that the author wrote
            alike = _can_be_sorted(item, choice)
            yield UNORDERED_NUMBERS.at(
                group[0].span,
                "these numbers are in no order, and pupils see them in none",
                f"show them from the least to the greatest: {KEY}: true"
                + ("" if alike else ", once all answers are written alike: 9 days, 12 days"),
                fix=_fix(item) if alike else None,
            )
            return


def _is_ordered(values: list[Decimal]) -> bool:
    return all(before <= after for before, after in itertools.pairwise(values))


def _can_be_sorted(item: AnalyzedItem, choice: Choice) -> bool:
    """Return whether a question with these options can be `ascending`."""
    free = [option.text.plain for option in choice.options if not option.pinned]
    return None not in sort_keys(free, item.language.code)


def _fix(item: AnalyzedItem) -> Fix | None:
    """Return the fix that adds the key above the distractors; None where they are not found."""
    entry = item.item.span
    place = _place(entry, item.distractors[0].span)
    if place is None:
        return None
    is_flow = _begins_with_brace(entry)
    behind = ", " if is_flow else "\n" + " " * entry.start.column
    edit = Edit(Span(entry.source, place, place), f"{KEY}: true{behind}")
    return Fix(
        "Show the answers from the least to the greatest",
        (edit,),
        additions=(Addition(entry, KEY, "true"),),
    )


def _place(entry: Span, first: Span) -> Position | None:
    """Return where the key of the distractors stands in `entry`, or a remark right above it."""
    source, is_flow = entry.source, _begins_with_brace(entry)
    for line in range(first.start.line, entry.start.line - 1, -1):
        text = source.line(line + 1)
        if line == first.start.line:
            text = text[: first.start.column]
        match = next(reversed(list(_DISTRACTORS.finditer(text))), None)
        if match is None:
            continue
        if is_flow:
            return Position(line, match.start())
        if match.start() == entry.start.column:
            return Position(_above_remarks(source, line, entry), match.start())
    return None


def _above_remarks(source: Source, line: int, entry: Span) -> int:
    """Return the first of the lines of remarks, as far in as the key, that end above `line`."""
    column = entry.start.column
    while line - 1 > entry.start.line and source.line(line).startswith(" " * column + "#"):
        line -= 1
    return line


def _begins_with_brace(entry: Span) -> bool:
    return entry.source.line(entry.line)[entry.start.column :].startswith("{")


UNORDERED_NUMBERS = ItemRule(
    name="unordered-numbers", doc=__doc__, about=(About.OPTIONS,), find=find
)
