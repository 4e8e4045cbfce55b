"""A deck file: the bank, the Anki deck, and the worksheets made of it."""

from __future__ import annotations

from quizgen.model.assessment import DeckFile
from quizgen.model.source import Source
from quizgen.readers.deck_file.anki import ANKI_KEYS, DECK_NAME, anki_from
from quizgen.readers.deck_file.flashcards import CARDS_KEYS, flashcards_from
from quizgen.readers.deck_file.section import ROW_KEYS, SECTION_KEYS
from quizgen.readers.deck_file.selection import SELECTION_KEYS, TypeName
from quizgen.readers.deck_file.study_options import OPTION_KEYS
from quizgen.readers.deck_file.worksheet import WORKSHEET_KEYS, worksheet_from
from quizgen.readers.fonts import FontPath
from quizgen.readers.item_keys import NAME
from quizgen.readers.keys import Key, KeyTable, TableShape, read_root
from quizgen.readers.shapes import ListOf, Reading

__all__ = [
    "ANKI_KEYS",
    "CARDS_KEYS",
    "DECK_KEYS",
    "DECK_NAME",
    "OPTION_KEYS",
    "ROW_KEYS",
    "SECTION_KEYS",
    "SELECTION_KEYS",
    "WORKSHEET_KEYS",
    "TypeName",
    "read_deck_file",
]

BANK = Key("bank", NAME, "the bank's folder in question_bank/", required=True)
ANKI = Key("anki", TableShape(ANKI_KEYS, anki_from), "the Anki deck; leave out to make none")
WORKSHEETS = Key(
    "worksheets",
    ListOf(TableShape(WORKSHEET_KEYS, worksheet_from), least=0),
    "the worksheets; leave out to print none",
)
FLASHCARDS = Key(
    "flashcards",
    ListOf(TableShape(CARDS_KEYS, flashcards_from), or_one=True),
    "cards to cut out; leave out to print none",
)
FONTS = Key(
    "fonts",
    ListOf(FontPath(), or_one=True),
    "font files for letters that quizgen's fonts lack, by their paths from here",
)
DECK_KEYS = KeyTable("a deck file", (BANK, ANKI, WORKSHEETS, FLASHCARDS, FONTS))


def read_deck_file(source: Source, reading: Reading) -> DeckFile | None:
    """The deck file in `source`, or None once its faults are reported."""
    faults = len(reading.report.diagnostics)
    values = read_root(source, DECK_KEYS, reading)
    for picture, span in reading.pictures:
        reading.report.error(
            "misplaced-picture",
            span,
            f"a deck file cannot show the picture {picture.name[:60]!r}",
            "put pictures into questions",
        )
    if values is None:
        return None
    return DeckFile(
        name=source.path.stem,
        path=source.path,
        bank=values[BANK],
        anki=values.get(ANKI),
        worksheets=values.get(WORKSHEETS, ()),
        span=source.whole(),
        flashcards=values.get(FLASHCARDS, ()),
        fonts=values.get(FONTS, ()),
        is_faulty=len(reading.report.diagnostics) > faults,
    )
