"""Word searches: words hidden among letters, each in one place only."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

from quizgen.assemble.puzzles.crossword import MAX_SIDE
from quizgen.assemble.shuffle import shuffled
from quizgen.model.assessment.puzzle import PlacedWord, PuzzleWord, Square

DIRECTIONS: tuple[Square, ...] = ((0, 1), (1, 0), (1, 1))
"""Steps of rows and columns: across, down, and from one to the other. None is read backwards."""

_SPACE = 1.8
"""Squares for each letter of a word, so that most are filled by chance. By eye."""
_TRIES = 8


def word_search(
    words: Sequence[PuzzleWord], seed: str
) -> tuple[tuple[PlacedWord, ...], dict[Square, str]]:
    """Return as many of `words` as a square grid holds, and all letters of the grid.

    A word that is part of another is left out: it would be there twice. The words come in the
    order of their first squares.
    """
    hidden = [word for index, word in enumerate(words) if not _is_inside_another(index, words)]
    if not hidden:
        return (), {}
    longest = max(len(word.letters) for word in hidden)
    total = sum(len(word.letters) for word in hidden)
    side = min(MAX_SIDE, max(longest, math.ceil(math.sqrt(total * _SPACE))))
    best: tuple[PlacedWord, ...] = ()
    for attempt in range(_TRIES):
        placed = _place_all(hidden, side, f"{seed} {attempt}")
        if len(placed) > len(best):
            best = placed
        if len(best) == len(hidden):
            break
    ordered = tuple(sorted(best, key=lambda word: (word.start, word.step)))
    return ordered, _filled(ordered, side, seed)


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


def _is_inside_another(index: int, words: Sequence[PuzzleWord]) -> bool:
    """Return whether the word `index` is a part of another of `words`, or an earlier one."""
    letters = words[index].letters
    return any(
        letters in other.letters and (letters != other.letters or number < index)
        for number, other in enumerate(words)
        if number != index
    )


def _place_all(words: Sequence[PuzzleWord], side: int, seed: str) -> tuple[PlacedWord, ...]:
    """Return those of `words` that find a place in a grid with `side` rows and columns."""
    letters: dict[Square, str] = {}
    placed: list[PlacedWord] = []
    squares = [(row, column) for row in range(side) for column in range(side)]
    for word in sorted(words, key=lambda each: (-len(each.letters), each.letters)):
        places = [(square, step) for square in squares for step in DIRECTIONS]
        for start, step in shuffled(places, seed, word.letters):
            place = PlacedWord(word, start, step)
            if _fits(place, letters, side):
                with_place = {**letters, **dict(place.squares)}
                if all(_is_once(other.word, with_place) for other in (*placed, place)):
                    placed.append(place)
                    letters = with_place
                    break
    return tuple(placed)


def _is_once(word: PuzzleWord, letters: Mapping[Square, str]) -> bool:
    """Return whether `letters` spell `word` in one place only."""
    return len([*itertools.islice(occurrences(letters, word.letters), 2)]) == 1


def _fits(place: PlacedWord, letters: Mapping[Square, str], side: int) -> bool:
    """Return whether `place` is inside the grid and meets only letters that are its own."""
    return all(
        row < side and column < side and letters.get((row, column), letter) == letter
        for (row, column), letter in place.squares
    )


def _filled(placed: Sequence[PlacedWord], side: int, seed: str) -> dict[Square, str]:
    """Return the letters of the grid: those of `placed`, and in between letters that occur in them.

    A letter that would spell a word a second time is changed for another.
    """
    letters = {square: letter for word in placed for square, letter in word.squares}
    alphabet = sorted({letter for word in placed for letter in word.word.letters})
    taken = set(letters)
    for row, column in itertools.product(range(side), repeat=2):
        square = row, column
        if square in taken:
            continue
        for letter in shuffled(alphabet, seed, f"{row} {column}"):
            letters[square] = letter
            if not _spells_again(letters, square, placed):
                break
        else:
            letters[square] = _FILLER
    return {square: letters[square] for square in sorted(letters)}


_FILLER = "X"
"""Stands where every letter of the words would spell one of them again."""


def _spells_again(
    letters: Mapping[Square, str], square: Square, placed: Sequence[PlacedWord]
) -> bool:
    """Return whether the letter in `square` ends or continues one of the words of `placed`."""
    for word in placed:
        text = word.word.letters
        for index, (down, across) in itertools.product(range(len(text)), DIRECTIONS):
            row, column = square[0] - index * down, square[1] - index * across
            if all(
                letters.get((row + n * down, column + n * across)) == letter
                for n, letter in enumerate(text)
            ):
                return True
    return False
