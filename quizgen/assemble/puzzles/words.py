"""The letters of an answer, as squares of a grid hold them."""

from __future__ import annotations

import unicodedata

from quizgen.model.assessment.puzzle import PuzzleWord
from quizgen.model.pattern import pattern
from quizgen.model.text import Text

MIN_LETTERS, MAX_LETTERS = 3, 20
"""The lengths of words in puzzles: shorter ones are met by chance, longer ones fit no page."""

_LETTERS = pattern(r"[^\W\d_]+")
_BETWEEN = pattern(r"[\s\-‐‑–—'’ʼ.·־]+")
"""What may stand between the letters of an answer, and has no square of its own."""


def letters_of(answer: str) -> tuple[str, tuple[int, ...]] | None:
    """Return the capital letters of `answer`, and how many each of its words has.

    Return None for an answer that is not all letters, or with one that no single square holds, as
    in scripts whose vowels are marks on the letters.
    """
    words = [word for word in _BETWEEN.split(unicodedata.normalize("NFC", answer).upper()) if word]
    if not words or not all(_LETTERS.fullmatch(word) for word in words):
        return None
    return "".join(words), tuple(map(len, words))


def puzzle_word(answer: Text, clue: Text) -> PuzzleWord | None:
    """Return `answer` as a word of a puzzle; None if it is no word, too short or too long."""
    spelled = letters_of(answer.plain)
    if spelled is None or not MIN_LETTERS <= len(spelled[0]) <= MAX_LETTERS:
        return None
    letters, parts = spelled
    return PuzzleWord(letters, clue, answer, parts)
