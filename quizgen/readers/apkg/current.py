"""Note types and decks as collections of schema 18 have them: tables with protobuf columns.

Field numbers are those of Anki's proto/anki/notetypes.proto and decks.proto.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from quizgen.readers.apkg import protobuf
from quizgen.readers.apkg.database import blob, integer, require_columns, text
from quizgen.readers.apkg.model import ApkgDeck, ApkgNoteType, ApkgTemplate

KIND, CLOZE = 1, 1
FRONT, BACK = 1, 2
NORMAL, DESCRIPTION = 1, 4

LEVEL = "\x1f"
"""The separator between the levels of a deck's name in the table."""


def note_types(connection: sqlite3.Connection) -> dict[int, ApkgNoteType]:
    """Return the note types of the collection by their ids.

    Raises:
        PackageError: A table or a column is missing.
        ProtobufError: A config is no protobuf message.
    """
    require_columns(connection, "notetypes", "id", "name", "config")
    require_columns(connection, "fields", "ntid", "ord", "name")
    require_columns(connection, "templates", "ntid", "ord", "name", "config")
    fields: dict[int, list[str]] = defaultdict(list)
    for key, name in connection.execute(
        f"SELECT {integer('ntid')}, {text('name')} FROM fields ORDER BY ntid, ord"
    ):
        fields[key].append(name)
    templates: dict[int, list[ApkgTemplate]] = defaultdict(list)
    for key, name, config in connection.execute(
        f"SELECT {integer('ntid')}, {text('name')}, {blob('config')} FROM templates "
        "ORDER BY ntid, ord"
    ):
        templates[key].append(
            ApkgTemplate(name, protobuf.text(config, FRONT), protobuf.text(config, BACK))
        )
    return {
        key: ApkgNoteType(
            key,
            name,
            protobuf.number(config, KIND) == CLOZE,
            tuple(fields[key]),
            tuple(templates[key]),
        )
        for key, name, config in connection.execute(
            f"SELECT {integer('id')}, {text('name')}, {blob('config')} FROM notetypes"
        )
    }


def decks(connection: sqlite3.Connection) -> dict[int, ApkgDeck]:
    """Return the decks of the collection by their ids, with ``::`` between levels of names.

    Raises:
        PackageError: The table or a column of it is missing.
        ProtobufError: A deck's kind is no protobuf message.
    """
    require_columns(connection, "decks", "id", "name", "kind")
    return {
        key: ApkgDeck(key, name.replace(LEVEL, "::"), _description(kind))
        for key, name, kind in connection.execute(
            f"SELECT {integer('id')}, {text('name')}, {blob('kind')} FROM decks"
        )
    }


def _description(kind: bytes) -> str:
    """Return the description in a deck's message `kind`; a filtered deck has none."""
    normal = protobuf.chunks(kind, NORMAL)
    return protobuf.text(normal[-1], DESCRIPTION) if normal else ""
