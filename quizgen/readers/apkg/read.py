"""A package's bytes to its content, or the reason why not."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source
from quizgen.readers.apkg import current, legacy, protobuf
from quizgen.readers.apkg.archive import Archive
from quizgen.readers.apkg.database import columns, integer, open_database, require_columns, text
from quizgen.readers.apkg.errors import EXPORT_AGAIN, PackageError, broken
from quizgen.readers.apkg.media import read_media
from quizgen.readers.apkg.model import ApkgCard, ApkgNote, Package

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: beside a newer one, ``collection.anki2`` only says that Anki is too old."""

NEWEST_FORMAT = 3
"""``PackageMetadata.Version`` in Anki's proto/anki/import_export.proto."""

MAX_META_SIZE = 1024
"""Bytes of the entry ``meta``, which holds one number."""


def read_package(content: bytes, path: Path, report: Report) -> Package | None:
    """Return the content of the package whose bytes are `content`; `path` is for diagnostics.

    Return None, with a diagnostic in `report`, for bytes that are not a whole package of a known
    format, or that unpack to more than the limits. No file is written, and no name in the package
    is used as a path.
    """
    try:
        return _read(Archive(content))
    except protobuf.ProtobufError as error:
        fault = broken(str(error))
    except PackageError as error:
        fault = error
    report.error(UNREADABLE_FILE, Source(path, "").whole(), fault.message, fault.help)
    return None


def _read(archive: Archive) -> Package:
    _check_format(archive)
    name = next((name for name in COLLECTIONS if name in archive), None)
    if name is None:
        raise PackageError("this file is no Anki package: it holds no collection", EXPORT_AGAIN)
    content = archive.read(name)
    if name == COLLECTIONS[0]:
        content = archive.unpack(content, name)
    with open_database(content) as connection:
        schema = current if columns(connection, "notetypes") else legacy
        note_types = schema.note_types(connection)
        decks = schema.decks(connection)
        notes = _notes(connection)
    for note in notes:
        if note.note_type_id not in note_types:
            raise broken(f"the note {note.id} has no note type")
    return Package(notes, note_types, decks, read_media(archive))


def _check_format(archive: Archive) -> None:
    """Raise `PackageError` where `archive` has a format newer than `NEWEST_FORMAT`."""
    if (
        "meta" in archive
        and protobuf.number(archive.read("meta", MAX_META_SIZE), 1) > NEWEST_FORMAT
    ):
        raise PackageError(
            "this package has a newer format than this quizgen knows",
            "in Anki's Export window, tick “Support older Anki versions”",
        )


def _notes(connection: sqlite3.Connection) -> tuple[ApkgNote, ...]:
    require_columns(connection, "notes", "id", "guid", "mid", "mod", "tags", "flds")
    cards = _cards(connection)
    return tuple(
        [
            ApkgNote(
                id=key,
                guid=guid,
                note_type_id=note_type,
                modified=modified,
                tags=tuple(dict.fromkeys(tags.split())),
                fields=tuple(fields.split("\x1f")),
                cards=tuple(cards[key]),
            )
            for key, guid, note_type, modified, tags, fields in connection.execute(
                f"SELECT {integer('id')}, {text('guid')}, {integer('mid')}, {integer('mod')}, "
                f"{text('tags')}, {text('flds')} FROM notes ORDER BY id"
            )
        ]
    )


def _cards(connection: sqlite3.Connection) -> dict[int, list[ApkgCard]]:
    """Return the cards by the ids of their notes.

    A card that is in a filtered deck for a time counts for its home deck, the column ``odid``.
    """
    require_columns(connection, "cards", "id", "nid", "did", "odid", "ord")
    cards: dict[int, list[ApkgCard]] = defaultdict(list)
    for note, ordinal, deck in connection.execute(
        f"SELECT {integer('nid')}, {integer('ord')}, "
        f"{integer('CASE WHEN odid THEN odid ELSE did END')} FROM cards ORDER BY nid, ord"
    ):
        cards[note].append(ApkgCard(ordinal, deck))
    return cards
