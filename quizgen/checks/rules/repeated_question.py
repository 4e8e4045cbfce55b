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
from typing import TypeAlias

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.places import Place, stem_place, stem_span
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic, Related
from quizgen.model.item import Item

MIN_WORDS = 3
"""Content words that say by themselves what is asked; with fewer the answers must agree too."""

WITH_PARTS = {About.LISTS, About.ORDER, About.ESSAY}
"""Kinds whose stem is often a formula: what they ask about is in their parts."""


Facts: TypeAlias = tuple[Hashable, Place | None]
"""What two questions that ask the same have in common, and the place of the stem."""


def find(bank: AnalyzedBank, questions: Sequence[tuple[Item, Facts]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of `questions` that asks the same as an earlier one."""
    first: dict[Hashable, tuple[Item, Place | None]] = {}
    for item, (key, place) in questions:
        earlier, earlier_place = first.setdefault(key, (item, place))
        if earlier is not item and earlier.id.value != item.id.value:
            yield REPEATED_QUESTION.at(
                stem_span(item, place),
                f"this asks the same as {earlier.id.value!r}",
                "remove one of the two, or ask what makes it another question",
                (Related("asked here", stem_span(earlier, earlier_place)),),
            )


def facts(item: AnalyzedItem) -> Facts | None:
    """Return the facts of `item`; None where it is not known what it asks."""
    key = None if item.about in WITH_PARTS or not item.stem.words else _question_key(item)
    return None if key is None else (key, stem_place(item.item))


def _question_key(item: AnalyzedItem) -> Hashable | None:
    if item.about is About.STATEMENT:
        return item.stem.normalized
    content = tuple(sorted(set(item.stem.content)))
    if item.about is About.GAPS:
        return (content, _answers(item)) if content else None
    return content if len(content) >= MIN_WORDS else (item.stem.normalized, _answers(item))


def _answers(item: AnalyzedItem) -> tuple[str, ...]:
    return tuple(sorted([key.normalized for key in item.keys]))


REPEATED_QUESTION = BankRule(name="repeated-question", doc=__doc__, facts=facts, find=find)
