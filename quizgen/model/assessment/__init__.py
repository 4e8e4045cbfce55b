"""What a deck file asks for, and what it comes to once items are chosen.

A `DeckFile` is the recipe as read; an `Assessment` is the same with the items in place:
all that a writer needs.
"""

from quizgen.model.assessment.assessment import (
    AnkiDeck,
    Assessment,
    Flashcards,
    Question,
    Section,
    Worksheet,
)
from quizgen.model.assessment.deck_spec import (
    AnkiSpec,
    BlueprintRow,
    DeckFile,
    FlashcardsSpec,
    FontFile,
    Overrides,
    SectionSpec,
    Selection,
    StudyOptions,
    Subdecks,
    WorksheetSpec,
)
from quizgen.model.assessment.print_options import (
    CardSheet,
    EditionName,
    Flip,
    Head,
    Logo,
    Paper,
    Printing,
    WritingLines,
)

__all__ = [
    "AnkiDeck",
    "AnkiSpec",
    "Assessment",
    "BlueprintRow",
    "CardSheet",
    "DeckFile",
    "EditionName",
    "Flashcards",
    "FlashcardsSpec",
    "Flip",
    "FontFile",
    "Head",
    "Logo",
    "Overrides",
    "Paper",
    "Printing",
    "Question",
    "Section",
    "SectionSpec",
    "Selection",
    "StudyOptions",
    "Subdecks",
    "Worksheet",
    "WorksheetSpec",
    "WritingLines",
]
