"""A word of the question comes back in the key, and in no distractor.

Pupils match the sound of the words: the option that repeats a word of the question must belong
to it. Use another word in the key, or let a distractor have it too.

Where a distractor echoes another word of the question, or the question itself offers the words to
choose from (salt or wool?), nothing is given away.

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

from quizgen.checks.nlp import About, AnalyzedItem, TokenizedText
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic

SAME_LETTERS = 5
"""Letters at the beginning of two words that sound alike: democracy, democratic (judged by ear)."""


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
        if not _echoes(distractor, item).isdisjoint(stem) or not shared:
            return
        shared -= _in_other_forms(shared, distractor)
    shared -= _listed(item)
    if shared and not any(item.is_formula(key) for key in item.keys):
        key = item.keys[0]
        root = next(root for root in key.content if root in shared)
        yield CLANG.at(
            key.span,
            f"“{key.spelled(root)}” stands in the question and in the right answer, and in no "
            "distractor",
            "use another word in one of the two, or let a distractor have it as well",
        )


def _echoes(distractor: TokenizedText, item: AnalyzedItem) -> set[str]:
    """Return the content words of `distractor` that no key has.

    Where one of them stands in the question too, as in “A sailing boat meets a motor boat”, to
    choose by the sound leads astray as often as not.
    """
    echoes = set(distractor.content).difference(item.language.numbers)
    for key in item.keys:
        echoes.difference_update(key.content)
    return echoes


def _in_other_forms(roots: set[str], distractor: TokenizedText) -> set[str]:
    """Return those of `roots` that `distractor` has in some form: democracy, democratic."""
    beginnings = {root[:SAME_LETTERS] for root in distractor.content}
    return {root for root in roots if root[:SAME_LETTERS] in beginnings}


def _listed(item: AnalyzedItem) -> set[str]:
    """Return the roots of words that the stem offers to choose from: salt or wool."""
    words, joiners = item.stem.words, item.language.alternatives
    places = [n for n, word in enumerate(words) if word in joiners]
    beside = {
        words[index]
        for place in places
        for index in (place - 2, place - 1, place + 1, place + 2)
        if 0 <= index < len(words)
    }
    return {item.stem.root(word) for word in beside}


CLANG = ItemRule(name="clang", doc=__doc__, about=(About.OPTIONS,), find=find)
