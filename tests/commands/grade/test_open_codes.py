"""Answers in codes that no rule judges: a person gives the points in the review page."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from support.commands import run
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import pages_of, sent

from quizgen.commands.grade.form_marking import judged
from quizgen.commands.grade.marking import AnswerState, MarkedAnswer
from quizgen.commands.grade.run import GradeRequest, GradeResult, grade
from quizgen.model.answer_code import Answer
from quizgen.model.item import Choice, GapFill, Match, Order
from quizgen.project.layout import find_project

TYPED: dict[str, Answer] = {"card": ("Ich <b>verbiete</b>",), "word": ("trade",), "length": ("9",)}
BLANK: dict[str, Answer] = dict.fromkeys(TYPED, ("",))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    build_page(tmp_path, ONE_OF_EACH, "key: none")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def code_of(root: Path, name: str) -> str:
    [page] = pages_of(root)
    given: list[Answer] = []
    for question in page.questions:
        match question.item.interaction:
            case Choice(options=options):
                given.append((False,) * len(options))
            case Match(premises=premises):
                given.append((0,) * len(premises))
            case Order(events=events):
                given.append((0,) * len(events))
            case GapFill(gaps=gaps):
                given.append(TYPED.get(question.item.name, ("",) * len(gaps)))
            case _:
                given.append(TYPED.get(question.item.name, ()))
    return sent(page, name, given)


def graded(root: Path, *names: str) -> GradeResult:
    text = "\n".join(code_of(root, name) for name in names)
    (root / "codes.txt").write_text(text, encoding="utf-8")
    scans = (root / "codes.txt",) if names else ()
    return grade(GradeRequest(root / "results", scans, project=find_project(root)))


def rows(root: Path) -> list[dict[str, str]]:
    with (root / "results/results.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["name"] != "key"]


def decide(root: Path, pages: dict[str, object]) -> GradeResult:
    text = json.dumps({"pages": pages})
    (root / "results/decisions.json").write_text(text, encoding="utf-8")
    return graded(root)


def test_open_answers_of_codes_are_on_the_review_page(project: Path) -> None:
    result = graded(project, "Ada", "Max")
    assert result.count_open == len(result.entries) == 4
    card = next(one for one in result.entries if "line 1" in one.title and len(one.details) == 3)
    assert dict(card.details) == {
        "Question": "Veto",
        "Right": "I forbid",
        "Typed": "Ich <b>verbiete</b>",
    }
    assert [value for value, _ in card.options] == ["0", "1", "2"]
    page = (project / "results/review.html").read_text("utf-8")
    assert "Ich &lt;b&gt;verbiete&lt;/b&gt;" in page
    decided = decide(project, {card.page: {"rows": {str(card.row): ["1"]}}})
    assert decided.count_open == 3
    ada, max_ = rows(project)
    assert (ada["card points"], max_["card points"]) == ("1", "")
    assert ada["card"] == "Ich <b>verbiete</b>"
    again = graded(project, "Ada", "Max")  # the same codes once more change nothing
    assert again.count_open == 3
    assert rows(project)[0]["card points"] == "1"


@pytest.mark.parametrize(
    ("given", "points"),
    [(["0.5"], "0.5"), (["1", "0.5"], "1.5"), (["0.5", "0"], "0.5"), (["2"], "2")],
)
def test_a_person_may_give_half_a_point(project: Path, given: list[str], points: str) -> None:
    [card, _] = graded(project, "Ada").entries
    assert card.has_half
    assert "and a half" in (project / "results/review.html").read_text("utf-8")
    assert decide(project, {card.page: {"rows": {str(card.row): given}}}).count_open == 1
    [ada] = rows(project)
    assert ada["card points"] == points
    assert float(ada["points"]) == 2 + float(points)  # with two typed answers that are right


TOO_MUCH = ["2", "0.5"], ["3"], ["1", "2"], ["1", "1"], ["0.5", "0.5"]
NO_POINTS: tuple[list[str], ...] = (["-1"], ["x"], [], ["²"], ["1.5"], ["0.50"], [""], ["1", "x"])


@pytest.mark.parametrize("given", [*TOO_MUCH, *NO_POINTS])
def test_points_that_cannot_be_leave_the_answer_open(project: Path, given: list[str]) -> None:
    [card, _] = graded(project, "Ada").entries
    result = decide(project, {card.page: {"rows": {str(card.row): given}}})
    assert result.count_open == 2


def test_a_decision_is_of_one_code_and_not_of_its_place(project: Path) -> None:
    [card, _] = graded(project, "Ada").entries
    (project / "results/codes.json").unlink()
    text = json.dumps({"pages": {card.page: {"rows": {str(card.row): ["2"]}}}})
    (project / "results/decisions.json").write_text(text, encoding="utf-8")
    assert graded(project, "Max").count_open == 2


def test_a_judged_answer_is_changed_by_no_decision() -> None:
    marked = MarkedAnswer(AnswerState.BLANK, {}, None)
    assert judged(marked, 2, ["1"]) is marked


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ({"word": ("“trade.”",)}, ""),
        ({"word": ("tirade",)}, "0"),
        ({"length": ("nine and a half",)}, ""),
        ({"length": ("9.5 km.",)}, ""),
        ({"length": ("12",)}, "0"),
        ({"gaps": ("Seoul!", "2023")}, ""),
        ({"gaps": ("Seoul", "2022")}, "1"),
    ],
)
def test_what_is_wrong_by_its_signs_alone_is_open_and_no_silent_0(
    project: Path, monkeypatch: pytest.MonkeyPatch, typed: dict[str, Answer], points: str
) -> None:
    monkeypatch.setitem(globals(), "TYPED", BLANK | typed)
    [name] = typed
    result = graded(project, "Ada")
    assert rows(project)[0][f"{name} points"] == points
    assert result.count_open == (2 if points == "" else 1)  # the essay is not in a code


def test_a_code_without_a_name_is_given_to_a_pupil(project: Path) -> None:
    (project / "class.csv").write_text("id,name\n007,Ada Lovelace\n", encoding="utf-8")
    result = graded(project, "")
    [whose] = [one for one in result.entries if one.row is None]
    assert whose.title.startswith("Whose code is this?")
    text = json.dumps({"pages": {whose.page: {"pupil": "ada lovelace"}}})
    (project / "results/decisions.json").write_text(text, encoding="utf-8")
    assert run("grade", "--out", "results", "--roster", "class.csv") == 0
    [row] = rows(project)
    assert (row["pupil"], row["name"]) == ("007", "Ada Lovelace")


def test_a_page_has_no_place_to_draw_and_a_blank_answer_is_blank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = ONE_OF_EACH.replace("answer: trade\n", "answer: trade\n  space: squares 4 cm\n")
    build_page(tmp_path, drawn, "key: none")
    monkeypatch.setitem(globals(), "TYPED", BLANK)
    assert graded(tmp_path, "Ada").count_open == 1  # the essay
    [ada] = rows(tmp_path)
    assert (ada["word"], ada["word points"]) == ("", "0")
