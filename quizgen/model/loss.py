"""What a format cannot say."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.model.item import Word


class Loss(NamedTuple):
    """Something of an item that does not come through, in a file written or in one read.

    `item` is the item's id with its place, `what` the thing that is lost, such as "the unit of
    a number", and `why` the reason in a clause, such as "GIFT has no units".
    """

    item: Word
    what: str
    why: str

    def __str__(self) -> str:
        """Return the loss as a sentence without its item."""
        return f"{self.what} is lost: {self.why}"
