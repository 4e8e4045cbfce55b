"""Reading Anki packages: an .apkg of any age, from anyone, to plain values."""

from quizgen.readers.apkg.archive import LARGEST_PACKAGE
from quizgen.readers.apkg.model import (
    ApkgCard,
    ApkgDeck,
    ApkgNote,
    ApkgNoteType,
    ApkgTemplate,
    Package,
)
from quizgen.readers.apkg.read import read_package

__all__ = [
    "LARGEST_PACKAGE",
    "ApkgCard",
    "ApkgDeck",
    "ApkgNote",
    "ApkgNoteType",
    "ApkgTemplate",
    "Package",
    "read_package",
]
