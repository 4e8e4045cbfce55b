"""A matching list mixes numbers or dates with words.

A date can only belong to an event and a name only to a person, so a mixed list falls into small
ones that need no knowledge. Keep one kind on each side.

Source: Gronlund, How to write tests of student achievement: only homogeneous material in a matching
exercise; Haladyna, Downing and Rodriguez (2002), guideline 23.

Bad:

    - id: facts
      type: matching
      question: Match each fact of the league to its answer.
      pairs: {First charter: 1402, Frozen harbour: 1410, Founder: Clara Voss, Capital: Aldmoor}
      distractors: [Brenheim]
      reference: Chronicle of the ports

Good:

    - id: facts
      type: matching
      question: Match each event to its year.
      pairs: {First charter: 1402, Frozen harbour: 1410, Last toll: 1431, New wall: 1440}
      distractors: [1422]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.nlp import About, AnalyzedItem, Language, words_of
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Match
from quizgen.model.text import Text

MAX_WORDS = 4
"""Words of a number or date with its unit: “about 19 December 2023”. Longer texts are sentences,
which may hold a number and still be of one kind."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if a side of `item` has numbers or dates among other things."""
    match = item.item.interaction
    assert isinstance(match, Match)
    for side, texts in (("premises", match.premises), ("responses", match.responses)):
        mixed = _mixed(texts, item.language)
        if mixed is not None:
            number, other = mixed
            yield MATCHING_MIXED_KINDS.at(
                number.span,
                f"among the {side}, “{number.plain}” is a number or date and “{other.plain}” "
                "is not: they are told apart without knowledge",
                "keep one kind on each side; ask the others in a list of their own",
            )
            return


def _mixed(texts: Sequence[Text], language: Language) -> tuple[Text, Text] | None:
    """Return a number or date of `texts` and a text without any number, if there are both."""
    number = next((text for text in texts if _is_number(text, language)), None)
    other = next((text for text in texts if not _has_digit(text)), None)
    return None if number is None or other is None else (number, other)


def _is_number(text: Text, language: Language) -> bool:
    words = words_of(text.plain, language)
    digits = sum(word[0].isdigit() for word in words)
    return len(words) <= MAX_WORDS and 2 * digits > len(words)


def _has_digit(text: Text) -> bool:
    return any(character.isdigit() for character in text.plain)


MATCHING_MIXED_KINDS = ItemRule(
    name="matching-mixed-kinds", doc=__doc__, about=(About.LISTS,), find=find
)
