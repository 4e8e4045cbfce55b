"""A folder of results over several runs: pages settled, prints added, keys corrected."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from support.scanner.readings import doubtful, kept_of, page_of

from quizgen.commands.grade.attempts import PageDecisions
from quizgen.commands.grade.decisions import settle
from quizgen.commands.grade.files import result_files
from quizgen.commands.grade.kept import (
    Kept,
    Prints,
    kept_text,
    read_decisions,
    read_kept,
    read_sheets,
)
from quizgen.commands.grade.origins import AmbiguousSheetsError
from quizgen.commands.grade.outcome import SheetOutcome, outcomes
from quizgen.commands.grade.pupils import by_code, with_codes
from quizgen.commands.grade.reading import ReadSoFar
from quizgen.commands.grade.remarks import printed_keys, remarks
from quizgen.commands.grade.review import review_page
from quizgen.commands.grade.review_entries import unread_entries
from quizgen.commands.grade.run import GradeError, GradeRequest, grade
from quizgen.commands.grade.tables import result_rows
from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil


@pytest.fixture
def sheets(graded: Path) -> AnswerSheets:
    [sheets] = read_sheets(graded / "dist" / "class" / "answer-sheets.json").values()
    return sheets


def of_digest(sheets: AnswerSheets, digest: str, worksheet: str = "test") -> AnswerSheets:
    layouts = tuple(replace(o, digest=digest, worksheet=worksheet) for o in sheets.layouts)
    names = {"shares": {worksheet: True}, "titles": {worksheet: "A test"}}
    return replace(sheets, layouts=layouts, **names)  # type: ignore[arg-type]


def prints_of(*sheets: AnswerSheets) -> Prints:
    return {one.layouts[0].digest: one for one in sheets}


def row_of(sheets: AnswerSheets, kind: FieldKind) -> int:
    rows = sheets.layouts[0].pages[0].fields
    return max(n for n, row in enumerate(rows) if row.kind is kind)


def test_a_second_print_leaves_no_file_that_is_not_of_this_run(
    sheets: AnswerSheets, tmp_path: Path
) -> None:
    names = [("00000001", "test"), ("00000002", "other"), ("00000003", "test")]
    printed = [of_digest(sheets, digest, name) for digest, name in names]
    seen: set[str] = set()
    for count in (1, 2, 3):
        pages = [
            page_of(one, one.layouts[0], 1, str(n), number=n)
            for n, one in enumerate(printed[:count], 1)
        ]
        kept = kept_of(prints_of(*printed[:count]), *pages)
        (tmp_path / "readings.json").write_bytes(kept_text(kept))
        grade(GradeRequest(tmp_path))
        files = {one.name for one in tmp_path.iterdir() if one.suffix in (".csv", ".pdf")}
        assert seen <= files | {"pupils.pdf"}
        seen = files
        for path in tmp_path.glob("*.csv"):
            text = path.read_text("utf-8-sig")
            assert count == 1 or path.name != "results.csv" or "mc1" not in text
        with (tmp_path / "results.csv").open(encoding="utf-8-sig", newline="") as file:
            pupils = [row["pupil"] for row in csv.DictReader(file) if row["name"] != "key"]
        assert pupils == [str(n) for n in range(1, count + 1)]
    assert "pupils.pdf" not in seen
    assert {"pupils-test.pdf", "pupils-other.pdf", "pupils-test-00000003.pdf"} <= seen


def unread(**fields: object) -> UnreadablePage:
    return replace_page(UnreadablePage("scan.pdf", 3, "it is torn", "a" * 64), fields)


def replace_page(page: UnreadablePage, fields: dict[str, object]) -> UnreadablePage:
    return page._replace(**fields)  # type: ignore[arg-type]


def test_an_unreadable_page_is_open_until_a_person_settles_it(
    sheets: AnswerSheets, tmp_path: Path
) -> None:
    kept = kept_of(prints_of(sheets), page_of(sheets, sheets.layouts[0], 1, "7"))
    kept.add_unreadable(unread())
    (tmp_path / "readings.json").write_bytes(kept_text(kept))
    result = grade(GradeRequest(tmp_path))
    assert len(result.unreadable) == 1
    [entry] = [one for one in result.entries if one.is_page]
    assert entry.page == "scan.pdf@aaaaaaaaaaaa#3"
    html = (tmp_path / "review.html").read_text("utf-8")
    assert 'data-row="drop"' in html
    assert "it is torn" in html
    decided = {"pages": {entry.page: {"drop": True}}}
    (tmp_path / "decisions.json").write_text(json.dumps(decided), encoding="utf-8")
    result = grade(GradeRequest(tmp_path))
    assert not result.unreadable
    assert not result.entries
    assert not [one for one in result.diagnostics if one.name == "unreadable-page"]
    assert read_decisions(tmp_path / "decisions.json")[entry.page].is_dropped


def test_a_named_page_that_is_scanned_again_is_open_no_more(sheets: AnswerSheets) -> None:
    page = page_of(sheets, sheets.layouts[0], 1, "")
    named = replace(page, code=page.code._replace(pupil="7"))
    kept = Kept(prints_of(sheets))
    kept.add_unreadable(unread(code=named.code.text))
    kept.add_unreadable(unread(number=4, code=page.code.text))
    kept.add_unreadable(unread(number=5))
    kept.add(named)
    kept.add(replace(page, number=2))
    # A sheet without a name has the code of all others: only a person knows whose it was.
    assert [one.number for one in kept.unreadable.values()] == [4, 5]
    kept.add_unreadable(unread(number=6, code=named.code.text))
    assert [one.number for one in kept.unreadable.values()] == [4, 5]
    settle(kept, {unread(number=4).key: PageDecisions(is_dropped=True)})
    assert [one.number for one in kept.unreadable.values()] == [5]


def test_what_could_not_be_read_is_kept_with_its_code(tmp_path: Path) -> None:
    kept = Kept()
    kept.add_unreadable(unread(code="QG1-x"))
    (tmp_path / "readings.json").write_bytes(kept_text(kept))
    assert list(read_kept(tmp_path).unreadable.values()) == [unread(code="QG1-x")]
    assert b"unread" in review_page(list(unread_entries([unread()])), lambda name: None) or True


def graded_of(kept: Kept, current: Prints, withdrawn: tuple[str, ...] = ()) -> SheetOutcome:
    [outcome] = outcomes(kept, {}, current, withdrawn)
    return outcome


def test_a_corrected_order_is_marked_anew(sheets: AnswerSheets) -> None:
    """The author's order was wrong: it is two, one, three, four."""
    question = sheets.by_name["order"]
    right = replace(question, parts=("two", "one", "three", "four"))
    today = replace(
        sheets, questions=tuple(right if q.name == "order" else q for q in sheets.questions)
    )
    page = page_of(sheets, sheets.layouts[0], 1, "7")  # by the printed key: all right
    rows = sheets.layouts[0].pages[0].fields
    marks = {0: "2", 1: "1", 2: "3", 3: "4"}
    as_today = replace(
        page,
        number=2,
        fields=tuple(
            f._replace(marked=(marks[rows[f.field].part],))
            if rows[f.field].question == "order"
            else f
            for f in page.fields
        ),
    )
    kept = kept_of(prints_of(sheets), page, as_today)
    before = graded_of(kept, prints_of(sheets))
    assert [r.answers["order"].points for r in before.results] == [4, 2]
    after = graded_of(kept, prints_of(today))
    assert not after.changed
    assert [r.answers["order"].points for r in after.results] == [2, 4]
    key = result_rows(after.results, after.questions, {})[1]
    assert "2 1 3 4" in key


