"""`quizgen check`: what it takes, and what it tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import write_project
from support.commands import run


def test_strict_makes_a_warning_an_error(project: Path) -> None:
    write_project(project, "- {id: x, type: flashcard, front: a, back: b}")
    assert run("check") == 0
    assert run("check", "--strict") == 1
    assert run("build", "--strict") == 1
    assert not (project / "dist").exists()
    assert run("build") == 0


@pytest.mark.parametrize(
    "path",
    [".", "question_bank/talks", "question_bank/talks/people.yaml", "decks/talks.yaml"],
)
def test_check_takes_any_path(broken: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", path, "--format", "concise") == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        "question_bank/talks/people.yaml:6:3",
    ]
    assert err == "1 error\n"
    assert not (broken / "dist").exists()


def test_check_shows_the_line_and_a_caret(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check")
    out = capsys.readouterr().out
    assert " 6 |   answr: Seoul\n   |   ^^^^^\n   = help: did you mean 'answer'?" in out


def test_check_as_json(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--json") == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert first["name"] == "unknown-key"
    assert first["path"] == "question_bank/talks/people.yaml"
    assert (first["line"], first["column"], first["end_column"]) == (6, 3, 8)


def test_a_folder_without_bank_yaml_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = project / "question_bank" / "lost"
    lost.mkdir()
    (lost / "media").mkdir()
    assert run("check", "--strict") == 0
    (lost / "questions.yaml").write_text("topic: t\nquestions: []\n")
    assert run("check", "--format", "concise") == 0
    told = capsys.readouterr().out
    assert "question_bank/lost/bank.yaml:1:1: warning[no-bank-file]" in told


def test_a_ledger_that_is_gone_is_told_with_paths_of_this_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    (project / "question_bank" / "talks" / "bank.ledger").unlink()
    assert run("check") == 1
    assert "but dist/talks/talks.apkg was built" in capsys.readouterr().out


def test_the_last_line_counts_by_weight_and_names_the_kinds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = "- id: {}\n  type: multiple_choice\n  question: Which town is it?\n  answer: a\n"
    entry += "  distractors: [All of these, b]\n"
    monkeypatch.chdir(write_project(tmp_path / "p", entry.format("x") + entry.format("y")))
    run("check")
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == (
        "2 errors, 2 warnings, 1 piece of advice (2 all-of-the-above, 2 no-source, "
        "1 repeated-question)"
    )
