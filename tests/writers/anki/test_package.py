"""The package as bytes: the same ones every time, with identities that last."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support import CHOICE, write_project

from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Report
from quizgen.model.ledger import NoteKey
from quizgen.writers.anki import write
from quizgen.writers.anki.identity import deck_id, guid
from quizgen.writers.anki.note_type import COMMON_FIELDS, Field
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.base import Context

BUILT = 1_700_000_000


def package(root: Path, built: int = BUILT) -> zipfile.ZipFile:
    assessment = Workspace().assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    artifact, *_ = write(assessment, Context(built, Report()))
    assert artifact.content is not None
    return zipfile.ZipFile(io.BytesIO(artifact.content))


def rows(archive: zipfile.ZipFile, query: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(archive.read("collection.anki2"))
        return connection.execute(query).fetchall()


def test_identities_are_frozen() -> None:
    assert guid("talks", NoteKey("host-city", 0, "choice")) == "j8m},-/mBs"
    assert deck_id("talks", "Talks") == 1150589554073


RELEASED = {
    "flashcard": (1764000000001, False, "front back reversed", "forward backward"),
    "choice": (1764000000002, False, "stem options hint", "choose"),
    "typed": (1764000000003, False, "stem answer unit also", "type"),
    "cloze": (1764000000004, True, "text", "cloze"),
    "matching": (1764000000005, False, "stem premise response responses", "match"),
    "ordering": (1764000000006, False, "stem shuffled ordered", "order"),
    "date": (1764000000007, False, "prompt event date", "date"),
    "essay": (1764000000008, False, "stem answer rubric", "write"),
}
"""Id, kind, own fields and templates of each released note type, by slug.

A row may only grow at the end of a field list, taking the place of a spare field. Any other
change makes every note that learners have a conflict that Anki does not import.
"""


def test_released_note_types_still_fit_the_notes_that_learners_have() -> None:
    now = {
        note_type.slug: (
            note_type.id,
            note_type.is_cloze,
            " ".join(field.slug for field in note_type.own_fields),
            " ".join(template.slug for template in note_type.templates),
        )
        for note_type in NOTE_TYPES
    }
    assert now == RELEASED
    common = "explain source retired spare-1 spare-2 spare-3 spare-4 spare-5 spare-6"
    length = len(COMMON_FIELDS)
    assert {" ".join(f.slug for f in n.fields[-length:]) for n in NOTE_TYPES} == {common}


def test_ids_of_fields_and_templates_come_from_slugs_and_never_change() -> None:
    choice = NOTE_TYPES[1]
    ids = ((318816097970465631, 2338403316865498526), (1604670428388671945,))
    assert (choice.field_ids[:2], choice.template_ids) == ids
    renamed = dataclasses.replace(choice, own_fields=(Field("stem", "Ask"), *choice.own_fields[1:]))
    assert renamed.field_ids == choice.field_ids


def test_notes_carry_the_build_time_and_the_authors_order(tmp_path: Path) -> None:
    root = write_project(tmp_path, CHOICE + CHOICE.replace("host-city", "second"))
    archive = package(root)
    assert rows(archive, "select distinct mod from notes") == [(BUILT,)]
    query = "select n.flds, c.due from notes n join cards c on c.nid = n.id order by c.due"
    assert [(flds.split("\x1f")[0], due) for flds, due in rows(archive, query)] == [
        ("talks/host-city", 1),
        ("talks/second", 2),
    ]


def test_tags(tmp_path: Path) -> None:
    root = write_project(tmp_path, CHOICE + "  difficulty: easy\n  tags: [places, un]\n")
    ((tags,),) = rows(package(root), "select tags from notes")
    assert tags.split() == ["topic::people", "difficulty::easy", "places", "un"]


def test_fields_and_templates_have_ids(tmp_path: Path) -> None:
    ((models,),) = rows(package(write_project(tmp_path)), "select models from col")
    (model,) = json.loads(models).values()
    assert all(isinstance(part["id"], int) for part in [*model["flds"], *model["tmpls"]])
    assert [field["name"] for field in model["flds"]][-7:] == [
        "Retired",
        "Language",
        "Rationales",
        "Spare 3",
        "Hint and speech",
        "Speech of the answer",
        "Entry",
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


def test_a_card_cites_the_number_that_the_paragraph_bears(tmp_path: Path) -> None:
    passage = "An introduction in Tokyo.\n\n1. Three sat down in Seoul.\n"
    intro = CHOICE.replace("host-city", "z").replace("sat down in Seoul", "An introduction")
    archive = package(write_project(tmp_path, CHOICE + intro, passage=passage))
    fields = " ".join(row[0] for row in rows(archive, "select flds from notes"))
    assert "Passage, paragraph 1: “sat down in Seoul”" in fields
    assert "Passage: “An introduction”" in fields


@pytest.mark.parametrize(("title", "level"), [("a::b", "a:b"), ("a:::b", "a:b"), ("a:b", "a:b")])
def test_a_topic_is_one_subdeck_whatever_its_title(tmp_path: Path, title: str, level: str) -> None:
    root = write_project(tmp_path, deck="bank: talks\nanki: {deck: Talks, subdecks: topic}\n")
    topic = root / "question_bank" / "talks" / "people.yaml"
    topic.write_text(f"title: '{title}'\n{topic.read_text()}")
    ((decks,),) = rows(package(root), "select decks from col")
    assert f"Talks::{level}" in [deck["name"] for deck in json.loads(decks).values()]
