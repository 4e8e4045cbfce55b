"""Flashcards to cut out: the grid of cards, their texts (`sides`) and their sheets (`pages`)."""

from quizgen.writers.pdf.documents.flashcards.pages import card_edition, flashcards_document

__all__ = ["card_edition", "flashcards_document"]
