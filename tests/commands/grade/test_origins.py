"""Keys and points come from the deck that was printed, whatever other decks have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.kept import Prints, read_sheets
from quizgen.commands.grade.origins import AmbiguousSheetsError
from quizgen.commands.grade.outcome import outcomes
from quizgen.commands.grade.run import GradeError, GradeRequest, grade
from quizgen.model.answer_sheets.records import UNKNOWN, AnswerSheets, Origin, sheets_text

ELSEWHERE = Origin("other", ("elsewhere",))


@pytest.fixture
def printed(graded: Path) -> AnswerSheets:
    [sheets] = read_sheets(graded / "dist" / "class" / "answer-sheets.json").values()
    return sheets


def other_deck(sheets: AnswerSheets, digest: str, origin: Origin) -> AnswerSheets:
    """Sheets of another deck: the same names of questions and of the worksheet, and other keys."""
    questions = tuple(
        replace(q, points=9, key=(1,)) if q.name == "mc1" else q for q in sheets.questions
    )
    layouts = tuple(replace(layout, digest=digest) for layout in sheets.layouts)
    return replace(
        sheets, layouts=layouts, questions=questions, shares={"test": False}, origin=origin
    )


def points(printed: AnswerSheets, current: Prints) -> tuple[object, object]:
    """The points for a right `mc1` and for a half right `mc13`."""
    page = page_of(printed, printed.layouts[0], 1, "7", {"mc13": ("0",)})
    kept = kept_of({printed.layouts[0].digest: printed}, page)
    [outcome] = outcomes(kept, {}, current, ())
    answers = outcome.results[0].answers
    return answers["mc1"].points, answers["mc13"].points


def test_a_build_says_what_its_sheets_come_from(printed: AnswerSheets) -> None:
    assert printed.origin == Origin("class", ("graded",))


def test_keys_points_and_shares_of_another_deck_do_not_count(printed: AnswerSheets) -> None:
    digest = printed.layouts[0].digest
    alone = points(printed, {digest: printed})
    other = other_deck(printed, "0", ELSEWHERE)
    assert points(printed, {digest: printed, "0": other}) == alone
    assert points(printed, {"0": other, digest: printed}) == alone
    assert points(printed, {"0": other}) == alone
    same_name = other_deck(printed, "0", Origin("class", ("elsewhere",)))
    assert points(printed, {"0": same_name}) == alone


def test_another_deck_of_the_same_bank_does_not_count_either(printed: AnswerSheets) -> None:
    digest = printed.layouts[0].digest
    alone = points(printed, {digest: printed})
    other = other_deck(printed, "0", Origin("other", ("graded",)))
    assert points(printed, {digest: printed, "0": other}) == alone


def test_a_renamed_deck_has_the_keys_of_today(printed: AnswerSheets) -> None:
    renamed = other_deck(printed, "0", Origin("renamed", ("graded",)))
    assert points(printed, {"0": renamed}) == (0, 0)


def test_where_two_decks_could_have_the_keys_it_is_an_error(printed: AnswerSheets) -> None:
    one = other_deck(printed, "0", Origin("one", ("graded",)))
    two = other_deck(printed, "1", Origin("two", ("graded",)))
    with pytest.raises(AmbiguousSheetsError, match=r"one, two"):
        points(printed, {"0": one, "1": two})
    with pytest.raises(AmbiguousSheetsError, match=r"one, two"):
        points(replace(printed, origin=UNKNOWN), {"0": one, "1": two})


def test_two_decks_that_look_alike_and_differ_in_keys_are_an_error(
    printed: AnswerSheets, tmp_path: Path
) -> None:
    files = []
    other = other_deck(printed, printed.layouts[0].digest, ELSEWHERE)
    for name, sheets in (("a", printed), ("b", other)):
        files.append(tmp_path / f"{name}.json")
        files[-1].write_text(sheets_text(sheets), encoding="utf-8")
    with pytest.raises(GradeError, match="looks like that of 'class'"):
        grade(GradeRequest(tmp_path / "results", sheets=tuple(files)))
