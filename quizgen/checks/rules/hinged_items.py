"""The wording of one item gives the answer to another.

Pupils read the whole worksheet. If one question says “when the advisers met in Seoul”, the one that
asks for the city is answered. An item is reported when another one's question holds its key and
most of the words of its own question.

Source: Haladyna, Downing and Rodriguez (2002), guideline 4, “keep the content of items independent
of one another”.

Bad:

    - id: place-of-signing
      type: short_answer
      question: In which town did the envoys sign the salt treaty?
      answer: Brenheim
      reference: Chronicle of the ports
    - id: after-signing
      type: short_answer
      question: Who rang the bells when the envoys signed the salt treaty in the town of Brenheim?
      answer: The monks
      reference: Chronicle of the ports

Good:

    - id: place-of-signing
      type: short_answer
      question: In which town did the envoys sign the salt treaty?
      answer: Brenheim
      reference: Chronicle of the ports
    - id: after-signing
      type: short_answer
      question: Who rang the bells after the salt treaty had been signed?
      answer: The monks
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic, Related

MOST_OF_IT = 2 / 3
"""Share of a question's content words that must come back. Less is talk of the same passage:
on the sample bank, a half of them finds pairs that give nothing away."""

FEWEST_WORDS = 2
"""Content words of a question, besides its key, that must come back."""

LONGEST_KEY = 4
"""Words of a key that is looked for. A longer one hardly comes back word for word."""

COMMON = 30
"""Items with the same key and the same rarest word: so many make both commonplace in this bank.
The limit also keeps the time in proportion to the number of items."""

Clue: TypeAlias = tuple[str, str]
"""A key, and a content word of its question."""

ASKING = {About.OPTIONS, About.ENTRY, About.GAPS}


def find(bank: AnalyzedBank) -> Iterator[Diagnostic]:
    needed = {item.item.id.value: _needed(item) for item in bank.items if item.about in ASKING}
    clues = _clues([item for item in bank.items if needed.get(item.item.id.value)])
    if not clues:
        return
    keys = {key for key, _ in clues}
    starts = {key.partition(" ")[0] for key in keys}
    for giver in bank.items:
        if giver.about is About.STATEMENT and not giver.is_true:
            continue  # it would lead astray
        given = set(giver.stem.content)
        told: set[str] = set()
        for key in _phrases(giver.stem.words, starts):
            if key not in keys:
                continue
            for root in given:
                for asked in clues.get((key, root), ()):
                    name = asked.item.id.value
                    if asked is giver or name in told:
                        continue
                    if len(given.intersection(asked.stem.content)) >= needed[name]:
                        told.add(name)
                        yield _finding(giver, asked, key)


def _needed(item: AnalyzedItem) -> int:
    """How many content words of `item`'s question must come back; 0 if it has too few."""
    count = len(set(item.stem.content))
    return max(FEWEST_WORDS, round(MOST_OF_IT * count)) if count >= FEWEST_WORDS else 0


def _clues(asking: list[AnalyzedItem]) -> dict[Clue, list[AnalyzedItem]]:
    """The items by their key and one of their rarest words.

    Who shares `n` of `m` words shares one of any `m - n + 1` (prefix filtering: Chaudhuri,
    Ganti and Kaushik 2006), so it is enough to look under the rarest of them.
    """
    frequency = Counter(root for item in asking for root in set(item.stem.content))
    clues: dict[Clue, list[AnalyzedItem]] = defaultdict(list)
    for item in asking:
        roots = sorted(set(item.stem.content), key=lambda root: (frequency[root], root))
        for key in item.keys:
            if 0 < len(key.words) <= LONGEST_KEY and key.content:
                for root in roots[: len(roots) - _needed(item) + 1]:
                    clues[key.said, root].append(item)
    return {clue: items for clue, items in clues.items() if len(items) <= COMMON}


def _phrases(words: list[str], starts: set[str]) -> Iterator[str]:
    """Each stretch of `words` that could be a key."""
    for start, word in enumerate(words):
        if word in starts:
            for end in range(start + 1, min(start + LONGEST_KEY, len(words)) + 1):
                yield " ".join(words[start:end])


def _finding(giver: AnalyzedItem, asked: AnalyzedItem, key: str) -> Diagnostic:
    written = next(found.beginning(len(found.words)) for found in asked.keys if found.said == key)
    return HINGED_ITEMS.at(
        giver.stem.span,
        f"this gives away that the answer to {asked.item.id.value!r} is “{written}”",
        "leave that word out here, or keep the two apart: on two worksheets",
        (Related("the question that it answers", asked.stem.span),),
    )


HINGED_ITEMS = BankRule(name="hinged-items", doc=__doc__, find=find)
