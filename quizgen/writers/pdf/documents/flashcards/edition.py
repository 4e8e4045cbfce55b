"""The edition that flashcards are set in."""

from __future__ import annotations

from quizgen.model.assessment import CardSheet
from quizgen.writers.pdf.documents.flashcards.grid import Grid
from quizgen.writers.pdf.layout.style import Edition

_MAX_PICTURE = 0.45
"""The greatest height of a picture, as a part of the card's. By eye."""


def card_edition(sheet: CardSheet) -> Edition:
    """Return the edition that the cards of `sheet` are set in."""
    max_height = Grid(sheet).front(0).height * _MAX_PICTURE
    return Edition()._replace(picture_height=max_height)
