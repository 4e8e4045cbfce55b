"""An option says “none of the above”.

Who chooses it, and rightly, has shown what the answer is not; what it is may be unknown. As a
distractor it is often there only to fill a gap in the list.

Three good options are enough: leave it out. Where it is meant, as in arithmetic, let the
question say so: `lint: {ignore: [none-of-the-above]}`, and `pinned: true` keeps it last.

Source: Haladyna, Downing and Rodriguez (2002), guideline 25, “none of the above should be used
carefully”; NBME item-writing guide.

Bad:

    - id: founder
      type: multiple_choice
      question: Who founded the league of ports?
      answer: Seven towns
      distractors: [A bishop, Two kings, None of these]
      reference: Chronicle of the ports

Good:

    - id: founder
      type: multiple_choice
      question: Who founded the league of ports?
      answer: Seven towns
      distractors: [A bishop, Two kings]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.nlp.stock_options import StockOption
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each option of `item` that is “none of the above”."""
    for option in item.options:
        if item.stock_option_of(option) is StockOption.NONE:
            yield NONE_OF_THE_ABOVE.at(
                option.span,
                f"“{option.plain}” shows what a learner rules out, not what is known",
                "leave it out (three options are enough), or write a distractor that tempts",
            )


NONE_OF_THE_ABOVE = ItemRule(
    name="none-of-the-above", doc=__doc__, about=(About.OPTIONS,), find=find
)
