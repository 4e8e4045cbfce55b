"""Notes to an .apkg: genanki writes the tables into memory, and we make the zip.

genanki's own `write_to_file` goes through a file on disk with 56 syncs, stores without
compression, and dates zip entries by the clock (measured, genanki 0.13.1).
"""

from __future__ import annotations

import contextlib
import functools
import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from quizgen.project.lean_imports import standing_in
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.packed import PackedNote

# The package of that name imports asyncio, 29 modules with OpenSSL, for coroutines.
with standing_in("cached_property", cached_property=functools.cached_property):
    import genanki


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
    models = _Models(css, modified)
    options = preset["id"] if preset else DEFAULT_PRESET
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        genanki.Package([_Deck(deck, models, options) for deck in decks]).write_to_db(
            connection.cursor(), 0, itertools.count(first_id)
        )
        if preset:
            connection.execute(
                "UPDATE col SET dconf = json_set(dconf, ?, json(?))",
                (f'$."{options}"', json.dumps(preset)),
            )
        connection.commit()
        database = _without_version(connection.serialize())
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


class _Models(dict[int, _Model]):
    """One model a note type, made when first needed."""

    def __init__(self, css: str, modified: Mapping[str, int]) -> None:
        self.css = css
        self.modified = modified

    def of(self, note_type: NoteType) -> _Model:
        if note_type.id not in self:
            self[note_type.id] = _Model(note_type, self.css, self.modified[note_type.slug])
        return self[note_type.id]


DEFAULT_PRESET = 1
"""The id of the options that every collection has."""


class _Deck(genanki.Deck):
    """A deck with options of its own, whose notes are rows from the start.

    genanki makes an object of each note and card and checks them. The planner's notes are right
    by construction, and to write them as they come takes a quarter of the time (measured).
    """

    def __init__(self, data: DeckData, models: _Models, preset: int) -> None:
        super().__init__(data.id, data.name, data.description)
        self.preset = preset
        self.stamped = data.notes
        for stamped in data.notes:
            self.add_model(models.of(stamped.note.kind))

    def to_json(self) -> dict[str, Any]:
        return {**super().to_json(), "conf": self.preset}

    def write_to_db(self, cursor: Any, timestamp: float, id_gen: Iterator[int]) -> None:
        """Write the deck and its note types, and then each note before its cards.

        The rows come in the order in which genanki writes them, on which SQLite's pages depend.
        """
        super().write_to_db(cursor, timestamp, id_gen)  # which finds no notes
        execute, deck = cursor.execute, self.deck_id
        for note, modified, due in self.stamped:
            tags = f" {' '.join(note.tags)} "
            number = next(id_gen)
            row = (number, note.guid, note.kind.id, modified, tags, note.fields, note.sort_field)
            execute(_NOTE, row)
            for ordinal in note.ordinals:
                execute(_CARD, (next(id_gen), number, deck, ordinal, modified, due))


_NOTE = "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
"""New cards: what is not known yet of a card is 0 in Anki's legacy schema (11)."""


def _without_version(database: bytes) -> bytes:
    """Return `database` without the version of the SQLite that wrote it (bytes 96 to 99)."""
    return database[:96] + bytes(4) + database[100:]


EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every zip entry: the earliest that the format can say."""


def _zip(database: bytes, media: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    names = dict(enumerate(sorted(media)))
    entries = (
        ("collection.anki2", database),
        ("media", json.dumps({str(n): name for n, name in names.items()}).encode()),
        *((str(number), media[name]) for number, name in names.items()),
    )
    with zipfile.ZipFile(buffer, "w") as archive:
        try:
            for name, content in entries:
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content)
        except BaseException:
            archive.fp = None  # after Ctrl-C within an entry, closing would raise ValueError
            raise
    return buffer.getvalue()
