"""The cards of games, the same for a seed on every machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.assemble.shuffle import shuffled
from quizgen.model.assessment.game import Pair
from quizgen.model.text import Text

_TRIES = 50
"""Times that a card is drawn anew where another has the same texts."""


def memory_cards(pairs: Sequence[Pair], seed: str) -> tuple[tuple[Text, ...], ...]:
    """Return two cards for each of `pairs`, in a mixed order."""
    return shuffled([(text,) for pair in pairs for text in pair], seed, "memory")


def dominoes(pairs: Sequence[Pair], seed: str) -> tuple[tuple[Text, ...], ...]:
    """Return a tile for each of `pairs`: the answer to the pair before it, and its question.

    The tiles close a ring, and come in a mixed order.
    """
    tiles = [(pairs[place - 1].second, pair.first) for place, pair in enumerate(pairs)]
    return shuffled(tiles, seed, "dominoes")


def bingo_cards(
    pairs: Sequence[Pair], squares: int, count: int, seed: str
) -> Iterator[tuple[Text, ...]]:
    """Yield `count` cards, each with the answers to so many of `pairs` as it has `squares`.

    No two cards have the same answers as long as there are others.
    """
    known: set[frozenset[int]] = set()
    for number in range(1, count + 1):
        for attempt in range(_TRIES):
            places = shuffled(range(len(pairs)), seed, f"card {number}", str(attempt))[:squares]
            if frozenset(places) not in known:
                break
        known.add(frozenset(places))
        yield tuple(pairs[place].second for place in places)
