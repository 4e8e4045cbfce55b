"""Records of what was handed out that a person names with ``--sheets``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.commands import run
from support.corrections import correct
from support.form_class import BUILT, hand_in, made, rows

from quizgen import build


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose form has come back, and was changed since by someone who lost its record."""
    root = made(tmp_path_factory.mktemp("named"))
    hand_in(root, "a.pdf", "A", "Ada", {})
    shutil.copy(root / "dist/talks/form-sheets.json", root / "handed-out.json")
    correct(root, "They met twice., answer: false", "They met thrice., answer: true")
    build(root, built=BUILT)
    for path in root.glob("dist/talks/form-sheets-earlier.jsonl"):
        path.rename(root / "handed-out.jsonl")
    return root


@pytest.fixture
def root(handed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(handed_out, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def test_a_form_that_no_record_knows_says_what_to_name(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("grade", "a.pdf", "--out", "results") == 1
    error = " ".join(capsys.readouterr().err.split())
    assert "name that build's form-sheets.json with --sheets" in error


@pytest.mark.parametrize("name", ["handed-out.json", "handed-out.jsonl"])
def test_the_record_of_forms_is_taken_with_the_key_of_today(root: Path, name: str) -> None:
    assert run("grade", "a.pdf", "--out", "results", "--sheets", name) == 0
    assert [row["truth points"] for row in rows(root)] == ["0"]
    assert run("grade", "--out", "results") == 0
    assert [row["truth points"] for row in rows(root)] == ["0"]


def test_outside_of_the_project_the_record_says_what_is_right(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.pdf", "handed-out.json"):
        (root / name).rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert run("grade", "a.pdf", "--out", "results", "--sheets", "handed-out.json") == 0
    assert [row["truth points"] for row in rows(tmp_path)] == ["1"]
    assert "printed-key" not in capsys.readouterr().err


@pytest.mark.parametrize("content", ["{", "{}", "[]", "", None])
@pytest.mark.parametrize("name", ["named.json", "named.jsonl"])
def test_another_file_is_told_with_what_to_give(
    root: Path, name: str, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (root / name).write_text(content, encoding="utf-8")
    assert run("grade", "a.pdf", "--out", "results", "--sheets", name) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert name in error
    assert "decide again" not in error
    assert "give --sheets the answer-sheets.json, form-sheets.json or" in error
    assert not (root / "results").exists()


@pytest.mark.parametrize("line", ["{", "{}", "[]", "\\udc80"])
def test_a_damaged_line_of_a_named_file_is_told(
    root: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "handed-out.jsonl"
    path.write_text(f"{line}\n\n{path.read_text('utf-8')}", encoding="utf-8")
    assert run("grade", "a.pdf", "--out", "results", "--sheets", path.name) == 0
    error = " ".join(capsys.readouterr().err.split())
    assert error.count("damaged-line") == 1
    assert "handed-out.jsonl:1:1: warning[damaged-line]" in error
    assert [row["truth points"] for row in rows(root)] == ["0"]


@pytest.mark.parametrize("line", ["{", "[]"])
@pytest.mark.parametrize("named", [False, True])
def test_a_damaged_line_of_earlier_builds_is_told_once(
    root: Path, line: str, named: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "dist/talks/form-sheets-earlier.jsonl"
    path.write_text(f"{line}\n{(root / 'handed-out.jsonl').read_text('utf-8')}", encoding="utf-8")
    sheets = ("--sheets", str(path.relative_to(root))) if named else ()
    assert run("grade", "a.pdf", "--out", "results", *sheets) == 0
    error = " ".join(capsys.readouterr().err.split())
    assert error.count("[damaged-line]") == 1
    assert "form-sheets-earlier.jsonl:1:1: warning[damaged-line]" in error
    assert [row["truth points"] for row in rows(root)] == ["0"]


def test_the_records_of_a_renamed_deck_are_kept_by_who_does_as_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "handed-out.jsonl").rename(root / "dist/talks/form-sheets-earlier.jsonl")
    (root / "decks/talks.yaml").rename(root / "decks/autumn.yaml")
    capsys.readouterr()
    assert run("build") == 0
    said = capsys.readouterr().err
    kept = "form-sheets.json and form-sheets-earlier.jsonl"
    assert f"gone: delete what is in dist/talks, but keep {kept}: what pupils have in hand" in said
    run("check")
    assert f"keep {kept}" in " ".join(capsys.readouterr().out.split())
    for path in (root / "dist/talks").iterdir():
        if path.name not in kept:
            path.unlink()
    assert run("build") == 0
    assert "dist/talks" not in capsys.readouterr().err
    assert run("grade", "a.pdf", "--out", "results") == 0
    assert [row["truth points"] for row in rows(root)] == ["0"]
