"""The rows of a package are those that genanki's own notes and cards would be."""

from __future__ import annotations

import contextlib
import itertools
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import genanki
import pytest

from quizgen.commands.build.build import build
from quizgen.writers.anki import artifacts
from quizgen.writers.anki import package as package_module
from quizgen.writers.anki.package import DeckData, StampedNote, package
from tools.benchmarks.bank import CARDS, write_project


class ByTheBook(genanki.Note):  # type: ignore[misc]
    """A note that genanki writes itself, card by card."""

    def __init__(self, stamped: StampedNote, model: Any) -> None:
        data = stamped.note.data
        fields = data.note_type.values(data.content)
        super().__init__(model, fields, tags=data.tags, guid=data.guid, due=stamped.due)
        self.modified = stamped.modified
        self.cards = [genanki.Card(ordinal) for ordinal in data.ordinals]

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
        super().write_to_db(cursor, self.modified, deck_id, id_gen)

    @classmethod
    def _find_invalid_html_tags_in_field(cls, field: str) -> list[str]:
        return []


def by_the_book(
    decks: list[DeckData], css: str, first_id: int, modified: dict[str, int], preset: int
) -> list[object]:
    """What the database of a package holds as genanki's objects write it."""
    objects = []
    for data in decks:
        deck = package_module._Deck(data, preset)
        for stamped in data.notes:
            kind = stamped.note.kind
            model = package_module._Model(kind, css, modified[kind.slug])
            deck.add_note(ByTheBook(stamped, model))
        objects.append(deck)
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        numbers = itertools.count(first_id)
        genanki.Package(objects).write_to_db(connection.cursor(), 0, numbers)
        return held_by(connection)


def held_by(connection: sqlite3.Connection) -> list[object]:
    """The statements that made the tables and indices, and all rows, the JSON among them read."""
    schema = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    tables = [name for kind, name, _ in schema if kind == "table"]
    rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
    ((collection,), *others) = rows
    read = [json.loads(v) if str(v).startswith("{") else v for v in collection]
    return [[(kind, name, " ".join(sql.split())) for kind, name, sql in schema], read, *others]


def test_the_rows_are_those_of_genanki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(tmp_path, 300)
    calls: list[tuple[Any, ...]] = []

    def spy(*arguments: Any) -> bytes:
        calls.append(arguments)
        return package(*arguments)

    monkeypatch.setattr(artifacts, "package", spy)
    databases: list[bytes] = []

    def no_zip(database: Path, media: object) -> bytes:
        databases.append(database.read_bytes())
        return b""

    monkeypatch.setattr(package_module, "_zip", no_zip)
    assert build(tmp_path, [CARDS], built=1_700_000_000).files
    ((decks, _media, css, first_id, modified, _preset),) = calls
    assert len(decks) > 1
    assert sum(len(deck.notes) for deck in decks) > 300
    expected = by_the_book(decks, css, first_id, modified, package_module.DEFAULT_PRESET)
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(*databases)
        assert held_by(connection) == expected
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_interrupt_while_the_file_is_packed_is_an_interrupt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Closing a zip file within an entry raises ValueError, which would be told as a bug."""

    def interrupted(archive: zipfile.ZipFile, *arguments: Any, **options: Any) -> None:
        archive._writing = True  # type: ignore[attr-defined]
        raise KeyboardInterrupt

    monkeypatch.setattr(zipfile.ZipFile, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        package_module._zip(Path("none"), {})
