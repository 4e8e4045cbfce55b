"""A cloze text begins with its gap.

Pupils meet the gap before they know what the sentence is about and read it twice. Put the gap
towards the end.

Source: the textbooks' rule for completion items: the blank near the end (Gronlund, How to write
tests of student achievement).

Bad:

    - id: dredging
      type: cloze
      text: "{{c1::The Salt Company}} paid for the dredging of the harbour."
      reference: Chronicle of the ports

Good:

    - id: dredging
      type: cloze
      text: "The dredging of the harbour was paid for by {{c1::the Salt Company}}."
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import GAP, About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the text of `item` begins with a gap."""
    if item.stem.words and item.stem.plain.lstrip(" \"'“„«(").startswith(GAP):
        yield GAP_AT_START.at(
            item.stem.span,
            "the gap comes before anything that says what it is about",
            "turn the sentence round, so that the gap stands near its end",
        )


GAP_AT_START = ItemRule(name="gap-at-start", doc=__doc__, about=(About.GAPS,), find=find)
