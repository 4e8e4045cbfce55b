"""Puzzles on paper: words in a grid of squares."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from quizgen.model.assessment.print_options import Paper
from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text

Square: TypeAlias = tuple[int, int]
"""The row and the column of a square, from 0."""


class PuzzleKind(enum.Enum):
    """The kind of a puzzle."""

    CROSSWORD = "crossword"
    WORD_SEARCH = "word-search"


class PuzzleWord(NamedTuple):
    """A word to find: its `letters`, a square each, and what asks for it.

    `parts` are the numbers of letters in the words of `answer`, as the author wrote it.
    """

    letters: str
    clue: Text
    answer: Text
    parts: tuple[int, ...]


class PlacedWord(NamedTuple):
    """A word in a grid: from the square `start` on in steps of `step` rows and columns."""

    word: PuzzleWord
    start: Square
    step: Square

    @property
    def squares(self) -> Iterator[tuple[Square, str]]:
        """The squares of the word, each with its letter."""
        (row, column), (down, across) = self.start, self.step
        for index, letter in enumerate(self.word.letters):
            yield (row + index * down, column + index * across), letter


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A puzzle as printed; `name` is the stem of its file names.

    `placed` are its words in the order of their squares. `letters` are those of the whole grid by
    their squares: in a crossword the words' alone, elsewhere also the letters that fill it.
    """

    name: str
    title: Text
    kind: PuzzleKind
    instructions: Text | None
    paper: Paper
    placed: tuple[PlacedWord, ...]
    letters: Mapping[Square, str]

    @property
    def size(self) -> tuple[int, int]:
        """The numbers of rows and columns of the grid."""
        rows = max((row for row, _ in self.letters), default=-1)
        columns = max((column for _, column in self.letters), default=-1)
        return rows + 1, columns + 1

    @property
    def numbers(self) -> dict[Square, int]:
        """The numbers of the squares in which words begin, row by row, from 1."""
        starts = sorted({word.start for word in self.placed})
        return {square: number for number, square in enumerate(starts, 1)}
