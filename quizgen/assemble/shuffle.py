"""Shuffles with the same result for a seed on every machine and in every version of Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, assert_never

from quizgen.model.hashes import sha256
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
    """Return `values` in an order that depends only on `seed` and their number.

    The algorithm is that of Fisher and Yates (Durstenfeld 1964), over a stream of SHA-256.
    `random.shuffle` may change its order between versions of Python: every answer key that is
    printed would be wrong then.
    """
    mixed = list(values)
    draws = _draws("\x1f".join(seed))
    for last in range(len(mixed) - 1, 0, -1):
        other = next(draws) % (last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)


def _draws(seed: str) -> Iterator[int]:
    """Yield 32-bit numbers without end, which depend only on `seed`."""
    block = 0
    while True:
        seeded = f"{seed}\x1f{block}".encode(errors="surrogatepass")
        digest = sha256(seeded).digest()
        for start in range(0, 32, 4):
            yield int.from_bytes(digest[start : start + 4], "big")
        block += 1


def rank(*seed: str) -> bytes:
    """Return the rank of a value with `seed`, to sort values by in a mixed order.

    Where a value is removed, the others keep their order.
    """
    return sha256("\x1f".join(seed).encode(errors="surrogatepass")).digest()


def display_order(item: Item, *seed: str) -> tuple[int, ...]:
    """Return the indices of the options, responses or events of `item` in the order shown.

    Neither order nor matching questions are shown as `solved` ones.
    """
    count, fixed = _shuffleable(item.interaction)
    order = tuple(range(count))
    if fixed or count < 2:
        return order
    mixed = shuffled(order, *seed, item.name)
    if isinstance(item.interaction, Choice):
        return _pinned_last(item.interaction, mixed)
    if isinstance(item.interaction, Order) and solved(item.interaction, mixed):
        return (*order[1:], order[0])
    again = 0
    while solved(item.interaction, mixed):
        again += 1
        mixed = shuffled(order, *seed, item.name, f"again {again}")
    return mixed


def solved(interaction: Interaction, order: Sequence[int]) -> bool:
    """Return whether parts of `interaction` in `order` are the answer to it.

    The events of an order question are so in the right order. The responses of a matching question
    are if they stand in the order of the premises, whatever stands behind them. Two events or two
    responses never count: they would always be shown the other way round.
    """
    match interaction:
        case Order(events=events):
            right = tuple(range(len(events)))
        case Match(key=key):
            right = tuple(dict.fromkeys(key))
        case _:
            return False
    return len(right) > 2 and tuple(order[: len(right)]) == right


def movable(item: Item) -> int:
    """Return the number of parts of `item` that `display_order` mixes.

    Pinned options do not count: they stay behind the others.
    """
    count, fixed = _shuffleable(item.interaction)
    if isinstance(item.interaction, Choice):
        count -= sum(option.pinned for option in item.interaction.options)
    return 0 if fixed else count


def _pinned_last(choice: Choice, order: tuple[int, ...]) -> tuple[int, ...]:
    """Return `order` with the pinned options of `choice` at the end, in the author's order."""
    pinned = tuple(i for i, option in enumerate(choice.options) if option.pinned)
    return tuple(i for i in order if i not in pinned) + pinned if pinned else order


def _shuffleable(interaction: Interaction) -> tuple[int, bool]:
    """Return the number of parts of `interaction`, and whether their order is fixed."""
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
