"""The key is the option that has most in common with the others.

Distractors are often made from the key: one part is kept, another is changed. Then the key can
be found without the question: it is the one whose every part appears in some other option.

Let each part appear as often in the distractors, or write options that share nothing.

Source: NBME item-writing guide, “convergence strategy”; Haladyna, Downing and Rodriguez (2002),
guideline 28e, pairs and triplets of options.

Bad:

    - id: treaty
      type: multiple_choice
      question: Where and when did the envoys sign?
      answer: Aldmoor, spring
      distractors: ["Aldmoor, autumn", "Brenheim, spring", "Dunsgate, winter"]
      reference: Chronicle of the ports

Good:

    - id: treaty
      type: multiple_choice
      question: Where and when did the envoys sign?
      answer: Aldmoor, spring
      distractors: ["Aldmoor, autumn", "Brenheim, spring", "Brenheim, autumn"]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem, TokenizedText, quoted_list
from quizgen.checks.nlp.numbers import range_of
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic

MIN_OPTIONS = 3
"""With two options, what they share says nothing about which is right."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if only the key of `item` is made of parts that other options have."""
    if len(item.keys) != 1 or len(item.options) < MIN_OPTIONS:
        return
    if len(set(item.keys[0].content)) < 2:
        return
    contents = [frozenset(option.content) for option in item.options]
    everywhere = frozenset.intersection(*contents)
    distinct = [content - everywhere for content in contents]
    key = (
        distinct[0]
        if item.options[0] is item.keys[0]
        else distinct[item.options.index(item.keys[0])]
    )
    if (
        len(key) < 2
        or not _is_woven(key, distinct)
        or sum(_is_woven(c, distinct) for c in distinct) > 1
    ):
        return
    option = item.keys[0]
    if range_of(option, item.language) is not None:
        return  # ranges lie side by side, and so they share their ends
    yield CONVERGENCE.at(
        option.span,
        f"each part of the right answer is in another option too: {_parts(option, key)}; "
        "of no distractor is this so",
        "let the parts of distractors come back as well, or write options that share nothing",
    )


def _is_woven(option: frozenset[str], options: list[frozenset[str]]) -> bool:
    """Return whether each part of `option` is in some other option.

    Options that hold `option`, or that it holds, are another flaw: with one, it is not woven.
    """
    others = [other for other in options if other is not option and other]
    if not option or any(option <= other or other <= option for other in others):
        return False
    return all(any(part in other for other in others) for part in option)


def _parts(option: TokenizedText, roots: frozenset[str]) -> str:
    """Return the words of `option` that have one of `roots`, for a message."""
    words = [option.spelled(root) for root in dict.fromkeys(option.content) if root in roots]
    return quoted_list(words)


CONVERGENCE = ItemRule(name="convergence", doc=__doc__, about=(About.OPTIONS,), find=find)
