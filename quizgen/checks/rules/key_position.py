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

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.nlp.significance import (
    SIGNIFICANCE_LEVEL,
    binomial_lower_tail,
    binomial_upper_tail,
    uniformity_p_value,
)
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Choice, Option

MIN_ORDERED = 10
"""Questions, all with as many options, from which on places are counted: χ² needs so many, and
no more for ten places or fewer (Koehler and Larntz 1980: n of 10 at least, n² of 10 a place)."""

MAX_PLACES = 10
"""Options, with more of which χ² needs more questions than `MIN_ORDERED`."""


def find(bank: AnalyzedBank) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the keys of `bank` stand in places that pupils can guess."""
    choices = bank.of(About.OPTIONS)
    yield from _pinned_keys(choices)
    ordered = defaultdict(list)
    for item in choices:
        if len(item.keys) == 1 and _choice(item).fixed:
            ordered[len(item.options)].append(item)
    for places, items in sorted(ordered.items()):
        if 2 <= places <= MAX_PLACES and len(items) >= MIN_ORDERED:
            yield from _ordered_keys(items, places)


def _pinned_keys(choices: Sequence[AnalyzedItem]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the pinned options of `choices` are all right or all wrong."""
    pinned = [(item, option) for item in choices if (option := _pinned(item))]
    if not pinned:
        return
    hits = sum(option.is_key for _, option in pinned)
    share = sum(1 / len(item.options) for item, _ in pinned) / len(pinned)
    if hits == len(pinned) and binomial_upper_tail(hits, hits, share) < SIGNIFICANCE_LEVEL:
        verdict = "right in all"
    elif hits == 0 and binomial_lower_tail(0, len(pinned), share) < SIGNIFICANCE_LEVEL:
        verdict = "wrong in all"
    else:
        return
    yield KEY_POSITION.at(
        pinned[0][1].text.span,
        f"options with pinned: stay last, and they are {verdict} {len(pinned)} questions that "
        "have one: pupils will notice",
        "let the last option be right about as often as any other",
    )


def _ordered_keys(items: Sequence[AnalyzedItem], places: int) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the keys of `items` stand unevenly in their `places` places.

    At most one is given: in uneven places, keys come again where they stood by that alone.
    """
    keys = [item.options.index(item.keys[0]) for item in items]
    by_place = Counter(keys)
    counts = [by_place[place] for place in range(places)]
    repeated = sum(before == after for before, after in itertools.pairwise(keys))
    start = f"options in ascending order keep their place, and in {len(items)} questions with "
    if uniformity_p_value(counts) < SIGNIFICANCE_LEVEL:
        listed = ", ".join(map(str, counts[:-1])) + f" and {counts[-1]}"
        yield KEY_POSITION.at(
            items[0].keys[0].span,
            f"{start}{places} of them the right one stands {listed} times in places 1 to {places}",
            "choose other distractors, so that the key stands in each place about as often",
        )
    elif binomial_upper_tail(repeated, len(items) - 1, 1 / places) < SIGNIFICANCE_LEVEL:
        yield KEY_POSITION.at(
            items[0].keys[0].span,
            f"{start}{places} of them the right one stands {repeated} times where it stood before",
            "mix these questions, or choose other distractors for some",
        )


def _choice(item: AnalyzedItem) -> Choice:
    assert isinstance(item.item.interaction, Choice)
    return item.item.interaction


def _pinned(item: AnalyzedItem) -> Option | None:
    """Return the one option of `item` that stays last; None if none does or several do."""
    pinned = [option for option in _choice(item).options if option.pinned]
    return pinned[0] if len(pinned) == 1 else None


KEY_POSITION = BankRule(name="key-position", doc=__doc__, find=find)
