"""Word searches as a pupil solves them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.assemble.puzzles.word_search import DIRECTIONS
from quizgen.model.assessment.puzzle import Square


def occurrences(letters: Mapping[Square, str], word: str) -> Iterator[tuple[Square, Square]]:
    """Yield the first square and the step of each place where `letters` spell `word`."""
    for start in letters:
        for down, across in DIRECTIONS:
            row, column = start
            if all(
                letters.get((row + index * down, column + index * across)) == letter
                for index, letter in enumerate(word)
            ):
                yield start, (down, across)
