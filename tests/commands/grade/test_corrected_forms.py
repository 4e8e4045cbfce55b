"""A key that is corrected in the bank, of every kind of question, marks filled-in forms anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.commands import run
from support.corrections import CORRECTIONS, MISFITS, correct
from support.form_class import BUILT, hand_in, made, rows

from quizgen import build


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose forms have been handed in and graded."""
    root = made(tmp_path_factory.mktemp("graded"))
    hand_in(root, "a.pdf", "A", "Ada", {})
    hand_in(root, "b.pdf", "B", "Emmy", {})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert run("grade", "a.pdf", "b.pdf", "--out", "results") == 0
    return root


@pytest.fixture
def root(graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(graded, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize("what", CORRECTIONS)
def test_a_corrected_key_counts_without_the_files(root: Path, what: str) -> None:
    name, before, after, points = CORRECTIONS[what]
    others = [one for one in rows(root)[0] if one.endswith(" points") and one != f"{name} points"]
    kept = [[row[one] for one in others] for row in rows(root)]
    for path in root.glob("*.pdf"):
        path.unlink()
    correct(root, before, after)
    assert run("grade", "--out", "results") == 0
    assert [row[f"{name} points"] for row in rows(root)] == [points, points]
    assert [[row[one] for one in others] for row in rows(root)] == kept
    assert run("grade", "--out", "results", "--withdraw", name) == 0
    assert [row.get(f"{name} points") for row in rows(root)] == [None, None]


def test_forms_of_an_earlier_build_have_the_keys_of_today(root: Path) -> None:
    chosen = "key", "several", "truth", "order", "timeline", "pairs", "number", "gaps", "accept"
    for what in chosen:
        correct(root, *CORRECTIONS[what][1:3])
    for _ in range(2):
        build(root, built=BUILT)
    assert (root / "dist/talks/form-sheets-earlier.jsonl").read_text(encoding="utf-8").count("\n")
    assert run("grade", "a.pdf", "b.pdf", "--out", "again") == 0
    (root / "results").rename(root / "first")
    (root / "again").rename(root / "results")
    for row in rows(root):
        for what in chosen:
            name, *_, points = CORRECTIONS[what]
            assert row[f"{name} points"] == points, what


@pytest.mark.parametrize("what", MISFITS)
def test_what_was_handed_out_otherwise_keeps_its_key_and_is_told(
    root: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(root)
    name, *change = MISFITS[what]
    correct(root, *change)
    assert run("grade", "--out", "results") == 0
    assert [row[f"{name} points"] for row in rows(root)] == [
        row[f"{name} points"] for row in before
    ]
    error = capsys.readouterr().err
    assert "[changed-question]" in error
    assert f"the question {name!r} has other options" in error


def test_a_question_that_is_gone_keeps_its_key_and_is_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(root)
    correct(root, "id: truth", "id: twice")
    assert run("grade", "--out", "results") == 0
    assert [row["truth points"] for row in rows(root)] == [row["truth points"] for row in before]
    error = capsys.readouterr().err
    assert "[printed-key]" in error
    assert "'truth'" in error


def test_results_stay_where_the_project_is_gone(
    root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(root)
    (root / "results").rename(tmp_path / "results")
    monkeypatch.chdir(tmp_path)
    assert run("grade", "--out", "results") == 0
    assert rows(tmp_path) == before
    assert "[printed-key]" in capsys.readouterr().err


def test_the_record_is_there_for_worksheets_filled_in_on_a_screen_alone(root: Path) -> None:
    deck = root / "decks/talks.yaml"
    text = deck.read_text(encoding="utf-8").replace("fillable: true", "answer_sheet: true")
    deck.with_name("paper.yaml").write_text(text, encoding="utf-8")
    build(root, built=BUILT)
    assert (root / "dist/talks/form-sheets.json").exists()
    assert not (root / "dist/paper/form-sheets.json").exists()
    assert not list(root.glob("dist/*/form-sheets-earlier.jsonl"))


def test_a_withdrawal_of_no_question_names_those_of_the_forms(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, *_ = CORRECTIONS["key"]
    assert run("grade", "--out", "results", "--withdraw", f"{name}x") == 0
    assert f"did you mean '{name}'?" in capsys.readouterr().err
