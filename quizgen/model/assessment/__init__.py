"""What a deck file asks for, and what it comes to once items are chosen.

A `DeckFile` is the recipe as read; an `Assessment` is the same with the items in place:
all that a writer needs. Both hold the parts of writers by name; what a part is, its writer
says (`quizgen/writers/*/deck_part/`). Worksheets and flashcards are here, because more than
one format prints them.
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
    Logo,
    Paper,
    Printing,
    WritingLines,
)

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
    "Logo",
    "Overrides",
    "Paper",
    "Printing",
    "Question",
    "Section",
    "Selection",
    "Worksheet",
    "WritingLines",
]
