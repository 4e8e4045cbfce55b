"""Flashcards to cut out: where cards lie (`grid`), what they say (`sides`), set (`pages`)."""

from quizgen.writers.pdf.flashcards.pages import flashcard_pages

__all__ = ["flashcard_pages"]
