"""Options that keep their place give the key away by it.

quizgen shuffles options, and so the place of a key says nothing: what the guidelines ask for,
“vary the location of the right answer”, it does by itself. Two kinds of options keep their place.

- `pinned` ones stay last. If the last one is right again and again, or not once in many
  questions, pupils learn that.
- With `ascending: true` all options stand in their order. If the right number is always the
  greatest, or mostly one in the middle, or stands where it stood in the question before, pupils
  need no other hint. Choose distractors below and above the key. Counted are questions with
  equally many options, from ten on.

The message appears when chance alone would do this in less than one bank of twenty.

Source: Haladyna, Downing and Rodriguez (2002), guideline 20; χ² test of the places (Pearson 1900)
and binomial test of the repetitions.

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

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.nlp.significance import (
    SIGNIFICANCE_LEVEL,
    binomial_lower_tail,
    binomial_upper_tail,
    uniformity_p_value,
)
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Choice, Item, Option

MIN_ORDERED = 10
"""Questions, all with as many options, from which on places are counted: χ² needs so many, and
no more for ten places or fewer (Koehler and Larntz 1980: n of 10 at least, n² of 10 a place)."""

MAX_PLACES = 10
"""Options, with more of which χ² needs more questions than `MIN_ORDERED`."""


Facts: TypeAlias = tuple[int, bool | None, int | None]
"""How many options a question has; whether the one that is pinned is right, None without one; and
the place of the only key among options that keep their order, None without."""

Question: TypeAlias = tuple[Item, Facts]


def facts(item: AnalyzedItem) -> Facts | None:
    """Return the facts of `item`; None where no option keeps its place."""
    if item.about is not About.OPTIONS:
        return None
    choice = _choice(item.item)
    pinned = _pinned(choice)
    place = item.options.index(item.keys[0]) if choice.fixed and len(item.keys) == 1 else None
    if pinned is None and place is None:
        return None
    return len(item.options), None if pinned is None else pinned.is_key, place


def find(bank: AnalyzedBank, questions: Sequence[Question]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the keys of `questions` stand in places that pupils can guess."""
    yield from _pinned_keys([question for question in questions if question[1][1] is not None])
    ordered: dict[int, list[tuple[Item, int]]] = defaultdict(list)
    for item, (count, _, place) in questions:
        if place is not None:
            ordered[count].append((item, place))
    for places, keys in sorted(ordered.items()):
        if 2 <= places <= MAX_PLACES and len(keys) >= MIN_ORDERED:
            yield from _ordered_keys(keys, places)


def _pinned_keys(pinned: Sequence[Question]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the pinned options of all questions of `pinned` are right, or wrong."""
    if not pinned:
        return
    hits = sum(is_key is True for _, (_, is_key, _) in pinned)
    share = sum(1 / count for _, (count, _, _) in pinned) / len(pinned)
    if hits == len(pinned) and binomial_upper_tail(hits, hits, share) < SIGNIFICANCE_LEVEL:
        verdict = "right in all"
    elif hits == 0 and binomial_lower_tail(0, len(pinned), share) < SIGNIFICANCE_LEVEL:
        verdict = "wrong in all"
    else:
        return
    first = _pinned(_choice(pinned[0][0]))
    assert first is not None
    yield KEY_POSITION.at(
        first.text.span,
        f"options with pinned: stay last, and they are {verdict} {len(pinned)} questions that "
        "have one: pupils will notice",
        "let the last option be right about as often as any other",
    )


def _ordered_keys(keys: Sequence[tuple[Item, int]], places: int) -> Iterator[Diagnostic]:
    """Yield a diagnostic if `keys`, by item, stand unevenly in their `places` places.

    At most one is given: in uneven places, keys come again where they stood by that alone.
    """
    by_place = Counter(place for _, place in keys)
    counts = [by_place[place] for place in range(places)]
    repeated = sum(before == after for (_, before), (_, after) in itertools.pairwise(keys))
    first_key = _choice(keys[0][0]).keys[0].text.span
    start = f"options in ascending order keep their place, and in {len(keys)} questions with "
    if uniformity_p_value(counts) < SIGNIFICANCE_LEVEL:
        listed = ", ".join(map(str, counts[:-1])) + f" and {counts[-1]}"
        yield KEY_POSITION.at(
            first_key,
            f"{start}{places} of them the right one stands {listed} times in places 1 to {places}",
            "choose other distractors, so that the key stands in each place about as often",
        )
    elif binomial_upper_tail(repeated, len(keys) - 1, 1 / places) < SIGNIFICANCE_LEVEL:
        yield KEY_POSITION.at(
            first_key,
            f"{start}{places} of them the right one stands {repeated} times where it stood before",
            "mix these questions, or choose other distractors for some",
        )


def _choice(item: Item) -> Choice:
    assert isinstance(item.interaction, Choice)
    return item.interaction


def _pinned(choice: Choice) -> Option | None:
    """Return the one option of `choice` that stays last; None if none does or several do."""
    pinned = [option for option in choice.options if option.pinned]
    return pinned[0] if len(pinned) == 1 else None


KEY_POSITION = BankRule(name="key-position", doc=__doc__, facts=facts, find=find)
