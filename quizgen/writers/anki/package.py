"""Notes to an .apkg: genanki makes its decks and note types in memory, and we the rest.

genanki's own `write_to_file` goes through a file on disk with 56 syncs, stores without
compression, and dates zip entries by the clock (measured, genanki 0.13.1).
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import compiled_when_used
from quizgen.project.lean_imports import standing_in
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.packed import BY_SLUG, FIELD_SEPARATOR, PackedNote

# The package of that name imports asyncio, 29 modules with OpenSSL, for coroutines.
with (
    standing_in("cached_property", cached_property=functools.cached_property),
    compiled_when_used(),
):
    import genanki
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA


class StampedNote(NamedTuple):
    """A note, when it last changed (seconds since 1970), and its place among new cards (from 1)."""

    note: PackedNote
    modified: int
    due: int


class DeckData(NamedTuple):
    """A deck with its notes, in the order in which new cards come."""

    id: int
    name: str
    description: str
    notes: Sequence[StampedNote]


def package(
    decks: Iterable[DeckData],
    media: Mapping[str, bytes],
    css: str,
    first_id: int,
    modified: Mapping[str, int],
    preset: Mapping[str, Any] | None = None,
) -> bytes:
    """Return the bytes of an .apkg in Anki's legacy format, which all versions and Mnemosyne read.

    `media` maps file names to contents. Ids of notes and cards count up from `first_id`
    (milliseconds since 1970, as Anki's own do). `modified` says when each note type, by its
    slug, last changed (seconds since 1970). `preset` are the options of all `decks`. Same
    arguments, same bytes.
    """
    decks = list(decks)
    options = preset["id"] if preset else DEFAULT_PRESET
    # SQLite hands out what it has in memory as two copies of all of it; a file is read piece by
    # piece. Nobody waits for the disk: without syncs, a file takes less time than the copies.
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        database = Path(folder, COLLECTION)
        try:
            with contextlib.closing(sqlite3.connect(database)) as connection:
                for setting in _SETTINGS:
                    connection.execute(f"PRAGMA {setting}")
                _write_decks(connection, decks, css, modified, options)
                _write_rows(connection, decks, first_id)
                if preset:
                    connection.execute(
                        "UPDATE col SET dconf = json_set(dconf, ?, json(?))",
                        (f'$."{options}"', json.dumps(preset)),
                    )
                connection.commit()
        except sqlite3.OperationalError as error:  # the disk is full
            raise OSError(f"no package can be written in {folder}: {error}") from error
        return _zip(database, media)


class _Model(genanki.Model):
    """A model with ids on fields and templates, which genanki passes through."""

    def __init__(self, note_type: NoteType, css: str, modified: int) -> None:
        self.modified = modified
        slugs = [field.slug for field in note_type.fields]
        super().__init__(
            note_type.id,
            note_type.name,
            fields=[
                {"name": field.name, "id": field_id}
                for field, field_id in zip(note_type.fields, note_type.field_ids, strict=True)
            ],
            templates=[
                {"name": t.name, "qfmt": t.front, "afmt": t.back, "id": template_id}
                for t, template_id in zip(note_type.templates, note_type.template_ids, strict=True)
            ],
            css=css,
            model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
            sort_field_index=note_type.sort_index,
        )
        self.required = [
            [ordinal, "all", [slugs.index(slug) for slug in template.needs]]
            for ordinal, template in enumerate(note_type.templates)
        ]

    @property
    def _req(self) -> list[list[Any]]:
        """The fields that each card needs; genanki's own rule is wrong for conditional fronts."""
        return self.required

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        json: dict[str, Any] = super().to_json(self.modified, deck_id)
        return json


DEFAULT_PRESET = 1
"""The id of the options that every collection has."""


COLLECTION = "collection.anki2"
"""The name of the database in a package."""

PAGE_SIZE = 8192
"""Bytes of a page of the database. With SQLite's usual 4,096, packages are 5 % larger."""

_SETTINGS = (f"page_size = {PAGE_SIZE}", "journal_mode = OFF", "synchronous = OFF")
"""A database that is new, and thrown away if anything fails, needs neither journal nor syncs."""

LEVEL = 4
"""Of deflate's levels from 1 to 9: twice as fast as the usual 6, for 12 % more bytes (measured)."""

_STATEMENTS = [f"{statement};" for statement in APKG_SCHEMA.split(";")[:-1]]
_INDICES = "".join(one for one in _STATEMENTS if "CREATE INDEX" in one)
_TABLES = "".join(one for one in _STATEMENTS if "CREATE INDEX" not in one)
"""genanki's statements. Indices are made last: it is faster, and their pages are full."""


class _Deck(genanki.Deck):
    """A deck with options of its own, and without notes."""

    def __init__(self, data: DeckData, preset: int) -> None:
        super().__init__(data.id, data.name, data.description)
        self.preset = preset

    def to_json(self) -> dict[str, Any]:
        return {**super().to_json(), "conf": self.preset}


def _write_decks(
    connection: sqlite3.Connection,
    decks: Sequence[DeckData],
    css: str,
    modified: Mapping[str, int],
    preset: int,
) -> None:
    """Write the tables, `decks` and their note types; the other parameters are as for `package`.

    A note type goes with the last deck that has notes of it, as genanki would leave it: in JSON,
    each deck with it adds it once more.
    """
    connection.executescript(_TABLES)
    connection.executescript(APKG_COL)
    last = {stamped.note.note_type: deck for deck in decks for stamped in deck.notes}
    cursor = connection.cursor()
    for data in decks:
        deck = _Deck(data, preset)
        for slug, home in last.items():
            if home is data:
                deck.add_model(_Model(BY_SLUG[slug], css, modified[slug]))
        deck.write_to_db(cursor, 0, iter(()))


def _write_rows(connection: sqlite3.Connection, decks: Iterable[DeckData], first_id: int) -> None:
    """Write the notes and cards of `decks`, with ids from `first_id` on, and the indices.

    genanki makes an object of each note and card and checks them. The planner's notes are right
    by construction, and to write them as they come takes a quarter of the time (measured). Each
    note has an id before its cards, as genanki counts them.
    """
    cards: list[tuple[int, ...]] = []
    connection.executemany(_NOTE, _note_rows(decks, first_id, cards))
    connection.executemany(_CARD, cards)
    connection.executescript(_INDICES)


def _note_rows(
    decks: Iterable[DeckData], first_id: int, cards: list[tuple[int, ...]]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the notes of `decks`, and add those of their cards to `cards`."""
    places = {kind.slug: (kind.id, kind.sort_index) for kind in BY_SLUG.values()}
    number = first_id
    for deck in decks:
        for (slug, guid, fields, ordinals, tags), modified, due in deck.notes:
            note, (kind, place) = number, places[slug]
            text = fields.decode()
            sort_field = text.split(FIELD_SEPARATOR, place + 1)[place]
            yield note, guid, kind, modified, f" {' '.join(tags)} ", text, sort_field
            for number, ordinal in enumerate(ordinals, note + 1):
                cards.append((number, note, deck.id, ordinal, modified, due))
            number += 1


_NOTE = "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
"""New cards: what is not known yet of a card is 0 in Anki's legacy schema (11)."""


_PIECE = 1024 * 1024
"""Bytes of a database that are deflated at once."""

_WRITER = (slice(24, 28), slice(92, 100))
"""The bytes of a database that packages leave out: how often it was written, and by which SQLite.

A database in memory has none of them either.
"""


def _pieces(database: Path) -> Iterator[bytes]:
    """Yield what packages have of the file `database`."""
    with database.open("rb") as file:
        first = bytearray(file.read(_PIECE))
        for part in _WRITER:
            first[part] = bytes(part.stop - part.start)
        yield bytes(first)
        while piece := file.read(_PIECE):
            yield piece


def _zip(database: Path, media: Mapping[str, bytes]) -> bytes:
    """Return the archive of the file `database` and of `media`, the same at each build.

    An entry that is opened by its name has the earliest date that the format can say, of 1980.
    """
    buffer = io.BytesIO()
    names = dict(enumerate(sorted(media)))
    entries: tuple[tuple[str, Iterable[bytes]], ...] = (
        (COLLECTION, _pieces(database)),
        ("media", [json.dumps({str(n): name for n, name in names.items()}).encode()]),
        *((str(number), [media[name]]) for number, name in names.items()),
    )
    deflated = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(buffer, "w", deflated, compresslevel=LEVEL) as archive:
        try:
            for name, pieces in entries:
                with archive.open(name, "w") as file:
                    for piece in pieces:
                        file.write(piece)
                archive.getinfo(name).external_attr = 0o644 << 16
        except BaseException:
            archive.fp = None  # after Ctrl-C within an entry, closing would raise ValueError
            raise
    return buffer.getvalue()
