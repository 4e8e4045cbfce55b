"""The one change that no digest can see: an item that goes on under another id."""

from __future__ import annotations

from quizgen.model.item import Item
from quizgen.model.text.similarity import sketch


def item_sketch(item: Item) -> str:
    """The sketch of all that `item` asks and answers. Its order does not matter."""
    return sketch([text.plain for text in item.texts])
