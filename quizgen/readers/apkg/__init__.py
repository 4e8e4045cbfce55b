"""Reading Anki packages: an .apkg of any age, from anyone, to plain values."""

from quizgen.readers.apkg.archive import LARGEST_PACKAGE
from quizgen.readers.apkg.model import Card, Deck, Note, NoteType, Package, Template
from quizgen.readers.apkg.read import read_package

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
