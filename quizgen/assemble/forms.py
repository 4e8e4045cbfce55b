"""The forms of a worksheet: the same items in different orders, so that copying does not help.

The first form is the worksheet as it is without forms, with items in the author's order. Every
other form has its own order of the items of a section. The order in which a form shows the parts
of an item depends on the seed, the form, the item's id and the number of parts, and on no other
item.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from quizgen.assemble.cases import units
from quizgen.assemble.shuffle import display_order, movable, rank, shuffled, solved
from quizgen.model.item import Item

FIRST_FORM = "A"
"""The letter of the first form. It also seeds the shuffles of a worksheet without forms."""


def in_form(items: Sequence[Item], seed: str, form: str) -> list[Item]:
    """Return `items`, those of a section, in the order of `form`.

    The order is that of the items' ranks. Where an item is removed, the others keep their order.
    Items of a case move as one, with the rank of the case, and keep the author's order.
    """
    together = units(items)
    if form not in {"", FIRST_FORM}:
        together.sort(key=lambda unit: rank(seed, form, _name(unit[0])))
    return [item for unit in together for item in unit]


def _name(first: Item) -> str:
    """Return the name by which `first`, or the case that it begins, is placed."""
    return first.name if first.case is None else f"{first.topic}/{first.case.id.value}"


def display_orders(item: Item, seed: str, count: int) -> list[tuple[int, ...]]:
    """Return for each of `count` forms the order of the options, responses or events of `item`.

    The orders are rotations of the first form's, in a sequence drawn for the item: rows of a Latin
    square. So each of four options has another letter in each of four forms, and pupils who
    compare their forms learn nothing about the right option. Orders in which an order or matching
    question is `solved` are left out.
    """
    # 1. The order of the first form; pinned options stay behind the `size` others.
    first = display_order(item, seed, FIRST_FORM)
    size = movable(item)
    # 2. All other rotations, in a sequence drawn for the item.
    shifts = shuffled(range(1, size), seed, "forms", item.name)
    others = [(*first[n:size], *first[:n], *first[size:]) for n in shifts]
    others = [order for order in others if not solved(item.interaction, order)]
    return list(islice(cycle((first, *others)), count))
