"""Files of results: those without results any more keep no points, and others stay."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest
from support.commands import run
from support.form_class import hand_in, made, rows

QUESTIONS = """\
- {id: city, type: multiple_choice, question: Where?, answer: Seoul, distractors: [Tokyo, Rome],
   reference: r}
- {id: truth, type: true_false, question: They met twice., answer: false, reference: r}
"""


def with_paper(root: Path) -> None:
    """Let Ada hand in a form, and Max a sheet of paper."""
    made(root, "  answer_sheet: true\n", QUESTIONS)
    (root / "class.csv").write_text("id,name\n7,Ada\n8,Max\n", encoding="utf-8")
    assert run("sheets", "class.csv", "--out", "print") == 0
    with pikepdf.open(root / "print/test-answer-sheets.pdf") as pdf:
        scans = pikepdf.new()
        scans.pages.append(pdf.pages[1])
        scans.save(root / "scans.pdf")
    hand_in(root, "a.pdf", "A", "Ada", {})


def test_files_of_a_worksheet_without_results_keep_no_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with_paper(tmp_path)
    assert run("grade", "scans.pdf", "a.pdf", "--out", "results", "--roster", "class.csv") == 0
    results = tmp_path / "results"
    tables = sorted(path.name for path in results.glob("results-*.csv"))
    assert len(tables) == 2
    assert len(list(results.glob("pupils-*.pdf"))) == 2
    (results / "results-monday.csv").write_text("mine", encoding="utf-8")
    [[source, digest, *_]] = json.loads((results / "forms.json").read_text("utf-8"))["forms"]
    decisions = {"pages": {f"{source}@{digest[:12]}#1": {"drop": True}}}
    (results / "decisions.json").write_text(json.dumps(decisions), encoding="utf-8")
    assert run("grade", "--out", "results", "--roster", "class.csv") == 0
    assert [row["pupil"] for row in rows(tmp_path)] == ["8"]
    assert (results / "results-monday.csv").read_text(encoding="utf-8") == "mine"
    for name in tables:
        assert len((results / name).read_text(encoding="utf-8-sig").splitlines()) == 1
    assert [path.name for path in results.glob("pupils*.pdf")] == ["pupils.pdf"]


def test_options_that_nobody_chose_in_forms_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(made(tmp_path, questions=QUESTIONS))
    for number in range(10):
        hand_in(tmp_path, f"{number}.pdf", "A", f"Pupil {number}", {})
    names = [f"{number}.pdf" for number in range(10)]
    assert run("grade", *names, "--out", "results") == 0
    error = capsys.readouterr().err
    assert "people.yaml:3:1" in error
    assert "no pupil of 10 chose 'Tokyo' in 'city'" in error


def test_pupils_get_their_results_on_the_paper_of_the_worksheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path, "  paper: Letter\n", QUESTIONS))
    hand_in(tmp_path, "a.pdf", "A", "Ada", {})
    assert run("grade", "a.pdf", "--out", "results") == 0
    content = (tmp_path / "results/pupils.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [float(edge) for edge in pdf.pages[0].MediaBox][2:] == [612, 792]


def test_tables_of_somebody_else_are_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    made(tmp_path, "", QUESTIONS)
    hand_in(tmp_path, "a.pdf", "A", "Ada", {})
    (tmp_path / "term").mkdir()
    (tmp_path / "term/Results.csv").write_text("name,grade\nAda,1\n", encoding="utf-8")
    capsys.readouterr()
    assert run("grade", "a.pdf", "--out", "term") == 2
    error = capsys.readouterr().err
    assert "Results.csv, which quizgen did not write" in error
    assert "--out results" in error
    assert [path.name for path in (tmp_path / "term").iterdir()] == ["Results.csv"]

    assert run("grade", "a.pdf", "--out", "results") == 0
    assert run("grade", "--out", "results") == 0, "its own files are replaced"

    (tmp_path / "results/readings.json").write_text("{", encoding="utf-8")
    assert run("grade", "a.pdf", "--out", "results") == 2
    assert "move it away" in capsys.readouterr().err
    (tmp_path / "results/readings.json").rename(tmp_path / "readings.json")
    assert run("grade", "a.pdf", "--out", "results") == 0, "what is advised is possible"
