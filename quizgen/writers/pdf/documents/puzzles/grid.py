"""The grid of a puzzle: squares with numbers or letters, and what is read aloud for it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Puzzle, PuzzleKind
from quizgen.writers.pdf.layout.blocks import Block, Row, keep_together
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox
from quizgen.writers.pdf.layout.style import BLACK, CAP_HEIGHT, DARK, MM, QUIET, TINT
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

MAX_SQUARE = 9 * MM
"""The side of a square to write a letter in by hand, in points. By eye."""
_LETTER, _NUMBER = 0.55, 0.28
"""Type sizes, as parts of a square's side. By eye, and so that a number leaves room to write."""
_MIN_NUMBER = 6.0
"""Points: the numbers stand in the clues again, in the size of the text."""


def grid_block(
    puzzle: Puzzle, width: float, typesetter: Typesetter, root: Tag, *, solved: bool
) -> Block:
    """Return the grid of `puzzle`, on `width` points; `solved` shows the words in their places.

    A screen reader gets a description: of a word search, all letters row by row.
    """
    rows, columns = puzzle.size
    square = min(MAX_SQUARE, width / max(columns, 1))
    tag = Tag("Figure", root, alt=_description(puzzle, typesetter))
    bands = [
        Row(square, tuple(_band(puzzle, row, columns, square, typesetter, tag, solved=solved)))
        for row in range(rows)
    ]
    return Block((*keep_together(bands[:-1]), *bands[-1:]), typesetter.edition.heading_gap)


def _description(puzzle: Puzzle, typesetter: Typesetter) -> str:
    rows, columns = puzzle.size
    if puzzle.kind is PuzzleKind.CROSSWORD:
        return typesetter.words.crossword_grid(rows, columns)
    lines = [
        " ".join(puzzle.letters[row, column] for column in range(columns)) for row in range(rows)
    ]
    return typesetter.words.letter_grid("; ".join(lines))


def _band(
    puzzle: Puzzle,
    row: int,
    columns: int,
    square: float,
    typesetter: Typesetter,
    tag: Tag,
    *,
    solved: bool,
) -> Iterator[DisplayItem]:
    """Yield what stands in one row of squares."""
    is_crossword = puzzle.kind is PuzzleKind.CROSSWORD
    in_words = {place for word in puzzle.placed for place, _ in word.squares}
    numbers = puzzle.numbers if is_crossword else {}
    font = typesetter.edition.label.font
    for column in range(columns):
        letter = puzzle.letters.get((row, column))
        if letter is None:
            continue
        x = column * square
        is_marked = solved and not is_crossword and (row, column) in in_words
        if is_marked:
            yield DrawBox(x, 0.0, square, square, 0, TINT, tag)
        if is_crossword:
            yield DrawBox(x, 0.0, square, square, typesetter.edition.stroke, DARK, tag)
        if number := numbers.get((row, column)):
            size = max(_MIN_NUMBER, _NUMBER * square)
            small = font._replace(size=size, strong=False, grey=QUIET)
            yield from typesetter.line(str(number), small, x + 1.5, 1.0 + size * 0.75, tag)
        if solved or not is_crossword:
            quiet = solved and not is_crossword and not is_marked
            letter_font = font._replace(
                size=_LETTER * square, strong=solved and not quiet, grey=QUIET if quiet else BLACK
            )
            middle = x + (square - typesetter.width(letter, letter_font)) / 2
            baseline = (square + CAP_HEIGHT * letter_font.size) / 2
            yield from typesetter.line(letter, letter_font, middle, baseline, tag)
