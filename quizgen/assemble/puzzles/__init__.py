"""Words in grids: crosswords and word searches, the same for a seed on every machine."""

from quizgen.assemble.puzzles.crossword import crossword
from quizgen.assemble.puzzles.word_search import word_search
from quizgen.assemble.puzzles.words import MAX_LETTERS, MIN_LETTERS, letters_of, puzzle_word

__all__ = [
    "MAX_LETTERS",
    "MIN_LETTERS",
    "crossword",
    "letters_of",
    "puzzle_word",
    "word_search",
]
