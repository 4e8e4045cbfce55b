"""The key is much longer than its distractors.

Authors make sure that the right answer cannot be argued with, and so it grows. Pupils know
this: who knows nothing chooses the longest option.

Cut the key down to what makes it right, or give the distractors as much detail.

Source: Haladyna, Downing and Rodriguez (2002), guideline 24, “keep the length of choices about
equal”; NBME item-writing guide, “long correct answer”.

Bad:

    - id: salt-tax
      type: multiple_choice
      question: Why did the towns give up the tax on salt?
      answer: It cost more to collect than it brought in once the road was open
      distractors: [The king forbade it, Salt was gone, Nobody paid]
      reference: Chronicle of the ports

Good:

    - id: salt-tax
      type: multiple_choice
      question: Why did the towns give up the tax on salt?
      answer: It cost more than it brought in
      distractors: [The king had forbidden it, The mines had run empty, The guilds took it over]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic

MIN_RATIO = 1.5
"""Characters of the key against the mean of the distractors (our choice)."""

MIN_EXTRA_WORDS = 3
"""Words that the key has more than the longest distractor (our choice)."""


def is_longest(item: AnalyzedItem) -> bool:
    """Return whether the shortest key of `item` gives itself away by its length."""
    if not item.distractors:
        return False
    most = max([len(distractor.words) for distractor in item.distractors])
    if min([len(key.words) for key in item.keys]) < most + MIN_EXTRA_WORDS:
        return False
    lengths = [len(distractor.plain) for distractor in item.distractors]
    mean = sum(lengths) / len(lengths)
    if min([len(key.plain) for key in item.keys]) < MIN_RATIO * mean:
        return False
    return not any(item.is_formula(key) for key in item.keys)


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the length of the key of `item` gives the key away."""
    if is_longest(item):
        key = item.keys[0]
        most = max(len(distractor.words) for distractor in item.distractors)
        yield KEY_IS_LONGEST.at(
            key.span,
            f"the right answer has {len(key.words)} words, no distractor more than {most}: "
            "its length gives it away",
            "shorten it, move what explains it to explain:, or add detail to the distractors",
        )


KEY_IS_LONGEST = ItemRule(name="key-is-longest", doc=__doc__, about=(About.OPTIONS,), find=find)
