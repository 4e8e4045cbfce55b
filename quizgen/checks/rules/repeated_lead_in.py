"""All options begin with the same words.

Words that every option repeats make pupils read more and see less. They belong to the question.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 13 and 15: as little reading as
possible, the central idea in the stem.

Bad:

    - id: duties
      type: multiple_choice
      question: What was decided about the duties?
      answer: They were to be lowered
      distractors: [They were to be raised, They were to be paid in salt]
      reference: Chronicle of the ports

Good:

    - id: duties
      type: multiple_choice
      question: According to the decision, the duties were to be …
      answer: lowered
      distractors: [raised, paid in salt]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic

MIN_WORDS = 3
"""Two words are an article and a noun, and often read better in each option. Our choice."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if all options of `item` begin with the same words."""
    if len(item.options) < 2:
        return
    shared = 0
    for words in zip(*(option.words for option in item.options), strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    if shared >= MIN_WORDS and all(len(option.words) > shared for option in item.options):
        yield REPEATED_LEAD_IN.at(
            item.options[0].span,
            f"every option begins with “{item.options[0].beginning(shared)}”",
            "move these words to the end of the question, and go on with … there",
        )


REPEATED_LEAD_IN = ItemRule(name="repeated-lead-in", doc=__doc__, about=(About.OPTIONS,), find=find)
