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

MIN_SHARE = 2 / 3
"""Share of a question's content words that must come back. Less is talk of the same passage:
on the sample bank, a half of them finds pairs that give nothing away."""

MIN_SHARED_WORDS = 2
"""Content words of a question, besides its key, that must come back."""

MAX_KEY_WORDS = 4
"""Words of a key that is looked for. A longer one hardly comes back word for word."""

MAX_ITEMS_PER_CLUE = 30
"""Items with the same key and the same rarest word: so many make both commonplace in this bank.
The limit also keeps the time in proportion to the number of items."""

KeyAndRoot: TypeAlias = tuple[str, str]
"""A key, and the root of a content word of its question."""

ASKING = {About.OPTIONS, About.ENTRY, About.GAPS}


def find(bank: AnalyzedBank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stem in `bank` that gives away the answer to another item."""
    min_shared = {
        item.item.id.value: _min_shared(item) for item in bank.items if item.about in ASKING
    }
    clues = _clues([item for item in bank.items if min_shared.get(item.item.id.value)])
    if not clues:
        return
    keys = {key for key, _ in clues}
    starts = {key.partition(" ")[0] for key in keys}
    for giver in bank.items:
        if giver.about is About.STATEMENT and not giver.is_true:
            continue  # it would lead astray
        stem_roots = set(giver.stem.content)
        answered: set[str] = set()
        for key in _phrases(giver.stem.words, starts):
            if key not in keys:
                continue
            for root in stem_roots:
                for other in clues.get((key, root), ()):
                    name = other.item.id.value
                    if other is giver or name in answered:
                        continue
                    if len(stem_roots.intersection(other.stem.content)) >= min_shared[name]:
                        answered.add(name)
                        yield _finding(giver, other, key)


def _min_shared(item: AnalyzedItem) -> int:
    """Return how many content words of the stem of `item` must come back; 0 if it has too few."""
    count = len(set(item.stem.content))
    return max(MIN_SHARED_WORDS, round(MIN_SHARE * count)) if count >= MIN_SHARED_WORDS else 0


def _clues(asking: list[AnalyzedItem]) -> dict[KeyAndRoot, list[AnalyzedItem]]:
    """Return the items of `asking` by each key and each of their rarest roots.

    A stem that shares `n` of `m` words shares one of any `m - n + 1` of them (prefix filtering:
    Chaudhuri, Ganti and Kaushik 2006), so looking under the rarest ones is enough.
    """
    frequency = Counter(root for item in asking for root in set(item.stem.content))
    clues: dict[KeyAndRoot, list[AnalyzedItem]] = defaultdict(list)
    for item in asking:
        roots = sorted(set(item.stem.content), key=lambda root: (frequency[root], root))
        for key in item.keys:
            if 0 < len(key.words) <= MAX_KEY_WORDS and key.content:
                for root in roots[: len(roots) - _min_shared(item) + 1]:
                    clues[key.normalized, root].append(item)
    return {clue: items for clue, items in clues.items() if len(items) <= MAX_ITEMS_PER_CLUE}


def _phrases(words: list[str], starts: set[str]) -> Iterator[str]:
    """Yield each sequence of `words` that could be a key: those that begin with one of `starts`."""
    for start, word in enumerate(words):
        if word in starts:
            for end in range(start + 1, min(start + MAX_KEY_WORDS, len(words)) + 1):
                yield " ".join(words[start:end])


def _finding(giver: AnalyzedItem, other: AnalyzedItem, key: str) -> Diagnostic:
    answer = next(text for text in other.keys if text.normalized == key)
    written = answer.beginning(len(answer.words))
    return HINGED_ITEMS.at(
        giver.stem.span,
        f"this gives away that the answer to {other.item.id.value!r} is “{written}”",
        "leave that word out here, or keep the two apart: on two worksheets",
        (Related("the question that it answers", other.stem.span),),
    )


HINGED_ITEMS = BankRule(name="hinged-items", doc=__doc__, find=find)
