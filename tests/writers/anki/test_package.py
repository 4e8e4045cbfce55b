"""The package as bytes: the same ones every time, with identities that last."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support import CHOICE, write_project

from quizgen.diagnostics import Report
from quizgen.ledger import NoteKey
from quizgen.workspace import Workspace
from quizgen.writers.anki import write
from quizgen.writers.anki.identity import deck_id, guid
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.base import Context

BUILT = 1_700_000_000


def package(root: Path, built: int = BUILT) -> zipfile.ZipFile:
    assessment = Workspace().assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    artifact, _ = write(assessment, Context(built, Report()))
    return zipfile.ZipFile(io.BytesIO(artifact.content))


def collection(archive: zipfile.ZipFile) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(archive.read("collection.anki2"))
    return connection


def test_identities_are_frozen() -> None:
    assert guid("talks", NoteKey("host-city", 0, "choice")) == "j8m},-/mBs"
    assert deck_id("talks", "Talks") == 1150589554073


def test_note_type_ids_are_frozen() -> None:
    ids = {
        note_type.slug: (note_type.id, note_type.field_ids[1], note_type.template_ids[0])
        for note_type in NOTE_TYPES
    }
    assert ids == {
        "flashcard": (1764000000001, 317045605626554169, 3047510924219607778),
        "choice": (1764000000002, 2338403316865498526, 1604670428388671945),
        "typed": (1764000000003, 3171284354470284147, 3720674443673920729),
        "cloze": (1764000000004, 1172248696164827989, 4498821131493958008),
        "matching": (1764000000005, 3058782989215984208, 2487450159284332400),
        "ordering": (1764000000006, 1038446048610330367, 331016581631187058),
        "date": (1764000000007, 4457630296004422914, 3844786931460986857),
        "essay": (1764000000008, 2523067649549250277, 2110491686046979469),
    }


def test_notes_carry_the_build_time_and_the_authors_order(tmp_path: Path) -> None:
    root = write_project(tmp_path, CHOICE + CHOICE.replace("host-city", "second"))
    db = collection(package(root))
    assert db.execute("select distinct mod from notes").fetchall() == [(BUILT,)]
    rows = db.execute(
        "select n.flds, c.due from notes n join cards c on c.nid = n.id order by c.due"
    )
    assert [(flds.split("\x1f")[0], due) for flds, due in rows] == [
        ("talks/host-city", 1),
        ("talks/second", 2),
    ]


def test_tags(tmp_path: Path) -> None:
    root = write_project(tmp_path, CHOICE + "  difficulty: easy\n  tags: [places, un]\n")
    (tags,) = collection(package(root)).execute("select tags from notes").fetchone()
    assert tags.split() == ["topic::people", "difficulty::easy", "places", "un"]


def test_fields_and_templates_have_ids(tmp_path: Path) -> None:
    (models,) = (
        collection(package(write_project(tmp_path))).execute("select models from col").fetchone()
    )
    (model,) = json.loads(models).values()
    assert all(isinstance(part["id"], int) for part in [*model["flds"], *model["tmpls"]])
    assert [field["name"] for field in model["flds"]][-7:] == [
        "Retired",
        *(f"Spare {n}" for n in range(1, 7)),
    ]
    assert model["mod"] == BUILT


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Seoul", "PYTHONHASHSEED": "1"},
        {"TZ": "UTC", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
    ],
)
def test_same_input_same_bytes_anywhere(tmp_path: Path, environment: dict[str, str]) -> None:
    here = write_project(tmp_path / "here")
    there = write_project(tmp_path / "quite" / "elsewhere")
    base = {**os.environ, "SOURCE_DATE_EPOCH": str(BUILT)}
    command = [sys.executable, "-m", "quizgen", "build"]
    subprocess.run(command, cwd=here, env=base, check=True)
    subprocess.run(command, cwd=there, env={**base, **environment}, check=True)
    for name in ("talks.apkg", "sheet.pdf", "sheet-key.pdf"):
        one, other = (root / "dist/talks" / name for root in (here, there))
        assert one.read_bytes() == other.read_bytes(), name


def test_the_database_does_not_say_which_sqlite_wrote_it(tmp_path: Path) -> None:
    database = package(write_project(tmp_path)).read("collection.anki2")
    assert database[:15] == b"SQLite format 3"
    assert database[96:100] == bytes(4)
