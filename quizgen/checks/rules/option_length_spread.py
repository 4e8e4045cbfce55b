"""One option is several times as long as another.

An option that looks different from the others draws the eye, whether it is right or wrong.
Pupils then choose by looks: either it must be the answer, or it can be ruled out.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 23 and 24: options alike in kind and in
length.

Bad:

    - id: closed-harbour
      type: multiple_choice
      question: What closed the harbour?
      answer: Ice
      distractors:
      - Fire
      - A long quarrel between the guilds about the new duties on wool
      - War
      reference: Chronicle of the ports

Good:

    - id: closed-harbour
      type: multiple_choice
      question: What closed the harbour?
      answer: Ice
      distractors: [Fire, A strike, War]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.checks.rules.key_is_longest import is_longest
from quizgen.model.diagnostics import Diagnostic

MIN_RATIO = 3
MIN_EXTRA_WORDS = 6
"""The longest option has three times the words of the shortest and six more: a second line on
paper beside a word. The sources give no number; on the sample bank none comes near."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the options of `item` differ too much in length."""
    if len(item.options) < 2:
        return
    lengths = [len(option.words) for option in item.options]
    most, least = max(lengths), min(lengths)
    if most < MIN_RATIO * least or most < least + MIN_EXTRA_WORDS:
        return
    if any(map(item.is_formula, item.options)) or is_longest(item):
        return
    longest = item.options[lengths.index(most)]
    shortest = item.options[lengths.index(least)]
    yield OPTION_LENGTH_SPREAD.at(
        longest.span,
        f"this option has {most} words, and “{shortest.plain}” has {least}",
        "bring the options to about one length: cut this one, or add detail to the others",
    )


OPTION_LENGTH_SPREAD = ItemRule(
    name="option-length-spread", doc=__doc__, about=(About.OPTIONS,), find=find
)
