"""A key that is corrected in the bank, of every kind of question, marks anew what was read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.scanner.prints import QUESTIONS, graded_project
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.kept import read_sheets
from quizgen.commands.grade.outcome import outcomes
from quizgen.commands.grade.prints import known_sheets
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Report
from quizgen.project.layout import Project

CORRECTIONS = {
    "mc1": (
        "answer: Right 1\n  distractors: [Wrong 1a,",
        "answer: Wrong 1a\n  distractors: [Right 1,",
    ),
    "mc2": (
        "answer: Right 2\n  distractors: [Wrong 2a,",
        "answer: [Right 2, Wrong 2a]\n  distractors: [",
    ),
    "mc13": (
        "answer: [Right 13, Also 13]\n  distractors: [",
        "answer: Right 13\n  distractors: [Also 13, ",
    ),
    "mc14": (
        "answer: [Right 14, Also 14]\n  distractors: [Wrong 14a,",
        "answer: [Right 14, Wrong 14a]\n  distractors: [Also 14,",
    ),
    "tf": ("answer: true", "answer: false"),
    "pairs": ("{Ant: six, Spider: eight, Cow: four}", "{Ant: eight, Spider: six, Cow: two}"),
    "number": ("answer: 12.5", "answer: 1234567.8"),
    "order": ("[one, two, three, four]", "[two, one, four, three]"),
}
DISTRACTORS = ("  distractors: [two]", "  distractors: [four]")
RIGHT_NOW = {
    "mc1": 0, "mc2": 1, "mc13": 0, "mc14": "1/6", "tf": 0, "pairs": 0, "number": 0, "order": 0,
}  # fmt: skip
"""Points by the corrected key for what was right by the printed one."""


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    shutil.copytree(graded, tmp_path / "project")
    return tmp_path / "project"


def only(root: Path) -> AnswerSheets:
    [sheets] = read_sheets(root / "dist/class/answer-sheets.json").values()
    return sheets


def corrected(name: str) -> str:
    before, after = CORRECTIONS[name]
    assert QUESTIONS.count(before) == 1
    questions = QUESTIONS.replace(before, after)
    return questions.replace(*DISTRACTORS) if name == "pairs" else questions


@pytest.mark.parametrize("name", CORRECTIONS)
@pytest.mark.parametrize("form", [0, 1])
def test_every_kind_is_marked_by_the_key_of_today(root: Path, name: str, form: int) -> None:
    printed = only(root)
    graded_project(root, corrected(name))
    current, known = known_sheets(Project(root), (), Report())
    digest = printed.layouts[0].digest
    page = page_of(printed, printed.layouts[form], 1, "7")
    [outcome] = outcomes(kept_of({digest: printed}, page), {}, current, ())
    assert not outcome.changed
    assert not outcome.gone
    answer = outcome.results[0].answers[name]
    assert answer.points is not None
    most = outcome.questions[name].points
    assert str(answer.points) == str(RIGHT_NOW[name])
    assert (
        outcome.results[0].points == sum(q.points for q in printed.questions) + answer.points - most
    )
    assert known[digest].layout_for(page.code) is not None


def test_a_number_of_another_unit_keeps_the_key_that_was_printed(root: Path) -> None:
    printed = only(root)
    graded_project(root, QUESTIONS.replace("answer: 12.5", "answer: 12500\n  unit: m"))
    current, _ = known_sheets(Project(root), (), Report())
    digest = printed.layouts[0].digest
    page = page_of(printed, printed.layouts[0], 1, "7")
    [outcome] = outcomes(kept_of({digest: printed}, page), {}, current, ())
    assert outcome.changed == ("number",)
    assert outcome.results[0].answers["number"].is_right
