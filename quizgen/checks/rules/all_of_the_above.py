"""An option says “all of the above”.

Who knows that two options are right chooses it without reading the third; who knows that one
is wrong rules it out. Besides, quizgen shuffles options, so nothing may be above it.

Write a question with several right answers instead: `answer:` takes a list.

Source: Haladyna, Downing and Rodriguez (2002), guideline 26, “avoid all of the above”.

Bad:

    - id: goods
      type: multiple_choice
      question: Which of these goods passed through the harbour?
      answer: All of the above
      distractors: [Salt, Timber, Wool]
      reference: Chronicle of the ports

Good:

    - id: goods
      type: multiple_choice
      question: Which three of these goods passed through the harbour?
      answer: [Salt, Timber, Wool]
      distractors: [Silk, Tea]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.nlp.stock_options import StockOption
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic, Severity


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each option of `item` that is “all of the above”."""
    for option in item.options:
        if item.stock_option_of(option) is StockOption.ALL:
            yield ALL_OF_THE_ABOVE.at(
                option.span,
                f"“{option.plain}” can be chosen by who knows only two of the others",
                "give several right answers as a list, answer: [one, two], or leave it out",
            )


ALL_OF_THE_ABOVE = ItemRule(
    name="all-of-the-above",
    doc=__doc__,
    severity=Severity.ERROR,
    about=(About.OPTIONS,),
    find=find,
)
