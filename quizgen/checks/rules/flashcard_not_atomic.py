"""The answer is an enumeration.

Who recalls four parts of five has failed the card, and sees all five again each time: a card as
hard as its hardest part. Make a card of each part, or ask for the order with `ordering`, or for
what belongs together with `matching`.

Source: SuperMemo's twenty rules of formulating knowledge (Wozniak 1999): minimum information
principle, “avoid sets”, “avoid enumerations”.

Bad:

    - id: towns
      type: flashcard
      front: Towns of the league
      back: Aldmoor, Brenheim, Dunsgate and Eskford
      reference: Chronicle of the ports

Good:

    - id: northern-town
      type: flashcard
      front: Northernmost town of the league
      back: Eskford
      reference: Chronicle of the ports
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.rules.base import Finding, ItemRule
from quizgen.checks.wording import About, Phrase, WordedItem, words_of
from quizgen.text import Break

FEWEST_PARTS = 3
"""Two belong together as often as not: a name and a year, a cause and its effect."""

LONGEST_PART = 4
"""Words of a part. Longer ones are clauses of a sentence."""


def find(item: WordedItem) -> Iterator[Finding]:
    parts = _parts(item.keys[0], item)
    if parts >= FEWEST_PARTS:
        yield Finding(
            item.keys[0].span,
            f"the answer has {parts} parts: who forgets one fails with all of them",
            "make a question of each part, or use ordering or matching",
        )


def _parts(answer: Phrase, item: WordedItem) -> int:
    """How many parts `answer` lists; 1 where it is no list."""
    breaks = sum(isinstance(run, Break) for run in answer.text.runs)
    semicolons = len(re.split("[;；]", answer.plain))
    return max(1 + breaks, semicolons, _enumerated(answer, item))


def _enumerated(answer: Phrase, item: WordedItem) -> int:
    """How many short parts commas and a last “and” separate; 1 without that “and”.

    “Paris, the capital of France, on the Seine” has commas and is no list. The Japanese
    comma 、 between parts makes one by itself.
    """
    *first, last = re.split("[,、，]", answer.plain)
    joined = re.split(_joiner(item), f" {last} ", maxsplit=1, flags=re.IGNORECASE)
    parts = [part for part in (*first, *joined) if part.strip()]
    is_list = len(joined) > 1 or "、" in answer.plain
    return (
        len(parts)
        if is_list and all(len(words_of(p, item.language)) <= LONGEST_PART for p in parts)
        else 1
    )


def _joiner(item: WordedItem) -> str:
    return rf"\s(?:{'|'.join(sorted({*item.language.joiners, '&'}))})\s"


FLASHCARD_NOT_ATOMIC = ItemRule(
    name="flashcard-not-atomic", doc=__doc__, about=(About.CARD, About.ENTRY), find=find
)
