"""Two items ask the same.

On a worksheet one of them costs time and tells nothing; in Anki both come up on the same day for
ever. Questions count as the same when their words are, apart from order, endings and words such
as “the” and “did”. A question of another kind about the same fact is fine if it is worded anew.

Source: Haladyna, Downing and Rodriguez (2002), guideline 4: independent items.

Bad:

    - id: founders
      type: short_answer
      question: How many towns founded the league of ports?
      answer: Seven
      reference: Chronicle of the ports
    - id: founders-again
      type: short_answer
      question: The league of ports was founded by how many towns?
      answer: Seven
      reference: Chronicle of the ports

Good:

    - id: founders
      type: short_answer
      question: How many towns founded the league of ports?
      answer: Seven
      reference: Chronicle of the ports
    - id: dredging
      type: short_answer
      question: How many towns paid for the dredging?
      answer: Four
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic, Related
from quizgen.model.item import Item

MIN_WORDS = 3
"""Content words that say by themselves what is asked; with fewer the answers must agree too."""

WITH_PARTS = {About.LISTS, About.ORDER, About.ESSAY}
"""Kinds whose stem is often a formula: what they ask about is in their parts."""


def find(bank: AnalyzedBank, questions: Sequence[tuple[Item, Hashable]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of `questions` that asks the same as an earlier one.

    Beside each item is what two that ask the same have in common.
    """
    first: dict[Hashable, Item] = {}
    for item, key in questions:
        earlier = first.setdefault(key, item)
        if earlier is not item and earlier.id.value != item.id.value:
            yield REPEATED_QUESTION.at(
                item.stem.span,
                f"this asks the same as {earlier.id.value!r}",
                "remove one of the two, or ask what makes it another question",
                (Related("asked here", earlier.stem.span),),
            )


def facts(item: AnalyzedItem) -> Hashable | None:
    """Return what two questions that ask the same as `item` have in common; None if unknown."""
    if item.about in WITH_PARTS:
        return None
    if not item.stem.words:
        return None
    if item.about is About.STATEMENT:
        return item.stem.normalized
    content = tuple(sorted(set(item.stem.content)))
    if item.about is About.GAPS:
        return (content, _answers(item)) if content else None
    return content if len(content) >= MIN_WORDS else (item.stem.normalized, _answers(item))


def _answers(item: AnalyzedItem) -> tuple[str, ...]:
    return tuple(sorted([key.normalized for key in item.keys]))


REPEATED_QUESTION = BankRule(name="repeated-question", doc=__doc__, facts=facts, find=find)
