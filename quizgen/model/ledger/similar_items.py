"""Sketches of items, by which a build suspects that an item goes on under another id."""

from __future__ import annotations

from quizgen.model.item import Item
from quizgen.model.text.similarity import sketch


def item_sketch(item: Item) -> str:
    """Return the sketch of all texts of `item` but its evidence; their order does not matter."""
    return sketch([text.plain for text in item.texts])
