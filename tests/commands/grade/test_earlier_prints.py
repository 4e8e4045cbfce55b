"""Sheets printed before the last build, or by `quizgen sheets` without one, can be read."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.commands import run
from support.scanner.prints import DECK, QUESTIONS, graded_project
from support.scanner.readings import kept_of, page_of

import quizgen
from quizgen.commands.grade.kept import kept_text, read_sheets
from quizgen.commands.grade.outcome import outcomes
from quizgen.commands.grade.prints import joined, known_sheets, named_records
from quizgen.model.answer_sheets.earlier import earlier_sheets, earlier_text, with_layouts_of
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, FieldKind
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.records import AnswerSheets, Origin, sheets_text
from quizgen.model.diagnostics import Report
from quizgen.project.layout import Project


@pytest.fixture
def project(graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    shutil.copytree(graded, root)
    monkeypatch.chdir(root)
    return root


def only(root: Path) -> AnswerSheets:
    [sheets] = read_sheets(root / "dist/class/answer-sheets.json").values()
    return sheets


def codes(sheets: AnswerSheets) -> list[PageCode]:
    return [
        PageCode(one.digest, one.form, one.edition, 1, len(one.pages), "", one.places)
        for one in sheets.layouts
    ]


def readable(root: Path, printed: AnswerSheets) -> bool:
    """Whether every page of `printed` has its layout among the known ones, circle by circle."""
    _, known = known_sheets(Project(root), (), Report())
    found = [
        known[code.digest].layout_for(code) if code.digest in known else None
        for code in codes(printed)
    ]
    return [one and one.pages for one in found] == [one.pages for one in printed.layouts]


def test_a_build_after_printing_keeps_what_was_printed(project: Path) -> None:
    first = only(project)
    assert not (project / "dist/class/answer-sheets-earlier.jsonl").exists()
    for round_, word in enumerate(("Which", "What", "Say which"), 1):
        graded_project(project, QUESTIONS.replace("Which is number 1 ", f"{word} is number one "))
        assert readable(project, first)
        assert readable(project, only(project))
        lines = (project / "dist/class/answer-sheets-earlier.jsonl").read_text("utf-8").split("\n")
        assert len(lines) == round_ + 1
    graded_project(project, QUESTIONS)  # as it was: nothing new to keep but the last
    assert readable(project, first)
    assert only(project).layouts == first.layouts


def test_a_corrected_key_keeps_no_copy(project: Path) -> None:
    graded_project(project, QUESTIONS.replace("answer: 12.5", "answer: 13.5"))
    assert not (project / "dist/class/answer-sheets-earlier.jsonl").exists()


def test_other_paper_is_another_layout_of_the_same_digest(project: Path) -> None:
    first = only(project)
    graded_project(project, QUESTIONS, DECK.replace("forms: 2", "forms: 2\n  paper: letter"))
    second = only(project)
    assert [one.digest for one in second.layouts] == [one.digest for one in first.layouts]
    assert readable(project, first)
    assert readable(project, second)
    assert {one.places for one in first.layouts}.isdisjoint(one.places for one in second.layouts)


def test_earlier_paper_is_marked_by_the_key_of_today(project: Path) -> None:
    first = only(project)
    questions = QUESTIONS.replace("Right 1,", "Right one,").replace(
        "answer: Right 2\n  distractors: [Wrong 2a", "answer: Wrong 2a\n  distractors: [Right 2"
    )
    graded_project(
        project, questions + "\n- id: new\n  type: essay\n  question: Why?\n  answer: So."
    )
    current, known = known_sheets(Project(project), (), Report())
    digest = first.layouts[0].digest
    assert digest not in current
    kept = kept_of(
        {digest: known[digest]}, page_of(first, first.layouts[0], 1, "7", {"mc2": ("1",)})
    )
    [outcome] = outcomes(kept, {}, current, ())
    assert outcome.results[0].answers["mc2"].points == 1
    assert outcome.has_key


def test_named_sheets_of_texts_that_were_not_built_can_be_read(project: Path) -> None:
    bank = project / "question_bank/graded/all.yaml"
    text = bank.read_text("utf-8").replace("Which is number 1 ", "What is number one ")
    bank.write_text(text, encoding="utf-8")
    (project / "class.csv").write_text("id,name\n7,Ada\n8,Max\n", encoding="utf-8")
    built = only(project)
    assert run("sheets", "class.csv", "--out", "results") == 0
    path = project / "dist/class/answer-sheets-earlier.jsonl"
    [printed] = earlier_sheets(path.read_text("utf-8"))
    assert "Ada" not in path.read_text("utf-8")
    assert printed.layouts[0].digest != built.layouts[0].digest
    assert printed.origin == Origin("class", ("graded",))
    assert readable(project, printed)
    assert readable(project, built)
    before = path.read_bytes()
    assert run("sheets", "class.csv", "--out", "results") == 0
    assert path.read_bytes() == before


def test_named_sheets_are_set_as_those_of_the_build(project: Path) -> None:
    (project / "class.csv").write_text("id,name\n7,Ada\n8,Max\n", encoding="utf-8")
    assert run("sheets", "class.csv", "--out", "results") == 0
    assert not (project / "dist/class/answer-sheets-earlier.jsonl").exists()


def test_a_deck_that_is_gone_has_left_paper_and_no_keys(project: Path) -> None:
    first = only(project)
    (project / "decks/class.yaml").rename(project / "decks/renamed.yaml")
    current, _ = known_sheets(Project(project), (), Report())
    assert not current
    assert readable(project, first)


def test_a_named_file_says_what_was_printed_and_the_project_has_the_key(project: Path) -> None:
    shutil.copy(project / "dist/class/answer-sheets.json", project / "printed.json")
    graded_project(project, QUESTIONS.replace("answer: 12.5", "answer: 13.5"))
    named = named_records([project / "printed.json"], Report())
    current, _ = known_sheets(Project(project), named.paper, Report())
    [today] = current.values()
    assert str(today.by_name["number"].number) == "13.5"


def test_a_named_file_takes_no_other_deck_its_keys_of_today(project: Path) -> None:
    """Sheets of both decks are in one pile; only one deck was built elsewhere."""
    bank = project / "question_bank"
    shutil.copytree(bank / "graded", bank / "other")
    for path in (bank / "other").glob("*.yaml"):
        text = path.read_text("utf-8").replace("Which is", "What is").replace("12.5", "13.5")
        path.write_text(text.replace("id: graded", "id: other"), encoding="utf-8")
    deck = (project / "decks/class.yaml").read_text("utf-8").replace("bank: graded", "bank: other")
    (project / "decks/other.yaml").write_text(deck, encoding="utf-8")
    assert quizgen.build(project, built=1).files
    [of_other] = read_sheets(project / "dist/other/answer-sheets.json").values()
    shutil.copy(project / "dist/class/answer-sheets.json", project / "printed.json")
    named = named_records([project / "printed.json"], Report())
    current, _ = known_sheets(Project(project), named.paper, Report())
    assert str(current[of_other.layouts[0].digest].by_name["number"].number) == "13.5"
    assert str(current[only(project).layouts[0].digest].by_name["number"].number) == "12.5"


@pytest.mark.parametrize("content", ["{", "[]", "null", '{"format": 99}', "[" * 100_000])
def test_a_damaged_record_is_not_replaced(
    project: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    record = project / "dist/class/answer-sheets.json"
    record.write_text(content, encoding="utf-8")
    before = {path: path.read_bytes() for path in (project / "dist").rglob("*.*")}
    assert run("build") == 2
    error = " ".join(capsys.readouterr().err.split())
    assert "answer-sheets.json:1:1: error[unreadable-file] this file cannot be used: it" in error
    assert "put back a copy of it, or move it away" in error
    assert {path: path.read_bytes() for path in (project / "dist").rglob("*.*")} == before
    record.rename(project / "damaged.json")
    assert run("build") == 0
    assert only(project).questions


def moved(layout: AnswerSheetLayout, by: float) -> AnswerSheetLayout:
    """`layout` with all circles further down, and other names for what they stand for."""
    pages = tuple(
        page._replace(
            fields=tuple(
                f._replace(
                    question=f.question and f"old-{f.question}",
                    bubbles=tuple(
                        b._replace(y=round(b.y + by, 3), value=b.value if f.kind in DIGITS else "9")
                        for b in f.bubbles
                    ),
                )
                for f in page.fields
            )
        )
        for page in layout.pages
    )
    return replace(layout, pages=pages)


DIGITS = {FieldKind.DIGIT, FieldKind.POINTS, FieldKind.PUPIL}


def test_an_earlier_layout_of_the_same_text_means_what_today_means(graded: Path) -> None:
    sheets = only(graded)
    old = replace(sheets, layouts=tuple(moved(one, 6.0) for one in sheets.layouts))
    both = with_layouts_of(sheets, old)
    assert len(both.layouts) == 2 * len(sheets.layouts)
    for before, now in zip(old.layouts, sheets.layouts, strict=True):
        found = both.by_places[before.key, before.places]
        assert found == moved_only(now, 6.0)
    assert both.by_key == sheets.by_key
    [kept] = joined(joined({}, [sheets]), [old]).values()
    assert kept == both
    text = kept_text(kept_of({sheets.layouts[0].digest: both}))
    assert b"old-" not in text


def moved_only(layout: AnswerSheetLayout, by: float) -> AnswerSheetLayout:
    pages = tuple(
        page._replace(
            fields=tuple(
                f._replace(bubbles=tuple(b._replace(y=round(b.y + by, 3)) for b in f.bubbles))
                for f in page.fields
            )
        )
        for page in layout.pages
    )
    return replace(layout, pages=pages)


def test_a_layout_with_fewer_rows_of_a_question_is_left_out(graded: Path) -> None:
    sheets = only(graded)
    layout = sheets.layouts[0]
    fields = layout.pages[0].fields
    lacking = [f for f in fields if (f.question, f.part) != ("pairs", 1)]
    old = moved_only(replace(layout, pages=(layout.pages[0]._replace(fields=tuple(lacking)),)), 1)
    assert with_layouts_of(sheets, replace(sheets, layouts=(old,))).layouts == sheets.layouts


def test_a_damaged_line_hides_no_other(graded: Path) -> None:
    sheets = only(graded)
    text = earlier_text("<<<<<<< HEAD\n{}\n[1]\nnull", sheets_text(sheets), "")
    assert text is not None
    assert text.startswith("<<<<<<< HEAD\n")
    assert earlier_sheets(text) == [sheets]
    assert earlier_text(text, sheets_text(sheets), "damaged") is None
