"""What an earlier build may have left is removed, and what is not there is no output of a build."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest
from support import write_project
from support.commands import run

import quizgen
from quizgen.commands.build.left_files import names_there
from quizgen.commands.build.outputs import Remove
from quizgen.commands.build.plan import plan_build
from quizgen.commands.build.render import render_build
from quizgen.commands.build.request import BuildRequest
from quizgen.project.layout import Project

DECK = """\
bank: talks
worksheets:
- {name: sheet, title: One, forms: FORMS, sections: [{title: All, topics: [people]}]}
"""

ANKI = "anki: {deck: Talks}\n"


def removals(root: Path) -> list[str]:
    """The names of the files that a build in `root` would remove."""
    plan = plan_build(BuildRequest(Project(root), built=2))
    outputs = render_build(plan, lambda name: None).outputs
    return [one.path.name for one in outputs if isinstance(one, Remove)]


def test_a_build_looks_for_what_is_there_alone(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK.replace("FORMS", "3"))
    assert removals(tmp_path) == []
    quizgen.build(tmp_path, built=1)
    assert removals(tmp_path) == []
    write_project(tmp_path, deck=DECK.replace("FORMS", "2"))
    gone = ["sheet-C-key.pdf", "sheet-C.pdf"]
    assert sorted(removals(tmp_path)) == gone
    assert sorted(path.name for path in quizgen.build(tmp_path, built=2).removed) == gone


def left(root: Path) -> list[str]:
    """What a build in `root` warns of: files that are left."""
    result = quizgen.build(root, built=2)
    return [d.message for d in result.diagnostics if d.name == "output-left-over"]


def test_a_worksheet_of_another_name_is_told_until_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = DECK.replace("FORMS", "1")
    write_project(tmp_path, deck=deck)
    assert left(tmp_path) == []
    write_project(tmp_path, deck=deck.replace("name: sheet", "name: Test"))
    for _ in range(2):
        [message] = left(tmp_path)
        assert "dist/talks still holds sheet-key.pdf, sheet.pdf of earlier builds: " in message
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dist/talks/sheet-key.pdf").unlink()
    assert run("build") == 0
    assert (
        "still holds sheet.pdf of earlier builds: this deck file no longer asks for it"
        in capsys.readouterr().err
    )
    assert run("build") == 0
    assert "warnings of the last build: 1; add --check to see them" in capsys.readouterr().err
    assert run("build", "--check", "--strict") == 1
    assert (
        "still holds sheet.pdf of earlier builds: this deck file no longer asks for it"
        in capsys.readouterr().err
    )
    (tmp_path / "dist/talks/sheet.pdf").unlink()
    assert run("build") == 0
    assert capsys.readouterr().err == ""


def test_parts_that_a_deck_file_has_no_more_are_told(tmp_path: Path) -> None:
    parts = f"{ANKI}practice: {{}}\nflashcards: {{}}\nexports: [{{format: csv}}]\n"
    write_project(tmp_path, deck=DECK.replace("FORMS", "1") + parts)
    quizgen.build(tmp_path, built=1)
    write_project(tmp_path, deck=DECK.replace("FORMS", "1"))
    [message] = left(tmp_path)
    assert "csv.csv, flashcards.pdf, practice.html and 1 more" in message


def test_a_form_that_somebody_wrote_on_is_told_and_stays(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK.replace("FORMS", "3"))
    quizgen.build(tmp_path, built=1)
    form = tmp_path / "dist/talks/sheet-C.pdf"
    form.write_bytes(form.read_bytes() + b"% mine")
    write_project(tmp_path, deck=DECK.replace("FORMS", "2"))
    [message] = left(tmp_path)
    assert "still holds sheet-C.pdf of earlier builds" in message
    assert form.exists()


@pytest.mark.parametrize("change", ["answer_sheet: true", "fillable: true"])
def test_records_of_what_was_handed_out_are_no_leftovers(tmp_path: Path, change: str) -> None:
    deck = DECK.replace("FORMS", f"1, {change}")
    write_project(tmp_path, deck=deck)
    quizgen.build(tmp_path, built=1)
    records = {path.name for path in (tmp_path / "dist/talks").glob("*-sheets.json")}
    assert records
    write_project(tmp_path, deck=f"bank: talks\n{ANKI}")
    [message] = left(tmp_path)
    assert not any(record in message for record in records)


@pytest.mark.parametrize(
    "name",
    [
        *("../bank.yaml", "/etc/hostname", "folder", "x" * 999, "a\0b", 7, None, [1]),
        *("\udcff.pdf", "manifest.json", "./manifest.json", "./talks.apkg", "talks.apkg"),
    ],
)
def test_a_manifest_that_somebody_wrote_names_no_other_files(
    tmp_path: Path, name: str | int | list[int] | None
) -> None:
    write_project(tmp_path, deck=f"bank: talks\n{ANKI}")
    folder = tmp_path / "dist/talks"
    (folder / "folder").mkdir(parents=True)
    (tmp_path / "dist/bank.yaml").touch()
    (folder / os.fsdecode(b"\xff.pdf")).touch()
    manifest = {"outputs": [[name, ""], ["a", 1]], "sources": {}, "quizgen": "0", "left": [name]}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    messages = left(tmp_path)
    assert all("manifest.json was damaged" in message for message in messages)
    assert (messages == []) == (name != [1])


def test_a_damaged_manifest_is_told(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK.replace("FORMS", "1"))
    quizgen.build(tmp_path, built=1)
    (tmp_path / "dist/talks/manifest.json").write_text("<<<<<<< HEAD\n")
    [message] = left(tmp_path)
    assert "dist/talks/manifest.json was damaged" in message
    assert left(tmp_path) == []


def test_other_forms_of_a_worksheet_that_is_gone_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = DECK.replace("FORMS", "1")
    write_project(tmp_path, deck=deck)
    quizgen.build(tmp_path, built=1)
    monkeypatch.chdir(tmp_path)
    assert run("build", "--forms", "2") == 0
    write_project(tmp_path, deck=deck.replace("name: sheet", "name: test"))
    [message] = left(tmp_path)
    assert "sheet-A-key.pdf, sheet-A.pdf, sheet-B-key.pdf and 3 more" in message


def test_a_file_that_has_two_names_on_its_disk_is_no_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that ignores case gives the new file for the old name."""
    deck = DECK.replace("FORMS", "1")
    write_project(tmp_path, deck=deck)
    quizgen.build(tmp_path, built=1)
    for name in ("sheet.pdf", "sheet-key.pdf"):
        os.link(tmp_path / "dist/talks" / name, tmp_path / "dist/talks" / name.capitalize())
    write_project(tmp_path, deck=deck.replace("name: sheet", "name: Sheet"))
    assert left(tmp_path) == []


@pytest.mark.parametrize("spelling", ["Übung.pdf", "übung.PDF"])
def test_names_count_as_one_that_a_file_system_takes_for_one(tmp_path: Path, spelling: str) -> None:
    (tmp_path / unicodedata.normalize("NFD", spelling)).touch()
    is_there = names_there(tmp_path)
    assert is_there(unicodedata.normalize("NFC", "Übung.pdf"))
    assert not is_there("Uebung.pdf")


def test_in_a_folder_that_cannot_be_listed_anything_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not names_there(tmp_path / "none")("a.pdf")

    def refuse(folder: Path) -> list[str]:
        raise PermissionError

    monkeypatch.setattr("os.listdir", refuse)
    assert names_there(tmp_path)("a.pdf")
