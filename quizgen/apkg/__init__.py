"""Reading Anki packages: an .apkg of any age, from anyone, to plain values."""

from quizgen.apkg.archive import LARGEST_PACKAGE
from quizgen.apkg.model import Card, Deck, Note, NoteType, Package, Template
from quizgen.apkg.read import read_package

__all__ = [
    "LARGEST_PACKAGE",
    "Card",
    "Deck",
    "Note",
    "NoteType",
    "Package",
    "Template",
    "read_package",
]
