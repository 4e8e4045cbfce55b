"""Questions whose options are put in order once that is used.

A card that has not changed since the last build is not written again, and its order not needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Question
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item
from quizgen.model.read_when_used import ReadRest, partly_read, set_rest


@dataclass(frozen=True, slots=True)
class SeededOrder:
    """The order that `display_order` gives for `seeds`."""

    seeds: tuple[str, ...]

    def __call__(self, question: Question) -> None:
        """Set the order of `question`."""
        order = display_order(question.item, *self.seeds)
        set_rest(Question, {"order": [order]}, [question])


def shuffled_later(numbered: Iterable[tuple[int, str, Item]], *seeds: str) -> tuple[Question, ...]:
    """Return a question for each number, letter and item; its order is by `seeds`, once used."""
    rows = list(numbered)
    names = ("number", "letter", "item")
    fields = dict(zip(names, zip(*rows, strict=True), strict=False))
    later: ReadRest = SeededOrder(seeds)
    return tuple(partly_read(Question, fields, repeat(later, len(rows))))
