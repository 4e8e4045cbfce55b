"""A deck file: the name of a bank, and a part for each writer that is to make something of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizgen.model.assessment import DeckFile
from quizgen.model.source import Source
from quizgen.model.text import Sound
from quizgen.model.word import Word
from quizgen.readers.deck_file.selection import SELECTION_KEYS, TypeName
from quizgen.readers.fonts import FontPath
from quizgen.readers.item_keys import NAME
from quizgen.readers.keys import Key, KeyTable, read_root
from quizgen.readers.shapes import ListOf, Reading

__all__ = ["SELECTION_KEYS", "TypeName", "deck_keys", "read_deck_file"]

BANK: Key[tuple[Word, ...]] = Key(
    "bank",
    ListOf(NAME, or_one=True),
    "the bank's folder in question_bank/, or those of several banks",
    required=True,
)
FONTS = Key(
    "fonts",
    ListOf(FontPath(), or_one=True),
    "font files for letters that quizgen's fonts lack, by their paths from here",
)


def deck_keys(parts: Iterable[Key[Any]]) -> KeyTable:
    """Return the key table of a deck file, where `parts` are the keys that writers own."""
    return KeyTable("a deck file", (BANK, *parts, FONTS))


def read_deck_file(source: Source, parts: Iterable[Key[Any]], reading: Reading) -> DeckFile | None:
    """Return the deck file in `source`, or None once its faults are reported.

    `parts` are the keys that writers own in deck files. A picture or sound in any of the
    file's texts is a fault: only a bank has media.
    """
    parts = tuple(parts)
    faults = len(reading.report.diagnostics)
    values = read_root(source, deck_keys(parts), reading)
    for picture, span in reading.pictures:
        what = "play the sound" if isinstance(picture, Sound) else "show the picture"
        reading.report.error(
            "misplaced-picture",
            span,
            f"a deck file cannot {what} {picture.name[:60]!r}",
            "put pictures and sounds into questions",
        )
    if values is None:
        return None
    banks: tuple[Word, ...] = values[BANK]
    return DeckFile(
        name=source.path.stem,
        path=source.path,
        banks=_distinct(banks),
        parts={key.name: values[key] for key in parts if key.name in values},
        span=source.whole(),
        fonts=values.get(FONTS, ()),
        is_faulty=len(reading.report.diagnostics) > faults,
    )


def _distinct(names: Iterable[Word]) -> tuple[Word, ...]:
    """Return `names` with each only where it stands first."""
    first: dict[str, Word] = {}
    for name in names:
        first.setdefault(name.value, name)
    return tuple(first.values())
