"""Over the whole bank, the key is the longest option more often than chance makes it.

One long key shows nothing. But if the longest option is the right one again and again, pupils
learn that instead of the passage. Counted are the questions with one option that is clearly the
longest, apart from figures: 100 is no longer an answer than 99. The message appears when chance
alone would give so many keys among them in less than one bank of twenty.

Source: Haladyna, Downing and Rodriguez (2002), guideline 24.

Bad:

    - {id: a1, type: multiple_choice, question: What did the guild of smiths make?,
       answer: Nails and chains, distractors: [Bread, Rope], reference: Chronicle}
    - {id: a2, type: multiple_choice, question: Who paid for the new harbour wall?,
       answer: Rich salt merchants, distractors: [Pilgrims, Farmers], reference: Chronicle}
    - {id: a3, type: multiple_choice, question: Where was the treaty kept?,
       answer: In the hall, distractors: [At sea, Abroad], reference: Chronicle}
    - {id: a4, type: multiple_choice, question: What froze in the long winter?,
       answer: The northern bay, distractors: [Wells, Ponds], reference: Chronicle}
    - {id: a5, type: multiple_choice, question: Who wrote the chronicle?,
       answer: A customs clerk, distractors: [A monk, A poet], reference: Chronicle}
    - {id: a6, type: multiple_choice, question: What was sold at the autumn fair?,
       answer: Horses and cattle, distractors: [Fish, Glass], reference: Chronicle}
    - {id: a7, type: multiple_choice, question: How did the envoys travel?,
       answer: In hired coaches, distractors: [On foot, By ship], reference: Chronicle}
    - {id: a8, type: multiple_choice, question: What ended the siege?,
       answer: A sudden fever, distractors: [Hunger, Rain], reference: Chronicle}
    - {id: a9, type: multiple_choice, question: Who guarded the city gates?,
       answer: The young men, distractors: [Knights, Nuns], reference: Chronicle}
    - {id: a10, type: multiple_choice, question: What did the toll pay for?,
       answer: Bridge repairs, distractors: [Feasts, Wars], reference: Chronicle}

Good:

    - {id: a1, type: multiple_choice, question: What did the guild of smiths make?,
       answer: Nails, distractors: [Bread, Rope], reference: Chronicle}
    - {id: a2, type: multiple_choice, question: Who paid for the new harbour wall?,
       answer: Merchants, distractors: [Pilgrims, Fishermen], reference: Chronicle}
    - {id: a3, type: multiple_choice, question: Where was the treaty kept?,
       answer: In the hall, distractors: [In the tower, In the church], reference: Chronicle}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.nlp.significance import SIGNIFICANCE_LEVEL, binomial_upper_tail
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Item
from quizgen.model.pattern import pattern

MIN_QUESTIONS = 10
"""Questions with a longest option, below which an author can see the lengths at a glance."""

MIN_RATIO = 1.2
"""Characters of the longest option against the next: about what the eye sees in a list."""


_FIGURES = pattern(r"\d+(?:[.,\s]\d+)*\s?")


Facts: TypeAlias = tuple[bool, int]
"""Whether the longest option of a question is its key, and how many options it has."""


def facts(item: AnalyzedItem) -> Facts | None:
    """Return the facts of `item`; None without one key, or without a longest option."""
    if item.about is not About.OPTIONS or len(item.keys) != 1:
        return None
    longest = _longest(item)
    return None if longest is None else (longest, len(item.options))


def find(bank: AnalyzedBank, judged: Sequence[tuple[Item, Facts]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the longest option is the key in too many questions of `bank`.

    `judged` are its questions that have one, with their facts.
    """
    if len(judged) < MIN_QUESTIONS:
        return
    hits = sum(longest for _, (longest, _) in judged)
    share = sum(1 / count for _, (_, count) in judged) / len(judged)
    if binomial_upper_tail(hits, len(judged), share) < SIGNIFICANCE_LEVEL:
        yield KEYS_OFTEN_LONGEST.at(
            bank.bank.span.source.whole(),
            f"in {hits} of {len(judged)} questions the longest option is the right answer; "
            f"by chance it would be about {round(share * len(judged))}",
            "shorten some of these keys, or lengthen distractors: "
            + ", ".join([item.id.value for item, (longest, _) in judged if longest][:5]),
        )


def _longest(item: AnalyzedItem) -> bool | None:
    """Return whether the key of `item` is the longest option; None where no option clearly is."""
    by_length = sorted([(_length(option.plain), n) for n, option in enumerate(item.options)])
    if len(by_length) < 2:
        return None
    (second, _), (most, n) = by_length[-2:]
    if not most or most < MIN_RATIO * second:
        return None
    return item.options[n] is item.keys[0]


def _length(plain: str) -> int:
    """Return the characters of `plain`, an option, without its figures."""
    return len(plain) if plain.isalpha() else len(_FIGURES.sub("", plain))


KEYS_OFTEN_LONGEST = BankRule(name="keys-often-longest", doc=__doc__, facts=facts, find=find)
