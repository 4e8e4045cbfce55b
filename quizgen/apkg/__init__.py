"""Reading Anki packages: an .apkg of any age, from anyone, to plain values."""

from quizgen.apkg.model import Card, Deck, Note, NoteType, Package, Template
from quizgen.apkg.read import read_package

__all__ = ["Card", "Deck", "Note", "NoteType", "Package", "Template", "read_package"]
