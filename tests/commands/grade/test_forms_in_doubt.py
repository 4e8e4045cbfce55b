"""What a form does not say for certain is open, and a person sees what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import run
from support.filled_forms import filled, with_pikepdf, without_looks
from support.form_class import hand_in, made, right_answer, rows, sheets


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made(tmp_path))
    return tmp_path


def test_buttons_that_do_not_look_chosen_are_open(project: Path) -> None:
    sheet = sheets(project)["A"]
    answers = {q.item.name: right_answer(q) for q in sheet.questions}
    content = (project / "dist/talks/test-A.pdf").read_bytes()
    values = filled(sheet, answers, name="Ada")
    (project / "a.pdf").write_bytes(without_looks(with_pikepdf(content, values)))
    assert run("grade", "a.pdf", "--out", "results") == 0
    [ada] = rows(project)
    for name in ("city", "partners", "truth"):
        assert (ada[name], ada[f"{name} points"]) == ("open", "")
    assert ada["steps points"] != "0"
    assert ada["notes"] == "a.pdf 1"
    review = (project / "results/review.html").read_text(encoding="utf-8")
    assert "several buttons are chosen, or some are and do not look so" in review
    for what, text in (("Right", "Seoul"), ("Chosen", "Seoul"), ("Chosen", "Japan; South Korea")):
        assert f"<dt>{what}</dt><dd>{text}</dd>" in review


DRAWN = """\
- id: map
  type: essay
  question: Draw the border.
  answer: It follows the river.
  space: squares 4 cm
  reference: r
- {id: truth, type: true_false, question: They met twice., answer: false, reference: r}
"""


def test_a_drawing_is_on_no_screen_and_stays_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path, questions=DRAWN))
    hand_in(tmp_path, "a.pdf", "A", "", {})
    assert run("grade", "a.pdf", "--out", "results") == 0
    [row] = rows(tmp_path)
    assert (row["map points"], row["truth points"], row["open"]) == ("", "1", "1")
    assert row["notes"] == "no name; a.pdf 1"
    review = (tmp_path / "results/review.html").read_text(encoding="utf-8")
    assert "the answer is not in the form: see the paper" in review


def test_notes_on_forms_speak_of_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made(tmp_path, questions=DRAWN))
    hand_in(tmp_path, "a.pdf", "A", "Ada", {})
    hand_in(tmp_path, "b.pdf", "A", "Ada", {"truth": (True, False)})
    assert run("grade", "a.pdf", "b.pdf", "--out", "results") == 0
    assert [row["notes"] for row in rows(tmp_path)] == [
        "2 forms have this name; a.pdf 1",
        "2 forms have this name; b.pdf 1",
    ]


@pytest.mark.parametrize(
    ("before", "after"), [('"name": "Ada"', '"name": null'), ('"a.pdf"', "5"), ('"A"', "null")]
)
def test_forms_that_were_kept_and_are_no_texts_are_damaged(
    tmp_path: Path,
    before: str,
    after: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(made(tmp_path, questions=DRAWN))
    hand_in(tmp_path, "a.pdf", "A", "Ada", {})
    assert run("grade", "a.pdf", "--out", "results") == 0
    kept = tmp_path / "results/forms.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    capsys.readouterr()
    assert run("grade", "--out", "results") == 2
    assert "forms.json is damaged" in capsys.readouterr().err
