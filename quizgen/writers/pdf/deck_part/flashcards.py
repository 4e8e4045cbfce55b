"""``flashcards:`` of a deck file."""

from __future__ import annotations

import re

from quizgen.model.assessment import CardSheet, Flip, Paper
from quizgen.model.item import Word
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.shapes import ListOf, Number, OneOf, Reading, WordShape
from quizgen.readers.yaml import MappingNode
from quizgen.writers.pdf.deck_part.spec import FlashcardsSpec
from quizgen.writers.pdf.deck_part.worksheet import PAPER

GRID_SIZE = WordShape(
    "a grid of cards",
    re.compile(r"[1-4]x[1-8]"),
    "write columns x rows, from 1x1 to 4x8, such as 2x4",
)
MAX_OFFSET = 10
"""In millimetres: what is printed farther off is a sheet fed askew, not a printer's habit."""

CARDS_NAME = Key("name", NAME, "the name of its PDF file; flashcards if not given")
CARDS_TITLE = Key("title", TEXT, "the title above the cards; the bank's if not given")
GRID = Key("grid", GRID_SIZE, "columns x rows of cards on a sheet; 2x4 if not given")
FLIP = Key("flip", OneOf("an edge", Flip), "the edge that the printer turns sheets over")
OFFSET = Key(
    "offset",
    ListOf(Number(), min_count=2),
    "[x, y]: moves the backs right and down, in millimetres",
)
CARDS_KEYS = KeyTable(
    "a set of flashcards",
    (CARDS_NAME, CARDS_TITLE, PAPER, GRID, FLIP, OFFSET, *SELECTION_KEYS),
)


def flashcards_from(values: Values, node: MappingNode, reading: Reading) -> FlashcardsSpec:
    """Return what the `values` of the mapping `node` ask for."""
    offset = [float(value) for value, _ in values.get(OFFSET, ())] or [0.0, 0.0]
    if len(offset) != 2 or max(map(abs, offset)) > MAX_OFFSET:
        reading.report.error(
            "bad-number",
            node.entries[OFFSET.name][1],
            f"an offset is two numbers from -{MAX_OFFSET} to {MAX_OFFSET}",
            "write millimetres to the right and down, such as [1.5, -1]",
        )
        offset = [0.0, 0.0]
    grid = values.get(GRID)
    columns, rows = map(int, (grid.value if grid else "2x4").split("x"))
    selection = selection_from(values, node)
    return FlashcardsSpec(
        name=values.get(CARDS_NAME, Word("flashcards", selection.span)),
        title=values.get(CARDS_TITLE),
        sheet=CardSheet(
            paper=values.get(PAPER, Paper.A4),
            columns=columns,
            rows=rows,
            flip=values.get(FLIP, Flip.LONG_EDGE),
            offset=(offset[0], offset[1]),
        ),
        selection=selection,
    )
