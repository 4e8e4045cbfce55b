"""What `diff` says before anyone imports."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support import CHOICE, mistakes, write_project
from support.entries import before_entries, without_entries
from support.packages import MODEL, legacy_database, zipped

from quizgen import build
from quizgen.commands.diff import Difference, Kind, as_object, as_text, diff
from quizgen.project.layout import Project
from quizgen.readers import files

OTHER = CHOICE.replace("host-city", "other")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_project(tmp_path, CHOICE + OTHER)
    assert build(root, built=1_700_000_000).files
    return root


def compared(root: Path, against: Path | None = None) -> Difference:
    found = diff(Project(root), against=against)
    assert mistakes(found.diagnostics) == []
    (difference,) = found.decks
    return difference


def edit(root: Path) -> None:
    new = "- {id: extra, type: flashcard, front: A *new* one, back: b, reference: r}\n"
    write_project(root, CHOICE.replace("In which city", "Where").rstrip() + "\n  tags: [x]\n" + new)


def test_nothing_changed(root: Path) -> None:
    assert as_text(compared(root)) == "talks: 0 new, 0 changed, 0 retired, 2 unchanged\n"


def test_an_entry_that_no_card_shows_is_told_by_its_keys(root: Path, tmp_path: Path) -> None:
    package = root / "dist/talks/talks.apkg"
    earlier = without_entries(package, tmp_path / "earlier.apkg")
    assert "    Entry: the author's entry, which no card shows\n" not in as_text(compared(root))
    assert as_text(compared(root, earlier)).count("the author's entry, which no card shows") == 2
    write_project(root, CHOICE + "  points: 3\n  group: x\n" + OTHER)
    assert as_text(compared(root)) == (
        "talks: 0 new, 1 changed, 0 retired, 1 unchanged\n"
        "~ talks/host-city (quizgen Choice)\n"
        "    group: \n"
        "         → x\n"
        "    points: \n"
        "          → 3\n"
    )


def test_what_learners_have_from_before_there_were_entries_is_the_same(tmp_path: Path) -> None:
    root = write_project(tmp_path, CHOICE + OTHER)
    with before_entries():
        build(root, built=1_700_000_000)
    write_project(root, CHOICE + "  points: 3\n" + OTHER)
    assert {change.kind for change in compared(root).notes} == {Kind.UNCHANGED}
    (root / "dist/talks/talks.apkg").unlink()
    assert {change.kind for change in compared(root).notes} == {Kind.UNCHANGED}


def test_changes_are_told_field_by_field(root: Path) -> None:
    edit(root)
    assert as_text(compared(root)) == (
        "talks: 1 new, 1 changed, 1 retired, 0 unchanged\n"
        "~ talks/host-city (quizgen Choice)\n"
        "    Question: In which city did they meet?\n"
        "            → Where did they meet?\n"
        "    Tags: topic::people\n"
        "        → topic::people x\n"
        "+ talks/extra (quizgen Flashcard)\n"
        "    Front: A new one\n"
        "- talks/other (quizgen Choice)\n"
        "    Question: In which city did they meet?\n"
    )


def test_a_note_of_another_note_type_is_told_as_such(root: Path) -> None:
    """Anki takes no correction over for it: what its fields say is no news to anyone."""
    write_project(root, CHOICE.rstrip() + "\n  guid: g\n")
    old = root / "old.apkg"
    old.write_bytes(zipped({"collection.anki2": legacy_database()}))
    assert as_text(compared(root, old)) == (
        "talks: 0 new, 1 changed, 0 retired, 0 unchanged\n"
        "~ talks/host-city (quizgen Choice)\n"
        "    Note type: Basic\n"
        "             → quizgen Choice\n"
    )


def test_a_foreign_package_has_no_tombstones_and_sends_nothing_to_the_terminal(root: Path) -> None:
    fields = [{"name": "Front", "ord": 0}, {"name": "Retired", "ord": 1}]
    model = {**MODEL, "name": "\x1b[31mB", "flds": fields}
    database = legacy_database(models=json.dumps({"5": model}), note="&#27;[2Jq\x1f1")
    old = root / "old.apkg"
    old.write_bytes(zipped({"collection.anki2": database}))
    text = as_text(compared(root, old))
    assert "2 new, 0 changed, 1 retired" in text
    assert "\x1b" not in text


def test_a_package_with_many_pictures_can_be_compared(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit on text files, 64 MB, is none for packages."""
    old = root / "old.apkg"
    shutil.copy(root / "dist/talks/talks.apkg", old)
    monkeypatch.setattr(files.read_bytes, "__defaults__", (old.stat().st_size - 1,))
    assert compared(root, old).count(Kind.UNCHANGED) == 2


def test_an_older_package_can_be_named(root: Path) -> None:
    old = root / "old.apkg"
    shutil.copy(root / "dist/talks/talks.apkg", old)
    edit(root)
    build(root, built=1_700_000_100)
    assert compared(root).count(Kind.UNCHANGED) == 2
    assert compared(root, old).count(Kind.CHANGED) == 1


def test_without_any_package_the_ledger_knows_which(root: Path) -> None:
    shutil.rmtree(root / "dist")
    edit(root)
    difference = compared(root)
    assert difference.against is None
    assert [(note.kind.value, note.note) for note in difference.notes] == [
        ("changed", "talks/host-city"),
        ("new", "talks/extra"),
        ("retired", "talks/other"),
    ]


def test_before_the_first_build_all_is_new(tmp_path: Path) -> None:
    assert compared(write_project(tmp_path)).count(Kind.NEW) == 1


def test_what_retired_before_is_not_told_again(root: Path) -> None:
    edit(root)
    build(root, built=1_700_000_100)
    update = root / "dist/talks/talks-update.apkg"
    assert compared(root, update).count(Kind.RETIRED) == 0


def test_nothing_is_written(root: Path) -> None:
    edit(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    compared(root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_as_json(root: Path) -> None:
    edit(root)
    value = as_object(compared(root))
    assert value["counts"] == {"new": 1, "changed": 1, "retired": 1, "unchanged": 0}


def test_a_package_that_is_none_is_told(root: Path) -> None:
    (root / "old.apkg").write_bytes(b"not a zip")
    found = diff(Project(root), against=root / "old.apkg")
    assert len(mistakes(found.diagnostics)) == 1
    assert found.diagnostics[0].span.source.path.name == "old.apkg"
