"""A matching list is too short or too long.

Three pairs leave little to choose from, and the last one often follows from the others. With more
than ten, pupils spend their time searching the list, and on paper it runs over a page. Of a bank
with several such lists it is reported once, at the first.

Source: Gronlund, How to write tests of student achievement, on matching items: a brief list. The
numbers are our choice.

Bad:

    - id: people
      type: matching
      question: Match each person to the town that he or she spoke for.
      pairs: {Clara Voss: Aldmoor, Edith Lang: Brenheim}
      distractors: [Dunsgate]
      reference: Chronicle of the ports

Good:

    - id: people
      type: matching
      question: Match each person to the town that he or she spoke for.
      pairs: {Clara Voss: Aldmoor, Edith Lang: Brenheim, Anna Sor: Ferrano, Piet Haan: Eskford}
      distractors: [Dunsgate]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Match

MIN_PAIRS, MAX_PAIRS = 4, 10
"""Premises (our choice)."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if `item` has too few or too many pairs."""
    match = item.item.interaction
    assert isinstance(match, Match)
    count = len(match.premises)
    if count < MIN_PAIRS:
        yield MATCHING_SIZE.at(
            item.stem.span,
            f"{count} pairs leave little to choose from",
            f"find {MIN_PAIRS} pairs of one kind, or ask each in a question of its own",
        )
    elif count > MAX_PAIRS:
        yield MATCHING_SIZE.at(
            item.stem.span,
            f"{count} pairs are more than pupils keep in mind while they search",
            f"split the list; {MAX_PAIRS} pairs are the most",
        )


MATCHING_SIZE = ItemRule(
    name="matching-size",
    doc=__doc__,
    about=(About.LISTS,),
    find=find,
    habit=f"{{count}} matching lists have fewer than {MIN_PAIRS} pairs, or more than {MAX_PAIRS}",
)
