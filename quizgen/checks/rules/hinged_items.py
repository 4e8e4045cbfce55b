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
from collections.abc import Iterable, Iterator, Mapping

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

ASKING = {About.OPTIONS, About.ENTRY, About.GAPS}


def find(bank: AnalyzedBank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stem in `bank` that gives away the answer to another item."""
    min_shared = {
        item.item.id.value: _min_shared(item) for item in bank.items if item.about in ASKING
    }
    clues = _clues([item for item in bank.items if min_shared.get(item.item.id.value)])
    if not clues:
        return
    lengths = _lengths(clues)
    for giver in bank.items:
        if giver.about is About.STATEMENT and not giver.is_true:
            continue  # it would lead astray
        stem_roots = set(giver.stem.content)
        answered: set[str] = set()
        for key in _phrases(giver.stem.words, lengths):
            by_root = clues.get(key, {})
            for root in stem_roots & by_root.keys():
                for other in by_root[root]:
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


def _clues(asking: list[AnalyzedItem]) -> dict[str, dict[str, list[AnalyzedItem]]]:
    """Return the items of `asking` by each key, and then by each of their rarest roots.

    A stem that shares `n` of `m` words shares one of any `m - n + 1` of them (prefix filtering:
    Chaudhuri, Ganti and Kaushik 2006), so looking under the rarest ones is enough.
    """
    frequency = Counter(root for item in asking for root in set(item.stem.content))
    clues: dict[str, dict[str, list[AnalyzedItem]]] = defaultdict(lambda: defaultdict(list))
    for item in asking:
        roots = sorted(set(item.stem.content), key=lambda root: (frequency[root], root))
        for key in item.keys:
            if 0 < len(key.words) <= MAX_KEY_WORDS and key.content:
                for root in roots[: len(roots) - _min_shared(item) + 1]:
                    clues[key.normalized][root].append(item)
    return {
        key: {root: items for root, items in by_root.items() if len(items) <= MAX_ITEMS_PER_CLUE}
        for key, by_root in clues.items()
    }


def _lengths(keys: Iterable[str]) -> dict[str, set[int]]:
    """Return for each first word of `keys` how many words those have that begin with it."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for key in keys:
        first, *others = key.split(" ")
        lengths[first].add(1 + len(others))
    return lengths


def _phrases(words: list[str], lengths: Mapping[str, Iterable[int]]) -> Iterator[str]:
    """Yield each sequence of `words` that could be a key, by the `lengths` of those."""
    for start, word in enumerate(words):
        for length in lengths.get(word, ()):
            if start + length <= len(words):
                yield " ".join(words[start : start + length])


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
