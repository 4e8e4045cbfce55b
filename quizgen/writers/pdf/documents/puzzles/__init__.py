"""Puzzles on paper: the grid (`grid`), and what to find in it (`pages`)."""

from quizgen.writers.pdf.documents.puzzles.pages import puzzle_document, puzzle_key_document

__all__ = ["puzzle_document", "puzzle_key_document"]
