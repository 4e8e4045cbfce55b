"""Flashcards to cut out: where cards lie (`grid`), what they say (`sides`), set (`pages`)."""

from quizgen.writers.pdf.documents.flashcards.pages import card_edition, flashcard_pages

__all__ = ["card_edition", "flashcard_pages"]
