"""Which paragraphs of the passage the items ask about."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ParagraphCoverage:
    """A paragraph by the number it bears, its first words, and the ids of items that quote it.

    `number` is None for a paragraph that bears none.
    """

    number: int | None
    opening: str
    items: tuple[str, ...]


OPENING = 48
"""How many characters of a paragraph are shown; judged enough to recognize it."""


def coverage(bank: Bank) -> tuple[ParagraphCoverage, ...]:
    """Return the paragraphs of the passage of `bank`, with the items that quote each."""
    passage = bank.passage
    if passage is None:
        return ()
    quoting: list[list[str]] = [[] for _ in passage.paragraphs]
    for item in bank.items:
        places = {passage.index(quote.plain) for quote in item.evidence}
        for index in sorted(index for index in places if index is not None):
            quoting[index].append(item.id.value)
    return tuple(map(_paragraph, passage.numbers, passage.flat, quoting))


def _paragraph(number: int | None, text: str, items: list[str]) -> ParagraphCoverage:
    opening = text if len(text) <= OPENING else text[: OPENING - 1].rstrip() + "…"
    return ParagraphCoverage(number, opening, tuple(items))
