"""`quizgen new`: a project to begin with."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePath

import pytest
from support.commands import outputs, run

import quizgen


@pytest.mark.parametrize(
    ("folder", "name"),
    [("bees", "bees"), ("Class 9: bees!", "Class-9-bees"), ("हिन्दी", "हिन्दी"), ("!", "my-bank")],
)
def test_new_gives_the_bank_an_id_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, name: str
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    assert run("new", ".") == 0
    bank = quizgen.load("question_bank/my-bank").bank
    assert bank is not None
    assert bank.id == name


def test_new_makes_a_project_that_checks_clean_and_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "my project") == 0
    monkeypatch.chdir(tmp_path / "my project")
    assert run("check", "--strict") == 0
    assert run("build", "--strict") == 0
    assert sorted(outputs(tmp_path / "my project")) == [
        "manifest.json",
        "my-deck.apkg",
        "worksheet-key.pdf",
        "worksheet.pdf",
    ]


def test_new_touches_no_folder_that_holds_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").write_text("x")
    assert run("new", str(tmp_path)) == 2
    assert "not an empty folder" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    "path",
    [
        *("dist/my-deck/test-named.pdf", "results/results.csv", "class-7b.csv", "scans.pdf"),
        *("codes.txt", "codes-7b.csv", "codes/mina.eml", "handed-in/test.pdf"),
    ],
)
def test_new_keeps_what_names_pupils_out_of_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "my-project") == 0
    lines = (tmp_path / "my-project/.gitignore").read_text(encoding="utf-8").split()
    places = [PurePath("/", path), *PurePath("/", path).parents]
    assert any(place.match(line.rstrip("/")) for place in places for line in lines)


def test_what_a_full_disk_stopped_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("table.csv").write_text("Question,Answer\nWho?,They\nWhere?,There\nWhen?,Then\n")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    commands = (("new", "p"), ("import", "table.csv", "--into", "q"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for command in commands:
            assert run(*command) == 2
            assert "No space left on device; nothing was written" in capsys.readouterr().err
    left = {path.parent.name for path in tmp_path.rglob("*") if path.is_dir()}
    assert left <= {tmp_path.name, "q"}
    for command in commands:
        assert run(*command) == 0
