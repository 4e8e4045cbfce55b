"""Reading Anki packages: an .apkg of any age, from anyone, to plain values."""

from quizgen.readers.apkg.archive import MAX_PACKAGE_SIZE
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
    "MAX_PACKAGE_SIZE",
    "ApkgCard",
    "ApkgDeck",
    "ApkgNote",
    "ApkgNoteType",
    "ApkgTemplate",
    "Package",
    "read_package",
]
