"""A word such as “always” gives a wrong answer away.

Hardly anything is always so. Pupils rule out an option that says “always” or “never”, and call a
statement with it false, without knowing anything about it. Only words that help to guess are
reported: those in a distractor when no key has one, and in a false statement.

Words that often belong to a plain fact (all, only, every) are not on the list, and an option that
is the word itself, as in a vocabulary test, is not reported.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28a, specific determiners; NBME
item-writing guide, “absolute terms”.

Bad:

    - id: harbour-duty
      type: multiple_choice
      question: What did a captain owe the harbour?
      answer: A tenth of the cargo
      distractors: [A third of the profit, A fee that was always the same, A barrel of tar]
      reference: Chronicle of the ports

Good:

    - id: harbour-duty
      type: multiple_choice
      question: What did a captain owe the harbour?
      answer: A tenth of the cargo
      distractors: [A third of the profit, A fee for each anchor, A barrel of tar]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each wrong answer in `item` that an absolute term gives away."""
    absolutes = item.language.absolutes
    if item.about is About.STATEMENT:
        wrong = [] if item.is_true else [item.stem]
    elif all(absolutes.isdisjoint(key.words) for key in item.keys):
        wrong = [option for option in item.distractors if len(option.words) > 1]
    else:
        return
    for text in wrong:
        if not absolutes.isdisjoint(text.words):
            word = next(word for word in text.words if word in absolutes)
            yield ABSOLUTE_TERM.at(
                text.span,
                f"“{text.written(word)}” tells pupils that this is wrong, whatever it is about",
                "say it without that word, so that it could be true",
            )


ABSOLUTE_TERM = ItemRule(
    name="absolute-term", doc=__doc__, about=(About.OPTIONS, About.STATEMENT), find=find
)
