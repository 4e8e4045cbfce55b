"""An option is made of two others.

“Both A and B” can be reasoned about without the matter: who knows that A is right has only two
options left. And letters mean nothing here, for quizgen shuffles options.

Ask for all that are right (`answer:` takes a list), or ask two questions.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 9 and 22 (complex multiple choice,
independent options); arXiv 2503.10533, flaw “complex or K-type”.

Bad:

    - id: goods-by-sea
      type: multiple_choice
      question: What came by sea?
      answer: Salt and timber
      distractors: [Salt, Timber, Wool]
      reference: Chronicle of the ports

Good:

    - id: goods-by-sea
      type: multiple_choice
      question: Which two goods came by sea?
      answer: [Salt, Timber]
      distractors: [Wool, Glass]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem, TokenizedText
from quizgen.checks.nlp.stock_options import StockOption
from quizgen.checks.rules.base import ItemRule
from quizgen.checks.rules.overlapping_options import is_joined, joined_parts
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each option of `item` that is made of other options."""
    for option in item.options:
        joined = is_joined(option, item.language) and _are_options(option, item)
        lettered = item.names_labels(option) or item.stock_option_of(option) is StockOption.SOME
        if joined or lettered:
            yield COMBINED_OPTIONS.at(
                option.span,
                f"“{option.plain}” is made of other options",
                "let several be right, answer: [one, two], or ask two questions",
            )


def _are_options(option: TokenizedText, item: AnalyzedItem) -> bool:
    """Return whether `option` has several parts, each of which is an option of `item`."""
    alone = {tuple(other.words) for other in item.options}
    parts = joined_parts(option, item.language)
    return len(parts) > 1 and all(part in alone for part in parts)


COMBINED_OPTIONS = ItemRule(name="combined-options", doc=__doc__, about=(About.OPTIONS,), find=find)
