"""One sentence has more than two gaps.

What is left of it no longer says what belongs into them: pupils guess the author's words. On a
card each number is asked alone, but on a worksheet all the gaps are empty at once.

Source: SuperMemo's twenty rules, minimum information principle; the textbooks' rule for completion
items, “do not leave too many blanks”. The number is our choice.

Bad:

    - id: charter
      type: cloze
      text: "The {{c1::charter}} fixed the {{c2::duties}} on {{c3::salt}} for ten years."
      reference: Chronicle of the ports

Good:

    - id: charter
      type: cloze
      text: "The charter fixed the duties on {{c1::salt}} for {{c2::ten}} years."
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import GAP, About, AnalyzedItem
from quizgen.checks.nlp.sentences import sentences
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import GapFill
from quizgen.model.text import BLOCKS, filled, plain_text, run_sequences

MAX_GAPS = 2
"""Gaps in one sentence (our choice)."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if a sentence of `item` has too many gaps."""
    if len(item.keys) <= MAX_GAPS:
        return
    most = max(
        sentence.count(GAP) for text in _texts(item) for sentence in sentences(text, item.language)
    )
    if most > MAX_GAPS:
        yield TOO_MANY_GAPS.at(
            item.stem.span,
            f"one sentence has {most} gaps: what is left does not say what belongs there",
            "keep the one or two that matter, and ask the rest in a cloze of its own",
        )


def _texts(item: AnalyzedItem) -> Iterator[str]:
    """Yield the text of `item`, and each of those inside its blocks: a line of a list, a cell."""
    match item.item.interaction:
        case GapFill(parts=parts):
            for runs in run_sequences(filled(parts, lambda gap: (GAP,))):
                yield plain_text(run for run in runs if not isinstance(run, BLOCKS))
        case _:
            yield item.stem.plain


TOO_MANY_GAPS = ItemRule(name="too-many-gaps", doc=__doc__, about=(About.GAPS,), find=find)
