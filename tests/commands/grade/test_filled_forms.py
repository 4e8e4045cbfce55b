"""PDF forms that pupils have filled in become results, beside scans and codes."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from support.commands import run
from support.filled_forms import joined
from support.form_class import hand_in, made, rows, sheets

from quizgen.model.answer_code import Answer


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made(tmp_path))
    return tmp_path


def test_a_class_hands_in_both_forms(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong: dict[str, Answer] = {
        "word": ("war",),
        "card": ("I object",),
        "length": ("1",),
        "gaps": ("Seoul", ""),
    }
    sheet = hand_in(project, "a.pdf", "A", "Ada Lovelace", {})
    worth = {question.item.name: question.item.points for question in sheet.questions}
    hand_in(project, "b.pdf", "B", "Emmy", wrong)
    (project / "class.csv").write_text("id,name\n7,ada  lovelace\n8,Max\n", encoding="utf-8")
    assert run("grade", "a.pdf", "b.pdf", "--out", "results", "--roster", "class.csv") == 0
    output = capsys.readouterr()
    assert "there is no form of 'test' of pupil 8" in output.err
    assert "b.pdf:1:1" in output.err
    assert not {"Ada", "Emmy"} & set(output.err.replace(":", " ").split())
    assert "test (" in output.out
    assert "2 forms" in output.out
    ada, emmy = rows(project)
    assert (ada["pupil"], ada["name"], ada["form"]) == ("7", "ada lovelace", "A")
    assert (emmy["pupil"], emmy["form"], emmy["open"], ada["open"]) == ("Emmy", "B", "2", "1")
    for name in ("city", "partners", "truth", "word", "gaps", "length", "who", "steps", "years"):
        assert ada[f"{name} points"] == str(worth[name])
    assert [emmy[f"{name} points"] for name in ("word", "length", "gaps")] == ["0", "0", "1"]
    assert (emmy["card"], emmy["card points"]) == ("I object", "")
    assert (ada["why"], ada["why points"]) == ("Essay of\nAda Lovelace", "")
    assert [ada[name] for name in ("city", "who", "steps")] == [
        emmy[name] for name in ("city", "who", "steps")
    ]
    review = (project / "results/review.html").read_text(encoding="utf-8")
    for text in ("Essay of\nAda Lovelace", "I object"):
        assert f"<dt>Typed</dt><dd>{text}</dd>" in review
    for name in ("a.pdf", "b.pdf"):
        (project / name).unlink()
    assert run("grade", "--out", "results", "--roster", "class.csv") == 0
    assert rows(project) == [ada, emmy]


def test_points_for_open_answers_come_from_decisions(project: Path) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    hand_in(project, "b.pdf", "B", "", {})
    assert run("grade", "a.pdf", "b.pdf", "--out", "results") == 0
    [page] = json.loads((project / "results/forms.json").read_text(encoding="utf-8"))["forms"][:1]
    index = [q.item.name for q in sheets(project)["A"].questions].index("why")
    key = f"{page[0]}@{page[1][:12]}#1"
    assert key in (project / "results/review.html").read_text(encoding="utf-8")
    decide(project, {key: {"rows": {str(index): ["2"]}}})
    ada, nobody = rows(project)
    assert (ada["why points"], ada["open"], nobody["pupil"]) == ("2", "0", "")
    decide(project, {key: {"rows": {str(index): ["9"]}, "pupil": "Grace Hopper"}})
    assert [rows(project)[0][name] for name in ("why points", "pupil")] == ["", "Grace Hopper"]
    decide(project, {key: {"drop": True}})
    assert [row["pupil"] for row in rows(project)] == [""]


def decide(root: Path, pages: dict[str, object]) -> None:
    text = json.dumps({"pages": pages})
    (root / "results/decisions.json").write_text(text, encoding="utf-8")
    assert run("grade", "--out", "results") == 0


def test_a_form_of_another_build_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    topic = project / "question_bank/talks/people.yaml"
    text = topic.read_text(encoding="utf-8").replace("They met twice.", "They met often.")
    topic.write_text(text, encoding="utf-8")
    (project / "dist/talks/form-sheets.json").unlink()
    assert run("grade", "a.pdf", "--out", "results") == 1
    error = capsys.readouterr().err
    assert "a.pdf:1:1: warning[unreadable-form]" in error
    assert "another build" in error


def test_what_cannot_be_used_is_told_and_the_rest_is_graded(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(project, "good.pdf", "A", "Ada", {})
    good = (project / "good.pdf").read_bytes()
    with pikepdf.open(project / "good.pdf") as pdf:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
        pdf.save(project / "flat.pdf")
    with pikepdf.open(project / "good.pdf") as pdf:
        pdf.save(project / "locked.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
        pdf.save(project / "no-print.pdf", encryption=pikepdf.Encryption(user="", owner="y"))
    (project / "merged.pdf").write_bytes(joined([good, good]))
    (project / "text.pdf").write_text("no PDF", encoding="utf-8")
    names = "good.pdf", "flat.pdf", "locked.pdf", "merged.pdf", "text.pdf"
    assert run("grade", *names, "--out", "results") == 1
    error = capsys.readouterr().err
    for name in names[1:]:
        assert f"{name}:1:1: warning[unreadable-form]" in error
    assert "good.pdf" not in error
    assert "printed to PDF, or flattened" in error
    [ada] = rows(project)
    assert ada["pupil"] == "Ada"
    assert run("grade", "no-print.pdf", "--out", "again") == 0


def test_the_same_answers_count_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    hand_in(project, "copy.pdf", "A", "Ada", {})
    hand_in(project, "other.pdf", "A", "Ada", {"truth": (True, False)})
    assert run("grade", "a.pdf", "copy.pdf", "other.pdf", "--out", "results") == 0
    error = capsys.readouterr().err
    assert error.count("[second-form]") == 2
    assert len(rows(project)) == 2


def test_a_file_that_is_handed_in_anew_takes_the_place_of_the_first(project: Path) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {"truth": (True, False)})
    assert run("grade", "a.pdf", "--out", "results") == 0
    hand_in(project, "a.pdf", "A", "Ada", {})
    assert run("grade", "a.pdf", "--out", "results") == 0
    [ada] = rows(project)
    assert ada["truth points"] == "1"


def test_forms_and_scans_are_graded_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(made(tmp_path, "  answer_sheet: true\n"))
    (tmp_path / "class.csv").write_text("id,name\n7,Ada\n8,Max\n9,Grace\n", encoding="utf-8")
    assert run("sheets", "class.csv", "--out", "print") == 0
    with pikepdf.open(tmp_path / "print/test-answer-sheets.pdf") as pdf:
        scans = pikepdf.new()
        scans.pages.append(pdf.pages[1])
        scans.save(tmp_path / "scans.pdf")
    hand_in(tmp_path, "a.pdf", "A", "Ada", {})
    assert run("grade", "scans.pdf", "a.pdf", "--out", "results", "--roster", "class.csv") == 0
    error = capsys.readouterr().err
    missing = [line for line in error.splitlines() if "missing-pupil" in line]
    assert missing
    assert all("pupil 9" in line for line in missing if "there is no" in line)
    tables = sorted(path.name for path in (tmp_path / "results").glob("results-*.csv"))
    assert [row["pupil"] for row in rows(tmp_path)] == ["8", "7"]
    assert len(tables) == 2
    by_table = {name: [row["pupil"] for row in rows(tmp_path, name)] for name in tables}
    assert sorted(by_table.values()) == [["7"], ["8"]]


def test_two_decks_that_look_alike_and_differ_in_their_keys_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = made(tmp_path, "  seed: same\n")
    monkeypatch.chdir(project)
    hand_in(project, "a.pdf", "A", "Ada", {})
    deck = (project / "decks/talks.yaml").read_text(encoding="utf-8")
    changed = deck.replace("bank: talks", "bank: other")
    (project / "decks/other.yaml").write_text(changed, encoding="utf-8")
    before, after = (project / "question_bank" / name for name in ("talks", "other"))
    after.mkdir()
    for path in before.iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("id: talks", "id: other")
            text = text.replace("They met twice., answer: false", "They met twice., answer: true")
            (after / path.name).write_text(text, encoding="utf-8")
    assert run("grade", "a.pdf", "--out", "results") == 1
    assert "whose keys or points differ" in capsys.readouterr().err
