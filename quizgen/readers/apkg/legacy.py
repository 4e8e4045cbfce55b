"""Note types and decks as collections up to schema 11 have them: JSON in the table ``col``."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

from quizgen.readers.apkg.database import require_columns, text
from quizgen.readers.apkg.errors import broken, too_large
from quizgen.readers.apkg.model import ApkgDeck, ApkgNoteType, ApkgTemplate

CLOZE = 1
"""The ``type`` of a note type for clozes; that of all others is 0."""

MAX_JSON_SIZE = 16 * 1024 * 1024
"""Bytes of all note types or decks. Those of large collections have less than one (judged)."""

_ID = re.compile(r"-?[0-9]{1,19}")
"""A whole number of 64 bits, which SQLite holds."""


def note_types(connection: sqlite3.Connection) -> dict[int, ApkgNoteType]:
    """Return the note types of the collection by their ids.

    Raises:
        PackageError: They are missing, or not as Anki writes them.
    """
    return {key: _note_type(key, model) for key, model in _objects(connection, "models")}


def decks(connection: sqlite3.Connection) -> dict[int, ApkgDeck]:
    """Return the decks of the collection by their ids.

    Raises:
        PackageError: They are missing, or not as Anki writes them.
    """
    return {
        key: ApkgDeck(key, _text(deck, "name"), _text(deck, "desc"))
        for key, deck in _objects(connection, "decks")
    }


def _objects(connection: sqlite3.Connection, column: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield id and content of each object in `column`, JSON that maps ids to objects.

    An id may have 20 characters: those of Anki are 64-bit numbers.
    """
    require_columns(connection, "col", column)
    size = f"length(CAST({text(column)} AS BLOB))"
    if (connection.execute(f"SELECT max({size}) FROM col").fetchone()[0] or 0) > MAX_JSON_SIZE:
        raise too_large(f"its {column} are larger than {MAX_JSON_SIZE:,} bytes")
    row = connection.execute(f"SELECT {text(column)} FROM col").fetchone()
    try:
        objects = json.loads(row[0]) if row else None
    except (ValueError, TypeError, RecursionError) as error:
        raise broken(f"its {column} are no JSON") from error
    if not isinstance(objects, dict):
        raise broken(f"its {column} are not there")
    for key, value in objects.items():
        if not isinstance(value, dict) or not _ID.fullmatch(key):
            raise broken(f"its {column} are not as Anki writes them")
        yield int(key), value


def _note_type(key: int, model: dict[str, Any]) -> ApkgNoteType:
    return ApkgNoteType(
        key,
        _text(model, "name"),
        model.get("type") == CLOZE,
        tuple(_text(field, "name") for field in _in_order(model, "flds")),
        tuple(
            ApkgTemplate(_text(t, "name"), _text(t, "qfmt"), _text(t, "afmt"))
            for t in _in_order(model, "tmpls")
        ),
    )


def _in_order(model: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the objects in the list `name` of `model`, sorted by their ``ord`` if all have it."""
    parts = model.get(name)
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        raise broken("a note type of its is not as Anki writes it")
    places = [part.get("ord") for part in parts]
    if not all(isinstance(place, int) for place in places):
        return parts
    return [part for _, part in sorted(zip(places, parts, strict=True), key=lambda pair: pair[0])]


def _text(values: dict[str, Any], key: str) -> str:
    """Return the text that `values` has for `key`; empty where it has none."""
    value = values.get(key, "")
    return well_formed(value) if isinstance(value, str) else ""


def well_formed(value: str) -> str:
    """Return `value` with ``?`` for lone surrogates, which JSON can hold and UTF-8 cannot."""
    return value.encode("utf-8", "replace").decode()