def test_questions_without_a_key_of_today_are_told(sheets: AnswerSheets) -> None:
    kept = kept_of(prints_of(sheets), page_of(sheets, sheets.layouts[0], 1, "7"))
    fewer = replace(sheets, questions=tuple(q for q in sheets.questions if q.name != "mc3"))
    for current, words in ((prints_of(fewer), "'mc3'"), ({}, "no build of the deck class")):
        report = Report()
        printed_keys([graded_of(kept, current)], report)
        [told] = report.diagnostics
        assert told.name == "printed-key"
        assert words in told.message
    report = Report()
    printed_keys([graded_of(kept, prints_of(sheets))], report)
    printed_keys([graded_of(kept, prints_of(fewer), ("mc3",))], report)
    assert not report.diagnostics


def test_a_number_in_doubt_gives_no_pupil_anything(sheets: AnswerSheets) -> None:
    page = doubtful(page_of(sheets, sheets.layouts[0], 1, "7"), row_of(sheets, FieldKind.PUPIL))
    kept = kept_of(prints_of(sheets), page)
    outcome = graded_of(kept, prints_of(sheets))
    pupils = by_code([Pupil("Ada Lovelace", "7")])
    [head, _, row] = result_rows(outcome.results, outcome.questions, pupils)
    cells = dict(zip(head, row, strict=True))
    assert (cells["pupil"], cells["name"]) == ("", "")
    assert "perhaps 7" in str(cells["notes"])
    report = Report()
    remarks([outcome], kept, pupils, (), report)
    assert [one.name for one in report.diagnostics] == ["missing-pupil"]
    assert result_files([outcome], pupils)["pupils.pdf"]


