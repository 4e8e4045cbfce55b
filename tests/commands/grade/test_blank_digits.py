"""Digits with a blank place among them, and points that cannot be, wait for a person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.attempts import PageDecisions
from quizgen.commands.grade.kept import read_sheets
from quizgen.commands.grade.marking import AnswerState
from quizgen.commands.grade.outcome import SheetOutcome, outcomes
from quizgen.commands.grade.review_entries import Entry, entries
from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.answer_sheets.scoring import why_open

Decided = dict[str, PageDecisions]


@pytest.fixture
def sheets(graded: Path) -> AnswerSheets:
    [sheets] = read_sheets(graded / "dist" / "class" / "answer-sheets.json").values()
    return sheets


def read_with(
    sheets: AnswerSheets, question: str, digits: str, decided: Decided | None = None
) -> tuple[SheetOutcome, list[Entry]]:
    """What comes of a page with `digits`, a blank place for a space, in the rows of `question`.

    The pupil's number is that of no question.
    """
    layout = sheets.layouts[0]
    page = page_of(sheets, layout, 1, "7")
    rows = layout.pages[0].fields
    is_meant = [
        row.question == question and (bool(question) or row.kind is FieldKind.PUPIL) for row in rows
    ]
    filled = [
        one._replace(marked=(digits[place],) if digits[place : place + 1].strip() else ())
        if is_meant[one.field]
        else one
        for one in page.fields
        for place in [rows[one.field].part]
    ]
    kept = kept_of({layout.digest: sheets}, replace(page, fields=tuple(filled)))
    [outcome] = outcomes(kept, decided or {}, {}, ())
    return outcome, list(entries([outcome], decided or {}))


@pytest.mark.parametrize("digits", ["1 2 ", " 1 2", "1  2", "0 12"])
def test_a_pupils_number_with_a_gap_waits_for_a_person(sheets: AnswerSheets, digits: str) -> None:
    outcome, [entry] = read_with(sheets, "", digits)
    assert outcome.results[0].attempt.is_number_open
    assert entry.row is None
    decided = {"scan.pdf#1": PageDecisions(pupil="102")}
    outcome, left = read_with(sheets, "", digits, decided)
    assert (outcome.results[0].attempt.pupil, left) == ("102", [])


@pytest.mark.parametrize("digits", ["12", "  12", "0012", " 12", "12  "])
def test_blank_places_around_a_pupils_number_are_no_doubt(
    sheets: AnswerSheets, digits: str
) -> None:
    outcome, left = read_with(sheets, "", digits)
    assert (outcome.results[0].attempt.pupil, left) == ("12", [])


def test_a_number_with_a_gap_is_open_until_a_person_fills_it(sheets: AnswerSheets) -> None:
    outcome, found = read_with(sheets, "number", "1 2.5")
    assert outcome.results[0].answers["number"].state is AnswerState.OPEN
    assert {one.why for one in found} == {"a place inside the number is blank"}
    rows = {one.row: one.read for one in found if one.row is not None}
    still = {"scan.pdf#1": PageDecisions(rows)}
    assert len(read_with(sheets, "number", "1 2.5", still)[1]) == len(found)
    filled = dict(zip(rows, (tuple(c.strip()) for c in "12.5".ljust(len(rows))), strict=True))
    outcome, left = read_with(sheets, "number", "1 2.5", {"scan.pdf#1": PageDecisions(filled)})
    assert outcome.results[0].answers["number"].points == 1
    assert not left


@pytest.mark.parametrize(
    ("points", "digits", "why"),
    [
        (12, "07", ""),
        (12, " 7", ""),
        (12, "12", ""),
        (12, "13", "more than the 12 points of the question"),
        (12, "1 ", "the last digit of the points is blank"),
        (12, "  ", "no points given yet"),
        (120, "1 0", "a place inside the number is blank"),
        (4, "9", "more than the 4 points of the question"),
    ],
)
def test_points_that_cannot_be_are_open(points: int, digits: str, why: str) -> None:
    essay = GradedQuestion("q", AnswerKind.TEACHER, "Well?", points)
    marked = {part: tuple(one.strip()) for part, one in enumerate(digits)}
    assert why_open(essay, marked) == why


def test_points_beyond_those_of_the_question_are_not_counted(sheets: AnswerSheets) -> None:
    less = tuple(replace(q, points=3) if q.name == "essay" else q for q in sheets.questions)
    outcome, [entry] = read_with(replace(sheets, questions=less), "essay", "4")
    assert outcome.results[0].answers["essay"].state is AnswerState.OPEN
    assert entry.why == "more than the 3 points of the question"
