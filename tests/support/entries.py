"""The field of the author's entry in packages: taken out, and put in by a stranger."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.model.item import Item, Match
from quizgen.readers.apkg import Package
from quizgen.writers.anki import item_notes
from quizgen.writers.anki.entry_field import IDENTITY_KEYS, UNSHOWN_KEYS
from quizgen.writers.anki.note_type import ENTRY_FIELD
from quizgen.writers.anki.note_types import NOTE_TYPES

PLACES = {note_type.id: note_type.fields.index(ENTRY_FIELD) for note_type in NOTE_TYPES}
"""The index of the field in the notes of each note type, by its id."""


def changed(path: Path, target: Path, change: Callable[[sqlite3.Connection], None]) -> Path:
    """A copy at `target` of the package at `path`, with the collection as `change` leaves it."""
    with zipfile.ZipFile(path) as package:
        files = {name: package.read(name) for name in package.namelist()}
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["collection.anki2"])
        change(database)
        database.commit()
        files["collection.anki2"] = database.serialize()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return target


def with_fields(path: Path, target: Path, change: Callable[[list[str], int], None]) -> Path:
    """A copy at `target` of the package at `path`, one of quizgen's, with other fields.

    `change` gets the fields of each note, and the index of the entry's.
    """

    def rewrite(database: sqlite3.Connection) -> None:
        for id, mid, flds in database.execute("select id, mid, flds from notes").fetchall():
            fields = flds.split("\x1f")
            change(fields, PLACES[mid])
            database.execute("update notes set flds = ? where id = ?", ("\x1f".join(fields), id))

    return changed(path, target, rewrite)


def without_entries(path: Path, target: Path) -> Path:
    """The package at `path` as quizgen built it before: the field is a spare one, and empty."""

    def empty(fields: list[str], place: int) -> None:
        fields[place] = ""

    def rename(database: sqlite3.Connection) -> None:
        (models,) = database.execute("select models from col").fetchone()
        known = json.loads(models)
        for model in known.values():
            model["flds"][-1]["name"] = "Spare 6"
            model["mod"] -= 86_400
        database.execute("update col set models = ?", (json.dumps(known),))

    return changed(with_fields(path, target, empty), target, rename)


@contextlib.contextmanager
def before_entries() -> Iterator[None]:
    """Within this context quizgen builds as it did before it wrote the field."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(item_notes, "with_entry", lambda notes, *others: notes[0])
        patch.setattr(item_notes, "with_unshown", lambda data, *others: data)
        yield


def envelopes(package: Package) -> dict[str, dict[str, Any]]:
    """The contents of the field in `package`, by the names of the notes that have it."""
    return {
        note.fields[0]: json.loads(note.fields[PLACES[note.note_type_id]])
        for note in package.notes
        if note.fields[PLACES[note.note_type_id]]
    }


def cards_alone(package: Package) -> Package:
    """`package` with the field emptied: what its cards show."""
    notes = []
    for note in package.notes:
        fields = list(note.fields)
        fields[PLACES[note.note_type_id]] = ""
        notes.append(replace(note, fields=tuple(fields)))
    return replace(package, notes=tuple(notes))


def typed(item: Item) -> tuple[object, ...]:
    """What the author of `item` typed of what a package brings back.

    Of a matching question that is what no card shows.
    """
    assert item.entry is not None
    values = item.entry.values
    keys = UNSHOWN_KEYS if isinstance(item.interaction, Match) else values
    kept = {key: values[key] for key in keys if key in values and key not in IDENTITY_KEYS[1:]}
    return item.id.value, kept, item.points, item.shows_points, item.cites_lines
