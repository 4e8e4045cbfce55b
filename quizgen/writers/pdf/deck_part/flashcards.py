"""``flashcards:`` of a deck file."""

from __future__ import annotations

from quizgen.model.assessment import CardSheet, Flip, Paper
from quizgen.model.item import Word
from quizgen.model.pattern import pattern
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.shapes import Flag, ListOf, Number, OneOf, Reading, WordShape
from quizgen.readers.yaml import MappingNode
from quizgen.writers.pdf.deck_part.spec import FlashcardsSpec
from quizgen.writers.pdf.deck_part.worksheet import PAPER

GRID_SIZE = WordShape(
    "a grid of cards",
    pattern(r"[1-4]x[1-8]"),
    "write columns x rows, from 1x1 to 4x8, such as 2x4",
)
MAX_FOLDED_COLUMNS = 2
"""A card to fold has two sides beside each other, and a sheet four of them at most."""
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
FOLD = Key(
    "fold", Flag(), "true: each back stands beside its front, for printers that print one side"
)
CARDS_KEYS = KeyTable(
    "a set of flashcards",
    (CARDS_NAME, CARDS_TITLE, PAPER, GRID, FOLD, FLIP, OFFSET, *SELECTION_KEYS),
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
    grid, fold = values.get(GRID), values.get(FOLD, False)
    usual_grid = "1x4" if fold else "2x4"
    columns, rows = map(int, (grid.value if grid else usual_grid).split("x"))
    if fold:
        columns = _columns_to_fold(columns, node, reading)
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
            fold=fold,
        ),
        selection=selection,
    )


def _columns_to_fold(columns: int, node: MappingNode, reading: Reading) -> int:
    """Return how many `columns` of cards to fold a sheet has; report keys that do nothing there."""
    for key in (FLIP, OFFSET):
        if key.name in node.entries:
            reading.report.warning(
                "folded-cards",
                node.key(key.name),
                f"{key.name!r} is for cards that are printed on both sides, and these are folded",
                "remove it, or remove fold",
            )
    if columns > MAX_FOLDED_COLUMNS:
        reading.report.error(
            "bad-grid",
            node.entries[GRID.name][1],
            f"{columns} columns of cards to fold are {2 * columns} columns of sides",
            f"write {MAX_FOLDED_COLUMNS} columns at most, such as grid: 2x8",
        )
    return min(columns, MAX_FOLDED_COLUMNS)
