"""Flashcards, printed by the PDF writer."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.model.assessment import CardSheet, Flashcards, Question
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.text import parse_text
from support.pdf_samples import EVERY_INTERACTION, assessment, files, with_parts


def printed_cards(
    sheet: CardSheet,
    items: Iterable[Item] | None = None,
    report: Report | None = None,
    language: str = "en",
    media: dict[str, bytes] | None = None,
) -> bytes:
    """The PDF file with a card for each of `items`, or for items of every type."""
    if items is None:
        questions = EVERY_INTERACTION.questions
    else:
        questions = tuple(Question(n, one) for n, one in enumerate(items, 1))
    made = assessment(language=language, media=media)
    cards = Flashcards("cards", parse_text("Cards"), sheet, questions)
    only = with_parts(made, worksheets=(), flashcards=(cards,))
    return files(only, report)["cards.pdf"]
