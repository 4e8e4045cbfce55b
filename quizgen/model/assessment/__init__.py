"""Deck files, and the assessments that they become once items are chosen.

A `DeckFile` is a file of ``decks/`` as read. An `Assessment` is the same with the items in
place: all that a writer needs. Both hold the parts of writers by name; the writers define them
(`quizgen/writers/*/deck_part/`). Worksheets and flashcards are defined here, because several
formats print them.
"""

from quizgen.model.assessment.assessment import (
    Assessment,
    Flashcards,
    Question,
    Section,
    Worksheet,
)
from quizgen.model.assessment.deck_spec import (
    BlueprintRow,
    DeckFile,
    FontFile,
    Overrides,
    Selection,
)
from quizgen.model.assessment.print_options import (
    CardSheet,
    EditionName,
    Flip,
    Head,
    Hints,
    Imposition,
    Logo,
    Paper,
    Printing,
    WritingLines,
)
from quizgen.model.assessment.puzzle import Puzzle, PuzzleKind

__all__ = [
    "Assessment",
    "BlueprintRow",
    "CardSheet",
    "DeckFile",
    "EditionName",
    "Flashcards",
    "Flip",
    "FontFile",
    "Head",
    "Hints",
    "Imposition",
    "Logo",
    "Overrides",
    "Paper",
    "Printing",
    "Puzzle",
    "PuzzleKind",
    "Question",
    "Section",
    "Selection",
    "Worksheet",
    "WritingLines",
]
