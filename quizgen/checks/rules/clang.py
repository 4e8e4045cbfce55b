"""A word of the question comes back in the key, and in no distractor.

Pupils match the sound of the words: the option that repeats a word of the question must belong
to it. Use another word in the key, or let a distractor have it too.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28b, clang associations; NBME
item-writing guide, “word repeats”.

Bad:

    - id: salt-company
      type: multiple_choice
      question: What did the salt company trade in, besides grain?
      answer: Salt from the northern mines
      distractors: [Timber from the hills, Wool from the islands, Copper from abroad]
      reference: Chronicle of the ports

Good:

    - id: salt-company
      type: multiple_choice
      question: What did the company of 1402 trade in, besides grain?
      answer: Salt from the northern mines
      distractors: [Timber from the hills, Wool from the islands, Copper from abroad]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if `item` repeats a word of its stem in the key, and in no distractor."""
    stem = item.stem.content
    if not stem or not item.distractors:
        return
    shared = set(stem).difference(item.language.numbers)
    for key in item.keys:
        shared.intersection_update(key.content)
    if not shared:
        return
    for distractor in item.distractors:
        shared.difference_update(distractor.content)
    if shared and not any(item.is_formula(key) for key in item.keys):
        key = item.keys[0]
        root = next(root for root in key.content if root in shared)
        yield CLANG.at(
            key.span,
            f"“{key.spelled(root)}” stands in the question and in the right answer, and in no "
            "distractor",
            "use another word in one of the two, or let a distractor have it as well",
        )


CLANG = ItemRule(name="clang", doc=__doc__, about=(About.OPTIONS,), find=find)
