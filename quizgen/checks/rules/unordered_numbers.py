"""Distractors that are numbers do not stand in their order.

In order, an author sees at once whether a gap is missing, whether the key lies between the
distractors or always at their end, and whether a number is there twice. `quizgen check --fix`
puts them in order, unless a remark or a rationale belongs to one of them.

This is about the file: on cards and worksheets quizgen shuffles the options.

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
      distractors: [290, 350, 530]
      reference: Chronicle of the ports
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from quizgen.checks.nlp import About, AnalyzedItem, TokenizedText
from quizgen.checks.nlp.numbers import range_of
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Change, Diagnostic, Edit, Fix
from quizgen.model.item import Choice
from quizgen.readers.yaml import Scalar


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the keys, and one for the distractors, that are unsorted numbers."""
    for group in (item.keys, item.distractors):
        if len(group) < 2:
            continue
        ranges = [range_of(option, item.language) for option in group]
        numbers = [number for number in ranges if number is not None and number.is_number]
        if len(numbers) < len(group) or len({number.unit for number in numbers}) > 1:
            continue
        values = [number.low for number in numbers]
        if not _is_ordered(values) and not _is_ordered(values[::-1]):
            in_order = sorted(zip(values, group, strict=True), key=lambda pair: pair[0])
            yield UNORDERED_NUMBERS.at(
                group[0].span,
                "these numbers do not stand in their order",
                "write them from the lowest to the highest: "
                + ", ".join(option.plain for _, option in in_order),
                fix=_fix(item, group, [option for _, option in in_order]),
            )


def _is_ordered(values: list[Decimal]) -> bool:
    return all(before <= after for before, after in itertools.pairwise(values))


def _fix(
    item: AnalyzedItem, group: Sequence[TokenizedText], in_order: Sequence[TokenizedText]
) -> Fix | None:
    """Return the fix that writes the options of `group` in the places of `in_order`.

    Return None where something belongs to an option that would not move with it: a rationale, a
    pin, an anchor, a remark.
    """
    interaction = item.item.interaction
    if not isinstance(interaction, Choice):
        return None
    if any(option.rationale or option.pinned for option in interaction.options):
        return None
    moves = [
        (old.span, new.span)
        for old, new in zip(group, in_order, strict=True)
        if isinstance(old.span, Scalar) and isinstance(new.span, Scalar) and old is not new
    ]
    places = sorted((old for old, _ in moves), key=lambda span: (span.line, span.column))
    if not all(map(_is_plain, places)) or _have_remarks(places):
        return None
    edits = tuple(Edit(old, _written(new)) for old, new in moves)
    changes = tuple(Change(old, _becomes(new.value)) for old, new in moves)
    return Fix("Write them from the lowest to the highest", edits, changes)


def _is_plain(node: Scalar) -> bool:
    """Return whether `node` is on one line, and is not what a ``*`` elsewhere stands for."""
    return node.start.line == node.end.line and not _written(node).startswith("&")


def _have_remarks(nodes: Sequence[Scalar]) -> bool:
    """Return whether a remark may be about one of `nodes`: beside or between them, or right above.

    One at the end of the only line is about all of them.
    """
    source, first, last = nodes[0].source, nodes[0], nodes[-1]
    if first.line == last.line:
        return False
    above = source.line(first.line - 1).lstrip()
    around = [_behind(node) for node in nodes]
    between = [
        source.line(number)
        for before, after in itertools.pairwise(nodes)
        for number in range(before.line + 1, after.line)
    ]
    return above.startswith("#") or any("#" in text for text in (*around, *between))


def _behind(node: Scalar) -> str:
    """Return the rest of the line on which `node` ends."""
    return node.source.line(node.line)[node.end.column :]


def _written(node: Scalar) -> str:
    """Return `node`, which is on one line, as its file has it, quotation marks and all."""
    return node.source.line(node.line)[node.start.column : node.end.column]


def _becomes(value: str) -> Callable[[str], str]:
    return lambda _: value


UNORDERED_NUMBERS = ItemRule(
    name="unordered-numbers", doc=__doc__, about=(About.OPTIONS,), find=find
)
