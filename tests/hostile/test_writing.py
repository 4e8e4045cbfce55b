"""Nothing is written, replaced or removed outside of the project, whatever lies in it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support import CHOICE, PIXEL, write_project
from support.commands import run
from support.packages import legacy_database, zipped

from quizgen.commands.cache.records import FOLDER
from quizgen.project.layout import Project
from quizgen.project.save import recover, save

FOLDERS = (
    *("dist", "dist/talks", "decks", "question_bank", "question_bank/talks", ".quizgen"),
    FOLDER,
)
COMMANDS = (
    ("build",),
    ("build", "--force"),
    ("build", "--check"),
    ("check", "--fix"),
    ("import", "p.apkg", "--bank", "new"),
    ("stats", "--html", "dist/page.html"),
    ("export", "moodle"),
    ("schema", "--write"),
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that has been built once, with something to fix and a package to import."""
    root = tmp_path / "project"
    write_project(root, CHOICE.replace("Seoul\n", "Seoul  \n"), media={"a.png": PIXEL})  # type: ignore[arg-type]
    (root / "p.apkg").write_bytes(zipped({"collection.anki2": legacy_database()}))
    monkeypatch.chdir(root)
    assert run("build") == 0
    return root


def seen(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("empty", [False, True], ids=["full", "empty"])
def test_no_folder_that_is_a_link_out_is_written_to(
    project: Path, name: str, command: tuple[str, ...], empty: bool
) -> None:
    outside = project.parent / "outside"
    (project / name).rename(outside)
    if empty:
        outside.rename(project.parent / "kept")
        outside.mkdir()
    (project / name).symlink_to(outside)
    before = seen(outside)
    assert run(*command) in {0, 1, 2}
    assert seen(outside) == before


def test_the_message_names_the_link_and_a_way_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "dist").rename(project.parent / "dist")
    (project / "dist").symlink_to("../dist")
    assert run("build", "--force") == 2
    said = capsys.readouterr().err
    assert "dist is a link to outside of the project" in said
    assert "--out" in said
    assert "nothing was written" in said
    assert run("build", "--force", "--out", "../dist") == 0


def test_a_link_inside_of_the_project_is_written_through(project: Path) -> None:
    (project / "dist").rename(project / "printed")
    (project / "dist").symlink_to("printed")
    assert run("build", "--force") == 0


def test_a_project_that_is_reached_by_a_link_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = project.parent / "link"
    link.symlink_to(project)
    monkeypatch.chdir(link)
    assert run("build", "--force") == 0
    assert run("build", "--force", "--out", str(link / "dist")) == 0


def test_a_file_that_is_a_link_is_replaced_and_not_followed(project: Path) -> None:
    precious = project.parent / "precious"
    for path in (project / "dist/talks").iterdir():
        precious.write_bytes(b"precious")
        path.unlink()
        path.symlink_to(precious)
    cache = project / FOLDER
    (cache / f"builds.{os.getpid()}").symlink_to(precious)
    assert run("build", "--force") == 0
    assert precious.read_bytes() == b"precious"


def test_a_journal_of_a_stranger_removes_nothing_outside(project: Path) -> None:
    victim = project.parent / "x-update.apkg"
    victim.write_bytes(b"precious")
    journal = Project(project).journal
    removals = ["../../x-update.apkg", "../dist/x-update.apkg"]
    (project / "dist/x-update.apkg").write_bytes(b"")
    journal.write_text(json.dumps({"moves": {}, "removals": removals}))
    recover(journal)
    assert victim.read_bytes() == b"precious"
    assert not (project / "dist/x-update.apkg").exists()
    assert not journal.exists()


def test_a_build_outside_that_was_killed_is_finished_there(project: Path) -> None:
    out = project.parent / "out"
    out.mkdir()
    (out / "x-update.apkg").write_bytes(b"old")
    (out / ".x.apkg.1.quizgen-tmp").write_bytes(b"new")
    steps = {
        "moves": {"../../out/.x.apkg.1.quizgen-tmp": "../../out/x.apkg"},
        "removals": ["../../out/x-update.apkg"],
    }
    Project(project).journal.write_text(json.dumps(steps))
    recover(Project(project).journal)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {"x.apkg": b"new"}


def test_a_save_finishes_what_a_killed_one_began_before_it_begins(project: Path) -> None:
    copy, target = project / "dist/.x.apkg.1.quizgen-tmp", project / "dist/x.apkg"
    copy.write_bytes(b"new")
    moves = {"../dist/.x.apkg.1.quizgen-tmp": "../dist/x.apkg"}
    Project(project).journal.write_text(json.dumps({"moves": moves, "removals": []}))
    save({project / "dist/y.apkg": b"y"}, Project(project).journal)
    assert target.read_bytes() == b"new"
    assert not copy.exists()
    assert (project / "dist/y.apkg").read_bytes() == b"y"


@pytest.mark.parametrize("name", [".y.apkg.1.quizgen-tmp", ".1.quizgen-tmp", "a.quizgen-tmp"])
def test_a_journal_renames_no_copy_of_another_file(project: Path, name: str) -> None:
    (project / "dist" / name).write_bytes(b"other")
    (project / "dist/x.apkg").write_bytes(b"precious")
    moves = {f"../dist/{name}": "../dist/x.apkg"}
    Project(project).journal.write_text(json.dumps({"moves": moves, "removals": []}))
    with pytest.raises(OSError, match=r"is not quizgen's"):
        recover(Project(project).journal)
    assert (project / "dist/x.apkg").read_bytes() == b"precious"
