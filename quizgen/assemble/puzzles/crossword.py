"""Crosswords: words that cross in the letters they share.

Words are placed greedily, the long ones first, each where it crosses most and the grid grows
least. Several orders are tried, and the grid that holds most words is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quizgen.assemble.shuffle import shuffled
from quizgen.model.assessment.puzzle import PlacedWord, PuzzleWord, Square

MAX_SIDE = 24
"""Squares on a side of the grid: so many fit across a page, 7 mm each."""
_TRIES = 12
MAX_TRIED = 600
"""Words tried in all: the more there are, the fewer orders of them, two at least."""
_ACROSS, _DOWN = (0, 1), (1, 0)


def crossword(words: Sequence[PuzzleWord], seed: str) -> tuple[PlacedWord, ...]:
    """Return as many of `words` as cross each other, in the order of their first squares.

    The first square of the grid is in row 0 and column 0. No two words touch but where they cross.
    """
    best: tuple[PlacedWord, ...] = ()
    for attempt in range(min(_TRIES, max(2, MAX_TRIED // max(1, len(words))))):
        mixed = shuffled(words, seed, "crossword", str(attempt))
        placed = _place_all(sorted(mixed, key=lambda word: -len(word.letters)))
        if _quality(placed) > _quality(best):
            best = placed
    return _from_corner(best)


def _place_all(words: Sequence[PuzzleWord]) -> tuple[PlacedWord, ...]:
    """Return those of `words` that can be placed one after the other."""
    placed: list[PlacedWord] = []
    letters: dict[Square, str] = {}
    waiting = [(word, 0) for word in words]
    while waiting:
        # A word that crosses nothing yet may cross a later one: go through the rest again. What
        # did not fit fits no better then, so only letters that are new are looked at.
        left_over = []
        for word, looked_at in waiting:
            place = _best_place(word, letters, looked_at)
            if place is None:
                left_over.append((word, len(letters)))
            else:
                placed.append(place)
                letters.update(place.squares)
        if len(left_over) == len(waiting):
            break
        waiting = left_over
    return tuple(placed)


def _best_place(word: PuzzleWord, letters: dict[Square, str], looked_at: int) -> PlacedWord | None:
    """Return where `word` crosses most of `letters` and the grid grows least; None if nowhere.

    It does not cross only the first `looked_at` of them.
    """
    if not letters:
        return PlacedWord(word, (0, 0), _ACROSS)
    if looked_at == len(letters):
        return None
    scored = []
    corners = _corners(letters)
    for candidate in _crossings(word, letters, looked_at):
        (row, column), (down, across), last = *candidate[1:], len(word.letters) - 1
        end = row + last * down, column + last * across
        rows, columns = _sides([*corners, candidate.start, end])
        if max(rows, columns) <= MAX_SIDE:
            crossed = _count_crossed(candidate, letters)
            if crossed:
                scored.append((-crossed, rows * columns, candidate.step, candidate.start))
    if not scored:
        return None
    *_, step, start = min(scored)
    return PlacedWord(word, start, step)


def _crossings(
    word: PuzzleWord, letters: dict[Square, str], looked_at: int
) -> Iterator[PlacedWord]:
    """Yield the places in which a letter of `word` lies on the same letter of another word.

    The first `looked_at` of `letters` do not count.
    """
    seen = set()
    for (row, column), letter in islice(letters.items(), looked_at, None):
        if letter not in word.letters:
            continue
        for down, across in (_ACROSS, _DOWN):
            beside = (row - down, column - across), (row + down, column + across)
            if any(square in letters for square in beside):
                continue  # another word runs along there
            for index, same in enumerate(word.letters):
                start = row - index * down, column - index * across
                if same == letter and (start, down) not in seen:
                    seen.add((start, down))
                    yield PlacedWord(word, start, (down, across))


def _count_crossed(place: PlacedWord, letters: dict[Square, str]) -> int:
    """Return how many letters `place` shares with the grid; 0 where it does not fit.

    It fits where it shares letters only with words that it crosses: beside its own squares, and
    before and behind it, there is no other letter.
    """
    (down, across), squares = place.step, [square for square, _ in place.squares]
    (first_row, first_column), (last_row, last_column) = squares[0], squares[-1]
    ends = (first_row - down, first_column - across), (last_row + down, last_column + across)
    if any(end in letters for end in ends):
        return 0
    crossed = 0
    for (row, column), letter in place.squares:
        present = letters.get((row, column))
        if present is None:
            sides = (row + across, column + down), (row - across, column - down)
            if any(side in letters for side in sides):
                return 0
        elif present == letter:
            crossed += 1
        else:
            return 0
    return crossed if crossed < len(squares) else 0


def _sides(squares: Iterable[Square]) -> tuple[int, int]:
    """Return how many rows and columns hold all `squares`."""
    (top, left), (bottom, right) = _corners(squares)
    return bottom - top + 1, right - left + 1


def _corners(squares: Iterable[Square]) -> tuple[Square, Square]:
    """Return the top left and the bottom right corner of what holds all `squares`."""
    rows, columns = zip(*squares, strict=True)
    return (min(rows), min(columns)), (max(rows), max(columns))


def _quality(placed: Sequence[PlacedWord]) -> tuple[int, int]:
    """Return a value that is greater for a better grid: more words, then fewer squares."""
    if not placed:
        return 0, 0
    rows, columns = _sides(square for word in placed for square, _ in word.squares)
    return len(placed), -rows * columns


def _from_corner(placed: Sequence[PlacedWord]) -> tuple[PlacedWord, ...]:
    """Return `placed` moved to row 0 and column 0, in the order of their first squares."""
    if not placed:
        return ()
    top = min(word.start[0] for word in placed)
    left = min(word.start[1] for word in placed)
    moved = [word._replace(start=(word.start[0] - top, word.start[1] - left)) for word in placed]
    return tuple(sorted(moved, key=lambda word: (word.start, word.step)))