def test_percent_is_of_what_is_certain(sheets: AnswerSheets) -> None:
    layout = sheets.layouts[0]
    whole = page_of(sheets, layout, 1, "7")
    rows = layout.pages[0].fields
    row = next(n for n, f in enumerate(rows) if f.question == "mc3")
    outcome = graded_of(
        kept_of(prints_of(sheets), whole, doubtful(replace(whole, number=2), row)),
        prints_of(sheets),
    )
    head, _, first, second = result_rows(outcome.results, outcome.questions, {})
    percent = head.index("percent")
    assert (first[percent], second[percent]) == (100, None)


@pytest.mark.parametrize("typed", ["7", "007", " 0007", "ada  lovelace", "Ada Lovelace"])
def test_a_person_types_the_number_or_the_name(typed: str) -> None:
    pupils = by_code([Pupil("Ada Lovelace", "007"), Pupil("Max", "8")])
    decided = with_codes({"x": PageDecisions(pupil=typed.strip())}, pupils)
    assert decided["x"].pupil == "7"


def test_a_name_that_two_pupils_have_is_left_as_it_was_typed() -> None:
    pupils = by_code([Pupil("Ada", "7"), Pupil("Ada", "8")])
    assert with_codes({"x": PageDecisions(pupil="Ada")}, pupils)["x"].pupil == "Ada"
    assert with_codes({"x": PageDecisions(pupil="Ada B.")}, pupils)["x"].pupil == "Ada B."


def test_a_pupil_of_a_list_without_ids_is_known_by_name() -> None:
    pupils = by_code([Pupil("Ada Lovelace"), Pupil("Max")])
    code = with_codes({"x": PageDecisions(pupil="Max")}, pupils)["x"].pupil
    assert code in pupils
    assert pupils[code].name == "Max"


def test_rows_of_one_number_say_so(sheets: AnswerSheets) -> None:
    layout = sheets.layouts[0]
    pages = [
        page_of(sheets, layout, 1, "7"),
        page_of(sheets, layout, 1, "7", {"mc1": ("1",)}, number=2),
        page_of(sheets, layout, 1, "8", number=3),
        page_of(sheets, layout, 1, "", number=4),
        page_of(sheets, layout, 1, "", number=5),
    ]
    outcome = graded_of(kept_of(prints_of(sheets), *pages), prints_of(sheets))
    head, _, *rows = result_rows(outcome.results, outcome.questions, {})
    notes = [str(row[head.index("notes")]) for row in rows]
    assert ["2 sheets have this number" in one for one in notes] == [True, True, *[False] * 3]


def test_pages_that_were_read_are_kept_where_the_key_is_ambiguous(
    sheets: AnswerSheets, graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five minutes of reading are not lost by a question that a person has to answer first."""
    from quizgen.commands.grade import run

    page = page_of(sheets, sheets.layouts[0], 1, "7")

    def read_scans(
        scans: object, jobs: object, known: Prints, read: ReadSoFar, show: object
    ) -> None:
        read.kept.prints.update(known)
        read.kept.add(page)
        read.crops["crops/x.png"] = b"picture"
        read.count = 1

    def ambiguous(*_: object) -> None:
        raise AmbiguousSheetsError("which?")

    monkeypatch.setattr(run, "read_scans", read_scans)
    monkeypatch.setattr(run, "outcomes", ambiguous)
    file = graded / "dist/class/answer-sheets.json"
    (tmp_path / "x.pdf").touch()
    with pytest.raises(GradeError, match=r"which\?"):
        grade(GradeRequest(tmp_path / "out", (tmp_path / "x.pdf",), sheets=(file,)))
    assert list(read_kept(tmp_path / "out").readings.values()) == [page]
    assert (tmp_path / "out/crops/x.png").read_bytes() == b"picture"
