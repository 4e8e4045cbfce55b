"""Pages become attempts, and attempts points, by the key as it is today."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from support.scanner.readings import doubtful, kept_of, page_of

from quizgen.commands.grade.attempts import PageDecisions, page_key
from quizgen.commands.grade.kept import Kept, Prints, kept_text, read_sheets
from quizgen.commands.grade.marking import AnswerState
from quizgen.commands.grade.outcome import SheetOutcome, count_open, outcomes
from quizgen.commands.grade.remarks import remarks
from quizgen.commands.grade.review_entries import entries
from quizgen.commands.grade.tables import answer_text, result_rows
from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.answer_sheets.reading_records import readings_of
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.roster import Pupil
from quizgen.reporting.concise import concise


@pytest.fixture
def prints(graded: Path) -> Prints:
    return read_sheets(graded / "dist" / "class" / "answer-sheets.json")


def told_of(
    found: list[SheetOutcome], kept: Kept, pupils: dict[str, Pupil], withdrawn: tuple[str, ...]
) -> list[Diagnostic]:
    report = Report()
    remarks(found, kept, pupils, withdrawn, report)
    return report.diagnostics


def only(prints: Prints) -> AnswerSheets:
    [sheets] = prints.values()
    return sheets


def graded_of(
    kept: Kept, decisions: dict[str, PageDecisions] | None = None, current: Prints | None = None
) -> SheetOutcome:
    [outcome] = outcomes(kept, decisions or {}, current or {}, ())
    return outcome


def changed(prints: Prints, name: str, **fields: object) -> Prints:
    """`prints` as a build after a change of the question `name` would have them."""
    sheets = only(prints)
    questions = tuple(
        replace(q, **fields) if q.name == name else q  # type: ignore[arg-type]
        for q in sheets.questions
    )
    return {"0": replace(sheets, questions=questions)}


def test_who_is_right_in_all_has_all_points_on_every_form(prints: Prints) -> None:
    sheets = only(prints)
    a, b = sheets.layouts
    kept = kept_of(
        prints, page_of(sheets, a, 1, "7"), page_of(sheets, b, 1, "8", source="other.pdf")
    )
    outcome = graded_of(kept)
    first, second = outcome.results
    assert first.points == second.points == sum(q.points for q in sheets.questions)
    texts = [
        [answer_text(outcome.questions[n], r.answers[n]) for n in sorted(r.answers)]
        for r in outcome.results
    ]
    assert texts[0] == texts[1]  # letters are those of the bank's own order
    assert {r.attempt.pupil for r in outcome.results} == {"7", "8"}


def test_a_corrected_key_counts_without_the_scans(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7", {"mc1": ("2",)}))
    before = graded_of(kept, current=prints).results[0]
    assert before.answers["mc1"].points == 0
    question = sheets.by_name["mc1"]
    # The author makes the second distractor the answer: in the bank, options change places.
    options = (question.options[2], question.options[0], *question.options[1:2], "Wrong 1c")
    today = changed(prints, "mc1", options=options, key=(0,))
    after = graded_of(kept, current=today).results[0]
    assert after.answers["mc1"].points == 1
    assert after.points == before.points + 1


def test_a_second_right_answer_may_be_either(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7", {"mc1": ("2",)}))
    today = changed(prints, "mc1", key=(0, 2))
    assert graded_of(kept, current=today).results[0].answers["mc1"].points == 1


def test_a_question_with_other_options_keeps_its_printed_key_and_is_named(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7"))
    today = changed(prints, "mc1", options=("New", "Wrong 1a", "Wrong 1b", "Wrong 1c"))
    outcome = graded_of(kept, current=today)
    assert outcome.results[0].answers["mc1"].points == 1
    names = [one.name for one in told_of([outcome], kept, {}, ())]
    assert names == ["changed-question"]


def test_a_withdrawn_question_counts_for_nobody(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7"))
    [outcome] = outcomes(kept, {}, prints, ("pairs",))
    assert "pairs" not in outcome.results[0].answers
    [unknown] = told_of([outcome], kept, {}, ("pears",))
    assert unknown.name == "unknown-withdrawal"
    assert "pairs" in (unknown.help or "")


def test_a_doubt_is_open_until_a_person_decides_and_never_zero(prints: Prints) -> None:
    sheets = only(prints)
    layout = sheets.layouts[0]
    rows = layout.pages[0].fields
    row = next(n for n, f in enumerate(rows) if f.question == "mc3")
    kept = kept_of(prints, doubtful(page_of(sheets, layout, 1, "7"), row))
    outcome = graded_of(kept)
    assert outcome.results[0].answers["mc3"].state is AnswerState.OPEN
    assert count_open([outcome]) == 1
    [entry] = entries([outcome], {})
    assert entry.row == row
    assert [name[:2] for _, name in entry.options] == ["A:", "B:", "C:", "D:"]
    decided = {"scan.pdf#1": PageDecisions({row: ("0",)})}
    outcome = graded_of(kept, decided)
    assert outcome.results[0].answers["mc3"].points == 1
    assert not list(entries([outcome], decided))


def test_an_essay_without_points_is_open(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7", {"essay": ()}))
    outcome = graded_of(kept)
    assert outcome.results[0].answers["essay"].state is AnswerState.OPEN
    [entry] = entries([outcome], {})
    assert entry.why == "no points given yet"
    decided = {"scan.pdf#1": PageDecisions({entry.row or 0: ()})}
    outcome = graded_of(kept, decided)
    assert count_open([outcome]) == 1
    [again] = entries([outcome], decided)
    assert again == entry
    assert again.crop


def test_files_of_one_name_are_told_apart_by_what_is_in_them(prints: Prints) -> None:
    sheets = only(prints)
    layout = sheets.layouts[0]
    monday = replace(page_of(sheets, layout, 1, "7", source="scan.png"), digest="a" * 64)
    tuesday = replace(page_of(sheets, layout, 1, "8", source="scan.png"), digest="b" * 64)
    kept = kept_of(prints, monday, tuesday, replace(monday, source="again.png"))
    kept = Kept(kept.prints, {p.place: p for p in readings_of(json.loads(kept_text(kept)))[0]})
    decided = {page_key(monday): PageDecisions(pupil="12")}
    assert [r.attempt.pupil for r in graded_of(kept, decided).results] == ["12", "8"]


def test_a_page_without_a_number_waits_for_a_person(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, ""))
    outcome = graded_of(kept)
    [entry] = entries([outcome], {})
    assert entry.row is None
    decided = {"scan.pdf#1": PageDecisions(pupil="12")}
    assert graded_of(kept, decided).results[0].attempt.pupil == "12"


def test_a_page_scanned_twice_counts_once_and_two_that_differ_are_named(prints: Prints) -> None:
    sheets = only(prints)
    layout = sheets.layouts[0]
    first = page_of(sheets, layout, 1, "7")
    same = page_of(sheets, layout, 1, "7", number=2)
    other = page_of(sheets, layout, 1, "7", {"mc1": ("1",)}, number=3)
    twice = kept_of(prints, first, same)
    [result] = graded_of(twice).results
    assert (result.attempt.pages[1].number, result.count_open) == (1, 0)
    [told] = told_of([graded_of(twice)], twice, {}, ())
    assert told.name == "repeated-page"
    assert told.span.source.path.name == "scan.pdf"
    assert told.message.startswith("page 2 ")
    assert told.message.endswith("scan.pdf page 1")
    dropped = graded_of(twice, {"scan.pdf#2": PageDecisions(is_dropped=True)})
    assert not told_of([dropped], twice, {}, ())
    kept = kept_of(prints, first, other)
    outcome = graded_of(kept)
    assert len(outcome.results) == 2
    [told] = told_of([outcome], kept, {}, ())
    assert told.name == "second-sheet"
    assert "page 1" in told.message
    assert "page 3" in told.message


def test_a_withdrawal_of_no_question_names_the_option_alone(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7"))
    told = told_of([graded_of(kept)], kept, {}, ("nosuch",))
    assert concise(told).startswith("--withdraw: warning[unknown-withdrawal] ")


def test_who_is_missing_or_not_in_the_list_is_named_by_number(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7"))
    pupils = {"8": Pupil("Ada Lovelace", "8")}
    told = {one.name: one.message for one in told_of([graded_of(kept)], kept, pupils, ())}
    assert sorted(told) == ["missing-pupil", "unknown-pupil"]
    assert "Ada" not in "".join(told.values())


def test_a_distractor_that_nobody_chose_is_named_with_its_line(prints: Prints) -> None:
    sheets = only(prints)
    pages = [
        page_of(sheets, sheets.layouts[0], 1, str(n), {"mc2": (str(n % 3),)}, number=n)
        for n in range(1, 13)
    ]
    kept = kept_of(prints, *pages)
    told = [one for one in told_of([graded_of(kept)], kept, {}, ()) if "'mc2'" in one.message]
    assert [one.message for one in told] == ["no pupil of 12 chose 'Wrong 2c' in 'mc2'"]
    assert told[0].span.source.path.as_posix() == "question_bank/graded/all.yaml"
    assert told[0].span.line == 13


def test_rows_have_the_name_of_the_class_list_and_the_points(prints: Prints) -> None:
    sheets = only(prints)
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7", {"mc1": ("1",)}))
    outcome = graded_of(kept)
    rows = result_rows(outcome.results, outcome.questions, {"7": Pupil("Ada Lovelace", "007")})
    row = dict(zip(rows[0], rows[2], strict=True))
    assert (row["pupil"], row["name"]) == ("007", "Ada Lovelace")
    assert (row["mc1"], row["mc1 points"]) == ("B", 0)
    most = sum(q.points for q in sheets.questions)
    assert (row["points"], row["out of"]) == (most - 1, most)


def test_the_number_has_a_row_for_each_digit(prints: Prints) -> None:
    for layout in only(prints).layouts:
        kinds = [f.kind for f in layout.pages[0].fields]
        assert kinds.count(FieldKind.PUPIL) == 4
