"""Word searches: words hidden among letters, each in one place only."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

from quizgen.assemble.puzzles.crossword import MAX_SIDE, MAX_TRIED
from quizgen.assemble.shuffle import shuffled
from quizgen.model.assessment.puzzle import PlacedWord, PuzzleWord, Square

DIRECTIONS: tuple[Square, ...] = ((0, 1), (1, 0), (1, 1))
"""Steps of rows and columns: across, down, and from one to the other. None is read backwards."""

_SPACE = 1.8
"""Squares for each letter of a word, so that most are filled by chance. By eye."""
_TRIES = 8
_MAX_CANDIDATES = 200
"""Places looked at closely for a word: where so many spell a word again, most others do."""
_MAX_MISSES = 25
"""Words in a row that find no place: the grid is full then. By eye."""
_BLANK = " "


def word_search(
    words: Sequence[PuzzleWord], seed: str
) -> tuple[tuple[PlacedWord, ...], dict[Square, str]]:
    """Return as many of `words` as a square grid holds, and all letters of the grid.

    A word that is part of another is left out: it would be there twice. The words come in the
    order of their first squares.
    """
    hidden = _outermost(words)
    if not hidden:
        return (), {}
    longest = max(len(word.letters) for word in hidden)
    total = sum(len(word.letters) for word in hidden)
    side = min(MAX_SIDE, max(longest, math.ceil(math.sqrt(total * _SPACE))))
    best: tuple[PlacedWord, ...] = ()
    for attempt in range(min(_TRIES, max(2, MAX_TRIED // len(hidden)))):
        placed = _place_all(hidden, side, f"{seed} {attempt}")
        if len(placed) > len(best):
            best = placed
        if len(best) == len(hidden):
            break
    ordered = tuple(sorted(best, key=lambda word: (word.start, word.step)))
    return ordered, _filled(ordered, side, seed)


def _outermost(words: Sequence[PuzzleWord]) -> list[PuzzleWord]:
    """Return those of `words` that are no part of another, each once."""
    distinct: dict[str, PuzzleWord] = {}
    for word in words:
        distinct.setdefault(word.letters, word)
    parts = {
        text[start:end]
        for text in distinct
        for start, end in itertools.combinations(range(len(text) + 1), 2)
        if end - start < len(text)
    }
    return [word for text, word in distinct.items() if text not in parts]


def _place_all(words: Sequence[PuzzleWord], side: int, seed: str) -> tuple[PlacedWord, ...]:
    """Return those of `words` that find a place in a grid with `side` rows and columns."""
    letters: dict[Square, str] = {}
    placed: list[PlacedWord] = []
    squares = [(row, column) for row in range(side) for column in range(side)]
    places = [(square, step) for square in squares for step in DIRECTIONS]
    lines = _lines(side)
    before = ""
    misses = 0
    for word in sorted(words, key=lambda each: (-len(each.letters), each.letters)):
        mixed = shuffled(places, seed, word.letters)
        fitting = (place for place in mixed if _fits(word.letters, *place, letters, side))
        candidates = (PlacedWord(word, *place) for place in fitting)
        if word.letters in before:  # by chance: anywhere else it would be there twice
            candidates = (one for one in candidates if all(at in letters for at, _ in one.squares))
        for place in itertools.islice(candidates, _MAX_CANDIDATES):
            with_place = {**letters, **dict(place.squares)}
            read = "".join([with_place.get(square, _BLANK) for square in lines])
            if all(_is_once(other.word.letters, read) for other in (place, *placed)):
                placed.append(place)
                letters, before, misses = with_place, read, 0
                break
        else:
            misses += 1
            if misses == _MAX_MISSES:
                break
    return tuple(placed)


def _lines(side: int) -> list[Square]:
    """Return the squares of all lines of a grid, with one outside the grid after each line."""
    starts = [(0, index) for index in range(side)] + [(index, 0) for index in range(1, side)]
    lines: list[Square] = []
    for down, across in DIRECTIONS:
        for row, column in starts:
            if (row - down < 0) or (column - across < 0):
                reach = range(side - max(row * down, column * across))
                lines += [(row + n * down, column + n * across) for n in reach]
                lines.append((-1, -1))
    return lines


def _is_once(text: str, read: str) -> bool:
    """Return whether `text` stands in `read`, all lines of a grid, in one place only."""
    return text not in read[read.find(text) + 1 :]


def _fits(text: str, start: Square, step: Square, letters: Mapping[Square, str], side: int) -> bool:
    """Return whether `text` is inside the grid there and meets only letters that are its own."""
    (row, column), (down, across), last = start, step, len(text) - 1
    if row + last * down >= side or column + last * across >= side:
        return False
    for letter in text:
        if letters.get((row, column), letter) != letter:
            return False
        row, column = row + down, column + across
    return True


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
    (row, column), reach = square, max(len(word.word.letters) for word in placed) - 1
    for down, across in DIRECTIONS:
        read = "".join(
            [
                letters.get((row + n * down, column + n * across), _BLANK)
                for n in range(-reach, reach + 1)
            ]
        )
        for word in placed:
            before = len(word.word.letters) - 1
            if word.word.letters in read[reach - before : reach + before + 1]:
                return True
    return False
