"""Shuffles that come out the same on every machine and every Python, for as long as seeds last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar, assert_never

from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)

T = TypeVar("T")


def shuffled(values: Sequence[T], *seed: str) -> tuple[T, ...]:
    """`values` in an order that depends on nothing but `seed` and their number.

    Fisher-Yates over a SHA-256 stream (Durstenfeld 1964): `random.shuffle` may change its
    order between Python versions, and then every printed key would be wrong.
    """
    result = list(values)
    draws = _draws("\x1f".join(seed))
    for last in range(len(result) - 1, 0, -1):
        other = next(draws) % (last + 1)
        result[last], result[other] = result[other], result[last]
    return tuple(result)


def _draws(seed: str) -> Iterator[int]:
    """32-bit numbers without end."""
    block = 0
    while True:
        seeded = f"{seed}\x1f{block}".encode(errors="surrogatepass")
        digest = hashlib.sha256(seeded).digest()
        for start in range(0, 32, 4):
            yield int.from_bytes(digest[start : start + 4], "big")
        block += 1


def rank(*seed: str) -> bytes:
    """Return a value to sort by. Sorted by ranks of their own, things are mixed, and without one of
    them the others keep their order."""
    return hashlib.sha256("\x1f".join(seed).encode(errors="surrogatepass")).digest()


def display_order(item: Item, *seed: str) -> tuple[int, ...]:
    """In which order `item`'s options, responses or events are shown, as indices.

    An order question is never shown solved, but for one of two events: that would always be
    shown the other way round.
    """
    count, fixed = _shuffleable(item.interaction)
    order = tuple(range(count))
    if fixed or count < 2:
        return order
    if isinstance(item.interaction, Choice):
        return _pinned_last(item.interaction, shuffled(order, *seed, item.id.value))
    mixed = shuffled(order, *seed, item.id.value)
    if isinstance(item.interaction, Order) and mixed == order and count > 2:
        return (*order[1:], order[0])
    return mixed


def movable(item: Item) -> int:
    """How many parts `display_order` mixes; they come before those that are pinned."""
    count, fixed = _shuffleable(item.interaction)
    if isinstance(item.interaction, Choice):
        count -= sum(option.pinned for option in item.interaction.options)
    return 0 if fixed else count


def _pinned_last(choice: Choice, order: tuple[int, ...]) -> tuple[int, ...]:
    pinned = tuple(i for i, option in enumerate(choice.options) if option.pinned)
    return tuple(i for i in order if i not in pinned) + pinned if pinned else order


def _shuffleable(interaction: Interaction) -> tuple[int, bool]:
    """How many parts can be shuffled, and whether they must not be."""
    match interaction:
        case Choice(options=options, fixed=fixed):
            return len(options), fixed
        case Match(responses=responses):
            return len(responses), False
        case Order(events=events):
            return len(events), False
        case Reveal() | TextEntry() | GapFill() | Numeric() | ExtendedText():
            return 0, True
        case _:
            assert_never(interaction)
