"""There are fewer than three options to choose from, or more than five.

With two, every second guess is right: that is a `true_false`. Beyond five, hardly any author
finds distractors that anyone takes; they only cost time. Three good options are enough.

Of a question with several right answers, all count towards the three, and one towards the five:
of three right answers and a wrong one, one guess in four is right.

Source: Rodriguez (2005), Three options are optimal for multiple-choice items; Haladyna, Downing
and Rodriguez (2002), guideline 18.

Bad:

    - id: harbour-wall
      type: multiple_choice
      question: Who paid for the harbour wall?
      answer: Seven towns
      distractors: [A bishop]
      reference: Chronicle of the ports

Good:

    - id: harbour-wall
      type: multiple_choice
      question: Who paid for the harbour wall?
      answer: Seven towns
      distractors: [A bishop, Two kings]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic

MIN_OPTIONS, MAX_OPTIONS = 3, 5
"""Options, of which one is a key (after Rodriguez 2005 and Haladyna and others 2002)."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if `item` has too few or too many distractors."""
    if len(item.options) < MIN_OPTIONS:
        yield OPTION_COUNT.at(
            item.stem.span,
            f"with {_distractors(item)}, every second guess is right",
            "add a distractor that a pupil could believe, or write a true_false",
        )
    elif 1 + len(item.distractors) > MAX_OPTIONS:
        yield OPTION_COUNT.at(
            item.stem.span,
            f"{_distractors(item)} are more than pupils read with care",
            f"keep the {MAX_OPTIONS - 1} that are most often believed, or fewer",
        )


def _distractors(item: AnalyzedItem) -> str:
    count = len(item.distractors)
    return "1 distractor" if count == 1 else f"{count} distractors"


OPTION_COUNT = ItemRule(name="option-count", doc=__doc__, about=(About.OPTIONS,), find=find)
