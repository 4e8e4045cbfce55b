"""The pinned option is the key always, or never.

quizgen shuffles options, and so the place of a key says nothing: what the guidelines ask for,
“vary the location of the right answer”, it does by itself, and neither counting positions nor
runs of them in the file would tell what a pupil sees. Only `pinned` options keep their place,
the last. If the last one is right again and again, or not once in many questions, pupils learn
that. The message appears when chance alone would do this in less than one bank of twenty.

Source: Haladyna, Downing and Rodriguez (2002), guideline 20.

Bad:

    - id: q1
      type: multiple_choice
      question: Who dug the first canal?
      answer: {text: Nobody knows, pinned: true}
      distractors: [Monks, Soldiers]
      reference: Chronicle of the ports
    - id: q2
      type: multiple_choice
      question: Why was the old tower pulled down?
      answer: {text: It is not recorded, pinned: true}
      distractors: [It leaned, It burned]
      reference: Chronicle of the ports
    - id: q3
      type: multiple_choice
      question: When did wolves last enter the town?
      answer: {text: The year is lost, pinned: true}
      distractors: [In 1402, In 1431]
      reference: Chronicle of the ports

Good:

    - id: q1
      type: multiple_choice
      question: Who dug the first canal?
      answer: Monks
      distractors: [Soldiers, {text: Nobody knows, pinned: true}]
      reference: Chronicle of the ports
    - id: q2
      type: multiple_choice
      question: Why was the old tower pulled down?
      answer: {text: It is not recorded, pinned: true}
      distractors: [It leaned, It burned]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rules.base import BankRule, Finding
from quizgen.checks.wording import About, WordedBank, WordedItem
from quizgen.checks.wording.chance import LEVEL, at_least, at_most
from quizgen.item import Choice, Option


def find(bank: WordedBank) -> Iterator[Finding]:
    pinned = [(item, option) for item in bank.of(About.OPTIONS) if (option := _pinned(item))]
    if not pinned:
        return
    hits = sum(option.is_key for _, option in pinned)
    share = sum(1 / len(item.options) for item, _ in pinned) / len(pinned)
    if hits == len(pinned) and at_least(hits, hits, share) < LEVEL:
        told = "right in all"
    elif hits == 0 and at_most(0, len(pinned), share) < LEVEL:
        told = "wrong in all"
    else:
        return
    yield Finding(
        pinned[0][1].text.span,
        f"options with pinned: stay last, and they are {told} {len(pinned)} questions that "
        "have one: pupils will notice",
        "let the last option be right about as often as any other",
    )


def _pinned(item: WordedItem) -> Option | None:
    """The one option that stays last; None if none does or several do."""
    assert isinstance(item.item.interaction, Choice)
    found = [option for option in item.item.interaction.options if option.pinned]
    return found[0] if len(found) == 1 else None


KEY_POSITION = BankRule(name="key-position", doc=__doc__, find=find)
