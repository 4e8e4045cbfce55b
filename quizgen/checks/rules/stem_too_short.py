"""The question is so short that only the options say what it is about.

Cover the options: could a pupil who knows the passage answer? With “Seoul:” above four sentences
four statements are to be judged instead of one question.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 14 and 15: directions clear, central idea
in the stem; NBME item-writing guide, “cover the options”.

Bad:

    - id: salt-company
      type: multiple_choice
      question: The company
      answer: paid for the dredging
      distractors: [sold its ships, closed its market]
      reference: Chronicle of the ports

Good:

    - id: salt-company
      type: multiple_choice
      question: What did the Salt Company pay for?
      answer: the dredging
      distractors: [the toll gates, the charter]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic

MIN_WORDS = 3
"""Fewer hold no question: “Capital of France?” has three. Our reading of the guidelines."""

MAX_NAME_WORDS = 2
"""Options of so few words each are names or terms: to choose a translation, a word is enough."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the stem of `item` has too few words to ask anything."""
    words = item.stem.words
    if not item.language.stop_words or not 0 < len(words) < MIN_WORDS or item.item.stem.images:
        return
    if "?" in item.stem.plain or all(len(o.words) <= MAX_NAME_WORDS for o in item.options):
        return
    yield STEM_TOO_SHORT.at(
        item.stem.span,
        f"“{item.stem.plain}” asks nothing until the options are read",
        "ask a whole question, which could be answered without the options",
    )


STEM_TOO_SHORT = ItemRule(name="stem-too-short", doc=__doc__, about=(About.OPTIONS,), find=find)
