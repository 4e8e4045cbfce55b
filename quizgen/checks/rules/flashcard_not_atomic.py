"""The answer is an enumeration.

Who recalls four parts of five has failed the card, and sees all five again each time: a card as
hard as its hardest part. Make a card of each part, or ask for the order with `ordering`, or for
what belongs together with `matching`.

A list has short parts of one kind behind commas and an “and”; or behind semicolons, slashes or
lines; or behind commas alone, where the question asks for several. “Springfield, Illinois” is a
place, and 1,200 a number.

Source: SuperMemo's twenty rules of formulating knowledge (Wozniak 1999): minimum information
principle, “avoid sets”, “avoid enumerations”.

Bad:

    - id: towns
      type: flashcard
      front: Towns of the league
      back: Aldmoor, Brenheim, Dunsgate and Eskford
      reference: Chronicle of the ports

Good:

    - id: northern-town
      type: flashcard
      front: Northernmost town of the league
      back: Eskford
      reference: Chronicle of the ports
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem, TokenizedText, words_of
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.pattern import pattern
from quizgen.model.text import Break, ListBlock

MIN_PARTS = 3
"""Two belong together as often as not: a name and a year, a cause and its effect."""

MAX_PART_WORDS = 4
"""Words of a part. Longer ones are clauses of a sentence."""


MAX_SINGULAR_LETTERS = 3
"""Letters of a word whose last one hardly makes it a plural: gas, bus."""

NO_PLURAL = ("as", "is", "ss", "us")
"""How words for one thing end, and names: Texas, Paris, address, status."""

_COMMA = pattern(r"(?<!\d),|,(?!\d)|[、，]")


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the answer to `item` lists several parts."""
    parts = _parts(item.keys[0], item)
    if parts >= MIN_PARTS:
        yield FLASHCARD_NOT_ATOMIC.at(
            item.keys[0].span,
            f"the answer has {parts} parts: who forgets one fails with all of them",
            "make a question of each part, or use ordering or matching",
        )


def _parts(answer: TokenizedText, item: AnalyzedItem) -> int:
    """Return how many parts `answer` lists; 1 where it is no list."""
    runs = answer.text.runs
    breaks = sum(isinstance(run, Break) for run in runs)
    listed = max((len(run.items) for run in runs if isinstance(run, ListBlock)), default=1)
    semicolons = len(re.split("[;；]", answer.plain))
    slashes = len(re.split(r"\s[/／]\s", answer.plain))
    return max(1 + breaks, listed, semicolons, slashes, _enumerated(answer, item))


def _enumerated(answer: TokenizedText, item: AnalyzedItem) -> int:
    """Return how many short parts of one kind commas and a last “and” separate in `answer`.

    Return 1 without that “and”.

    “Paris, the capital of France, on the Seine” has commas and is no list, unless the question
    asks for several. The Japanese comma 、 between parts makes one by itself.
    """
    *first, last = _COMMA.split(answer.plain)
    joined = re.split(_joiner(item), f" {last} ", maxsplit=1, flags=re.IGNORECASE)
    parts = [part for part in (*first, *joined) if part.strip()]
    if any(len(words_of(part, item.language)) > MAX_PART_WORDS for part in parts):
        return 1
    if len({_has_name(part) for part in parts[1:]}) > 1:
        return 1
    is_list = len(joined) > 1 or "、" in answer.plain or _asks_for_several(item)
    return len(parts) if is_list else 1


def _has_name(part: str) -> bool:
    """Return whether `part` has a capital: “Illinois”, unlike “raised there”."""
    return any(character.isupper() for character in part)


def _asks_for_several(item: AnalyzedItem) -> bool:
    """Return whether `item` asks for several things: which towns, two towns."""
    language, words = item.language, item.stem.words
    if not language.question_words.isdisjoint(words[:2]) and language.selecting.isdisjoint(words):
        return False  # who, where or when
    telling = (w for w in words if item.stem.carries_content(w) or w in language.numbers)
    first = next(telling, "")
    if first in language.numbers:
        return True
    if len(first) <= MAX_SINGULAR_LETTERS or first.endswith(NO_PLURAL):
        return False
    return bool(language.plural_ending) and first.endswith(language.plural_ending)


def _joiner(item: AnalyzedItem) -> str:
    """Return the pattern of “and”, “or” and “&” between spaces, in the language of `item`."""
    return rf"\s(?:{'|'.join(sorted({*item.language.joiners, '&'}))})\s"


FLASHCARD_NOT_ATOMIC = ItemRule(
    name="flashcard-not-atomic", doc=__doc__, about=(About.CARD, About.ENTRY), find=find
)
