"""``puzzles:`` of a deck file: crosswords and word searches."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.assessment import Paper, PuzzleKind
from quizgen.model.item import Reveal, TextEntry
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.shapes import Flag, OneOf, Reading
from quizgen.readers.yaml import MappingNode
from quizgen.writers.pdf.deck_part.section import INSTRUCTIONS
from quizgen.writers.pdf.deck_part.spec import PuzzleSpec
from quizgen.writers.pdf.deck_part.worksheet import PAPER, SEED

PUZZLE_NAME = Key("name", NAME, "the name of its PDF files", required=True)
PUZZLE_TITLE = Key("title", TEXT, "the title at the top; the bank's if not given")
KIND = Key("kind", OneOf("a kind of puzzle", PuzzleKind), "crossword or word-search", required=True)
WITH_GLOSSARY = Key(
    "glossary", Flag(), "true: the bank's glossary gives words too, their meanings as clues"
)
PUZZLE_KEYS = KeyTable(
    "a puzzle",
    (PUZZLE_NAME, PUZZLE_TITLE, KIND, INSTRUCTIONS, PAPER, SEED, WITH_GLOSSARY, *SELECTION_KEYS),
)

MAX_NAMED = 5
"""So many words that were left out are named in one message."""

WITH_WORDS = (TextEntry, Reveal)
"""The interactions whose answers can be words; those of a puzzle whose author names no types."""


def puzzle_from(values: Values, node: MappingNode, reading: Reading) -> PuzzleSpec:
    """Return what the `values` of the mapping `node` ask for."""
    selection = selection_from(values, node)
    if not selection.types and not selection.ids:
        selection = replace(selection, interactions=WITH_WORDS)
    return PuzzleSpec(
        name=values[PUZZLE_NAME],
        title=values.get(PUZZLE_TITLE),
        kind=values[KIND],
        instructions=values.get(INSTRUCTIONS),
        paper=values.get(PAPER, Paper.A4),
        selection=selection,
        glossary=values.get(WITH_GLOSSARY, False),
        seed=seed.value if (seed := values.get(SEED)) else None,
    )
