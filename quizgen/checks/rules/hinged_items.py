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

import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.places import Place, stem_place, stem_span
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic, Related
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Span

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


Facts: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], dict[str, str] | None, Place | None]
"""The words of a stem; the roots of those that carry content, each once; the answers that another
stem may give away, by their words, as they are written; and the place of the stem. The third is
None for an item that does not ask."""


class _Asking(NamedTuple):
    """An item that asks, the roots of its stem, and how many of them must come back.

    `keys` are its answers by their words, as they are written, and `place` is that of its stem.
    """

    item: Item
    roots: frozenset[str]
    min_shared: int
    keys: Mapping[str, str]
    place: Place | None


_Clues: TypeAlias = dict[str, dict[str, list[_Asking]]]


def facts(item: AnalyzedItem) -> Facts | None:
    """Return the facts of `item`; None for a false statement, which would lead astray."""
    if item.about is About.STATEMENT and not item.is_true:
        return None
    words = tuple(map(sys.intern, item.stem.words))
    roots = tuple(map(sys.intern, dict.fromkeys(item.stem.content)))
    place = stem_place(item.item)
    if item.about not in ASKING or len(roots) < MIN_SHARED_WORDS:
        return words, roots, None, place
    keys = [key for key in item.keys if 0 < len(key.words) <= MAX_KEY_WORDS and key.content]
    written = {key.normalized: key.beginning(len(key.words)) for key in reversed(keys)}
    return words, roots, written, place


def find(bank: AnalyzedBank, items: Sequence[tuple[Item, Facts]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stem of `items` that gives away the answer to another item."""
    lengths = _lengths({key for _, (_, _, keys, _) in items for key in keys or ()})
    givers = [
        (giver, roots, place, phrases)
        for giver, (words, roots, _, place) in items
        if (phrases := _phrases(words, lengths))
    ]
    clues = _clues(items, {phrase for *_, phrases in givers for phrase in phrases})
    for giver, roots, place, phrases in givers:
        stem_roots = frozenset(roots)
        answered: set[str] = set()
        for key in phrases:
            by_root = clues.get(key, {})
            for root in roots if by_root else ():
                for other in by_root.get(root, ()):
                    if len(stem_roots & other.roots) < other.min_shared or other.item is giver:
                        continue
                    name = other.item.id.value
                    if name not in answered:
                        answered.add(name)
                        yield _finding(stem_span(giver, place), other, key)


def _clues(items: Sequence[tuple[Item, Facts]], phrases: Container[str]) -> _Clues:
    """Return those of `items` that ask by each key, and then by each of their rarest roots.

    Keys that are not among `phrases`, those of all stems, are left out. A stem that shares `n` of
    `m` words shares one of any `m - n + 1` of them (prefix filtering: Chaudhuri, Ganti and Kaushik
    2006), so looking under the rarest ones is enough.
    """
    asking = [
        (item, roots, keys, place) for item, (_, roots, keys, place) in items if keys is not None
    ]
    frequency = Counter(chain.from_iterable([roots for _, roots, *_ in asking]))
    by_rarity = sorted(frequency, key=lambda root: (frequency[root], root))
    rank = {root: place for place, root in enumerate(by_rarity)}
    clues: _Clues = defaultdict(lambda: defaultdict(list))
    for item, roots, all_keys, place in asking:
        keys = [key for key in all_keys if key in phrases]
        if not keys:
            continue
        min_shared = max(MIN_SHARED_WORDS, round(MIN_SHARE * len(roots)))
        one = _Asking(item, frozenset(roots), min_shared, all_keys, place)
        rarest = sorted(roots, key=rank.__getitem__)[: len(roots) - min_shared + 1]
        for key in keys:
            by_root = clues[key]
            for root in rarest:
                by_root[root].append(one)
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


def _phrases(words: Sequence[str], lengths: Mapping[str, Iterable[int]]) -> list[str]:
    """Return each sequence of `words` that could be a key, by the `lengths` of those."""
    starts = [(n, word) for n, word in enumerate(words) if word in lengths]
    return [
        " ".join(words[start : start + length])
        for start, word in starts
        for length in lengths[word]
        if start + length <= len(words)
    ]


def _finding(giver: Span, other: _Asking, key: str) -> Diagnostic:
    """Return the diagnostic about the stem at `giver`, which has the answer `key` to `other`."""
    return HINGED_ITEMS.at(
        giver,
        f"this gives away that the answer to {other.item.id.value!r} is “{other.keys[key]}”",
        "leave that word out here, or keep the two apart: on two worksheets",
        (Related("the question that it answers", stem_span(other.item, other.place)),),
    )


HINGED_ITEMS = BankRule(name="hinged-items", doc=__doc__, facts=facts, find=find)
