"""Several forms under one name, without a name, or in one place: none is lost in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from support.commands import run
from support.form_class import hand_in, made, rows


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made(tmp_path))
    return tmp_path


def kept(root: Path) -> list[str]:
    record = json.loads((root / "results/forms.json").read_text(encoding="utf-8"))
    return [one[0] for one in record["forms"]]


def test_pupils_without_a_name_are_two(project: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        hand_in(project, name, "A", "", {"truth": (True, False)})
    for _ in range(2):
        assert run("grade", "a.pdf", "b.pdf", "--out", "results") == 0
        assert len(rows(project)) == 2
        assert kept(project) == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize(("first", "second"), [("Ada", "Emmy"), ("Ada", ""), ("", "Ada"), ("", "")])
def test_another_pupils_file_of_the_same_path_is_kept_too(
    project: Path, first: str, second: str
) -> None:
    hand_in(project, "test-A.pdf", "A", first, {})
    assert run("grade", "test-A.pdf", "--out", "results") == 0
    hand_in(project, "test-A.pdf", "A", second, {"truth": (True, False)})
    for _ in range(2):
        assert run("grade", "test-A.pdf", "--out", "results") == 0
        assert [row["pupil"] for row in rows(project)] == [first, second]


def test_another_worksheet_of_the_same_path_is_kept_too(project: Path) -> None:
    hand_in(project, "test.pdf", "A", "Ada", {})
    assert run("grade", "test.pdf", "--out", "results") == 0
    hand_in(project, "test.pdf", "B", "Ada", {})
    assert run("grade", "test.pdf", "--out", "results") == 0
    assert [row["form"] for row in rows(project)] == ["A", "B"]


def test_one_pupil_with_several_forms_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "class.csv").write_text("id,name\n1,Ada Lovelace\n2,Max\n", encoding="utf-8")
    files = {"a": "Ada Lovelace", "b": "ada lovelace", "c": "1", "d": "Ada Lovelace", "e": "Max"}
    for file, name in files.items():
        hand_in(project, f"{file}.pdf", "B" if file == "d" else "A", name, {})
    names = [f"{file}.pdf" for file in files]
    assert run("grade", *names, "--out", "results", "--roster", "class.csv") == 0
    error = capsys.readouterr().err
    for file in "bcd":
        assert f"{file}.pdf:1:1: warning[second-form]" in error
    assert error.count("[second-form]") == 3
    assert "a.pdf is of the same pupil" in error
    assert [row["pupil"] for row in rows(project)] == ["1", "1", "1", "1", "2"]


def test_names_that_differ_in_capitals_are_one_without_a_class_list(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    hand_in(project, "b.pdf", "B", "ada", {})
    assert run("grade", "a.pdf", "b.pdf", "--out", "results") == 0
    assert "b.pdf:1:1: warning[second-form] a.pdf is of the same pupil" in capsys.readouterr().err


def test_a_pupil_with_paper_and_a_form_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(made(tmp_path, "  answer_sheet: true\n"))
    (tmp_path / "class.csv").write_text("id,name\n7,Ada\n8,Max\n", encoding="utf-8")
    assert run("sheets", "class.csv", "--out", "print") == 0
    with pikepdf.open(tmp_path / "print/test-answer-sheets.pdf") as pdf:
        scans = pikepdf.new()
        scans.pages.append(pdf.pages[0])
        scans.save(tmp_path / "scans.pdf")
    hand_in(tmp_path, "a.pdf", "A", "ada", {})
    hand_in(tmp_path, "b.pdf", "A", "Max", {})
    names = "scans.pdf", "a.pdf", "b.pdf"
    assert run("grade", *names, "--out", "results", "--roster", "class.csv") == 0
    error = capsys.readouterr().err
    assert "a.pdf:1:1: warning[second-form] scans.pdf page 1 is of the same pupil" in error
    assert error.count("[second-form]") == 1
