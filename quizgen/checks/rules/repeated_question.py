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

from collections.abc import Hashable, Iterator

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic, Related

MIN_WORDS = 3
"""Content words that say by themselves what is asked; with fewer the answers must agree too."""

WITH_PARTS = {About.LISTS, About.ORDER, About.ESSAY}
"""Kinds whose stem is often a formula: what they ask about is in their parts."""


def find(bank: AnalyzedBank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item of `bank` that asks the same as an earlier one."""
    first: dict[Hashable, AnalyzedItem] = {}
    for item in bank.items:
        if item.about in WITH_PARTS:
            continue
        key = _question_key(item)
        earlier = first.setdefault(key, item) if key else item
        if earlier is not item and earlier.item.id.value != item.item.id.value:
            yield REPEATED_QUESTION.at(
                item.stem.span,
                f"this asks the same as {earlier.item.id.value!r}",
                "remove one of the two, or ask what makes it another question",
                (Related("asked here", earlier.stem.span),),
            )


def _question_key(item: AnalyzedItem) -> Hashable | None:
    """Return what two questions that ask the same as `item` have in common; None if unknown."""
    content = item.stem.content
    answers = tuple(sorted(key.normalized for key in item.keys))
    if not item.stem.words:
        return None
    if item.about is About.STATEMENT:
        return tuple(item.stem.words)
    if item.about is About.GAPS:
        return (frozenset(content), answers) if content else None
    if len(set(content)) >= MIN_WORDS:
        return frozenset(content)
    return (item.stem.normalized, answers)


REPEATED_QUESTION = BankRule(name="repeated-question", doc=__doc__, find=find)
