"""A matching list has as many responses as premises.

The last pair is then left over and needs no knowledge, and one mistake always makes two. Add a
response that belongs to nothing: `distractors:`. A list in which two premises share a response is
fine as it is. Of a bank with several such lists it is reported once, at the first.

Source: Gronlund, How to write tests of student achievement: include an unequal number of responses
and premises.

Bad:

    - id: people
      type: matching
      question: Match each person to the town that he or she spoke for.
      pairs: {Clara Voss: Aldmoor, Edith Lang: Brenheim, Anna Sor: Ferrano, Piet Haan: Eskford}
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


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if `item` has no response that belongs to nothing."""
    match = item.item.interaction
    assert isinstance(match, Match)
    if item.item.entry and item.item.entry.may_hide("distractors"):
        return
    if len(match.responses) == len(match.premises) == len(set(match.key)):
        yield MATCHING_WITHOUT_EXTRA.at(
            item.stem.span,
            "there are as many responses as premises, so the last pair needs no knowledge",
            "add a response of the same kind that belongs to nothing: distractors: [one more]",
        )


MATCHING_WITHOUT_EXTRA = ItemRule(
    name="matching-without-extra",
    doc=__doc__,
    about=(About.LISTS,),
    find=find,
    habit="{count} matching lists have as many responses as premises, so their last pairs need no "
    "knowledge",
)
