"""The forms of a worksheet: the same items, and a neighbour's answers are of no use.

The first form is the worksheet as it is without forms: items in the author's order. In every
other, items stand in an order of its own within their sections. How a form shows an item
depends on the seed, the form, the item's id and how many parts it has, and on no other item.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from quizgen.assemble.shuffle import display_order, movable, rank, shuffled
from quizgen.model.item import Item, Order

FIRST_FORM = "A"
"""Seeds the shuffles of a worksheet without forms too."""


def in_form(items: Sequence[Item], seed: str, form: str) -> list[Item]:
    """Return the items of a section in the order of `form`.

    Each has a rank of its own, so that without one of them the others keep their order.
    """
    if form in {"", FIRST_FORM}:
        return list(items)
    return sorted(items, key=lambda item: rank(seed, form, item.id.value))


def display_orders(item: Item, seed: str, count: int) -> list[tuple[int, ...]]:
    """Return for each of `count` forms the order of the options, responses or events of `item`.

    They are rotations of the first, in an order drawn for the item: a Latin square. So of
    four options each has another letter in A, B, C and D, the right one no less than the
    others, and who compares forms learns nothing. An order question of more than two events
    is never shown solved.
    """
    first = display_order(item, seed, FIRST_FORM)
    size = movable(item)
    shifts = shuffled(range(1, size), seed, "forms", item.id.value)
    others = [(*first[n:size], *first[:n], *first[size:]) for n in shifts]
    if isinstance(item.interaction, Order) and size > 2:
        others = [order for order in others if order != tuple(range(size))]
    return list(islice(cycle((first, *others)), count))
