"""Packages for the tests: made by Anki itself, and taken apart to be broken."""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from anki.collection import Collection, ExportAnkiPackageOptions

from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.readers.apkg import Package, read_package


class StockNote(NamedTuple):
    """A note of one of Anki's own note types."""

    note_type: str
    fields: tuple[str, ...]
    deck: str = "Geography"
    tags: tuple[str, ...] = ()


def anki_package(
    folder: Path,
    notes: Iterable[StockNote],
    media: Mapping[str, bytes] | None = None,
    *,
    legacy: bool = False,
) -> Path:
    """A package that Anki exports from a new collection with `notes`. Gives its path."""
    collection = Collection(str(folder / "maker.anki2"))
    try:
        for name, content in (media or {}).items():
            collection.media.write_data(name, content)
        for number, wanted in enumerate(notes, 1):
            note_type = collection.models.by_name(wanted.note_type)
            assert note_type is not None
            note = collection.new_note(note_type)
            note.fields = list(wanted.fields)
            note.tags = list(wanted.tags)
            collection.add_note(note, collection.decks.id(wanted.deck))  # type: ignore[arg-type]
            assert collection.db is not None
            collection.db.execute(
                "update notes set guid = ? where id = ?", f"guid-{number}", note.id
            )
        path = folder / f"made-{'legacy' if legacy else 'current'}.apkg"
        options = ExportAnkiPackageOptions(
            with_scheduling=False, with_deck_configs=False, with_media=True, legacy=legacy
        )
        collection.export_anki_package(out_path=str(path), options=options, limit=None)
    finally:
        collection.close()
    return path


def read(path: Path) -> Package:
    """The package at `path`, which must be whole."""
    report = Report()
    package = read_package(path.read_bytes(), path, report)
    assert package is not None, report.diagnostics
    return package


def faults(content: bytes) -> list[Diagnostic]:
    """What is said of a package that cannot be read."""
    report = Report()
    assert read_package(content, Path("hostile.apkg"), report) is None
    return report.diagnostics


def zipped(entries: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


MODEL = {
    "name": "Basic",
    "type": 0,
    "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
    "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
}
SCHEMA = """
create table col (models text, decks text);
create table notes (id integer primary key, guid text, mid integer, mod integer, tags text,
    flds text);
create table cards (id integer primary key, nid integer, did integer, odid integer, ord integer);
"""


def legacy_database(
    script: str = "", *, models: str | None = None, schema: str = SCHEMA, note: str = "q\x1fa"
) -> bytes:
    """A collection as old packages have it, with one note; `script` is run at the end."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema)
        if schema is SCHEMA:
            connection.execute(
                "insert into col values (?, ?)",
                (models or json.dumps({"5": MODEL}), json.dumps({"1": {"name": "D"}})),
            )
            connection.execute("insert into notes values (1000, 'g', 5, 1, ' t ', ?)", (note,))
            connection.execute("insert into cards values (1, 1000, 1, 0, 0)")
        connection.executescript(script)
        connection.commit()
        return connection.serialize()
