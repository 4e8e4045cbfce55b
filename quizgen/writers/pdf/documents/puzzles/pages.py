"""The pages of a puzzle: its head, the grid, and the clues or the words to find."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Printing, Puzzle, PuzzleKind, Worksheet
from quizgen.model.assessment.puzzle import PlacedWord
from quizgen.model.text import Run, Text
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    section_blocks,
    text_area,
    title_rows,
)
from quizgen.writers.pdf.documents.puzzles.grid import grid_block
from quizgen.writers.pdf.documents.sheet_head import head_rows
from quizgen.writers.pdf.documents.word_bank import word_bank_block
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, prepend
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def puzzle_document(puzzle: Puzzle, language: str, typesetter: Typesetter) -> Document:
    """Return `puzzle` for pupils."""
    sheet, root = _sheet(puzzle), Tag("Document")
    area = text_area(puzzle.paper, typesetter.edition)

    def blocks() -> Iterator[Block]:
        yield Block(tuple(head_rows(sheet, "", area.width, typesetter, root)))
        yield grid_block(puzzle, area.width, typesetter, root, solved=False)
        if puzzle.kind is PuzzleKind.CROSSWORD:
            yield from _clues(puzzle, area.width, typesetter, root)
        else:
            words = sorted(puzzle.placed, key=lambda placed: placed.word.letters)
            answers = [placed.word.answer for placed in words]
            yield word_bank_block(answers, area, typesetter, root)

    return document(puzzle.title.plain, "", sheet, language, blocks(), typesetter)


def puzzle_key_document(puzzle: Puzzle, language: str, typesetter: Typesetter) -> Document:
    """Return `puzzle` with its words in their places, and a list of them."""
    sheet, root = _sheet(puzzle), Tag("Document")
    width = text_area(puzzle.paper, typesetter.edition).width
    opening, closing = typesetter.words.key_title

    def blocks() -> Iterator[Block]:
        title = (opening, *puzzle.title.runs, closing)
        yield Block(tuple(title_rows(title, width, typesetter, root)))
        yield grid_block(puzzle, width, typesetter, root, solved=True)
        if puzzle.kind is PuzzleKind.CROSSWORD:
            yield from _clues(puzzle, width, typesetter, root, solved=True)
        else:
            yield from _places(puzzle, width, typesetter, root)

    title = f"{opening}{puzzle.title.plain}{closing}"
    return document(title, "", sheet, language, blocks(), typesetter)


def _sheet(puzzle: Puzzle) -> Worksheet:
    """Return a worksheet without questions, for the head and the feet of pages."""
    printing = Printing(puzzle.paper)
    return Worksheet(puzzle.name, puzzle.title, printing, puzzle.instructions, ())


def _clues(
    puzzle: Puzzle, width: float, typesetter: Typesetter, root: Tag, *, solved: bool = False
) -> Iterator[Block]:
    """Yield the clues across, then those down, or the words that they ask for."""
    numbers, words = puzzle.numbers, typesetter.words
    for heading, step in ((words.across, (0, 1)), (words.down, (1, 0))):
        entries = [
            (str(numbers[placed.start]), _entry_runs(placed, solved=solved))
            for placed in puzzle.placed
            if placed.step == step
        ]
        if entries:
            yield from _listed(heading, entries, width, typesetter, root)


def _entry_runs(placed: PlacedWord, *, solved: bool) -> tuple[Run, ...]:
    """Return the clue of a word with the numbers of its letters, or the word."""
    if solved:
        return placed.word.answer.runs
    return (*placed.word.clue.runs, f" ({', '.join(map(str, placed.word.parts))})")


def _places(puzzle: Puzzle, width: float, typesetter: Typesetter, root: Tag) -> Iterator[Block]:
    """Yield a list of the hidden words, each with its first square and its direction."""
    entries: list[tuple[str, tuple[Run, ...]]] = []
    for placed in sorted(puzzle.placed, key=lambda each: each.word.letters):
        (row, column), step = placed.start, placed.step
        place = typesetter.words.place_in_grid(row + 1, column + 1, step)
        entries.append(("", (*placed.word.answer.runs, f": {place}")))
    yield from _listed(typesetter.words.word_bank, entries, width, typesetter, root)


def _listed(
    heading: str,
    entries: list[tuple[str, tuple[Run, ...]]],
    width: float,
    typesetter: Typesetter,
    root: Tag,
) -> Iterator[Block]:
    """Yield `entries`, pairs of a label and runs, as a list under `heading`."""
    edition = typesetter.edition
    listing = Tag("L", root, attributes=BOXED)
    labels = max(typesetter.width(label, edition.label.font) for label, _ in entries)
    indent = labels + edition.label_gap if labels else 0.0
    rows: list[Row] = []
    for label, runs in entries:
        if rows:
            rows.append(gap(edition.option_gap)._replace(keep_with_next=False))
        item = Tag("LI", listing)
        number, body = Tag("Lbl", item), Tag("LBody", item)
        lines = typesetter.rows(runs, edition.body, indent, width - indent, body)
        first, *rest = lines or [Row(edition.body.leading, baseline=edition.body.baseline)]
        drawn = typesetter.line(label, edition.label.font, 0.0, first.baseline, number)
        rows += [prepend(drawn if label else (), first), *rest]
    block = Block(tuple(rows), breakable=True)
    yield from section_blocks(Text((heading,)), None, [block], width, typesetter, root)
