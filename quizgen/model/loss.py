"""Losses: parts of items that a format cannot hold."""

from __future__ import annotations

from quizgen.model.item import Word
from quizgen.model.named_tuple import NamedTuple


class Loss(NamedTuple):
    """A part of an item that is lost when a file is written or imported.

    `item` is the item's id with its place, `what` the thing that is lost, such as "the unit of
    a number", and `why` the reason in a clause, such as "GIFT has no units".
    """

    item: Word
    what: str
    why: str

    def __str__(self) -> str:
        """Return the loss as a sentence without its item."""
        first, *others = self.what.split()
        head = others[0] if others and first in ("the", "a", "an") else first
        is_plural = head.endswith("s") and not head.endswith(("us", "ss"))
        return f"{self.what} {'are' if is_plural else 'is'} lost: {self.why}"
