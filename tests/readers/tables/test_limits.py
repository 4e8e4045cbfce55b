"""What is beyond the limits of tables and lists is told, and what cells of Excel show comes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from support.brought import bring
from support.there_and_back import told

from quizgen.readers.tables import csv_grid, workbooks
from quizgen.readers.typed_lists import lines

ROWS = "Question,Answer\nOne?,Ulm\nTwo?,Rom\nThree?,Bern\n"


def _book(*rows: tuple[object, ...]) -> Workbook:
    book = Workbook()
    for row in (("Question", "Answer"), *rows):
        book.active.append(row)
    return book


def _saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_rows_behind_the_limit_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_grid, "MAX_ROWS", 3)
    monkeypatch.setattr(workbooks, "MAX_ROWS", 3)
    book = _saved(_book(("One?", "Ulm"), ("Two?", "Rom"), ("Three?", "Bern")))
    for name, content in (("a.csv", ROWS.encode()), ("b.xlsx", book)):
        got = bring(tmp_path, name, content)
        assert len(got.items) == 2
        assert "rows behind row 3" in got.losses["CUT"][0]
    assert not bring(tmp_path, "c.csv", ROWS[: ROWS.index("Three")]).losses


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    got = bring(tmp_path, "a.csv", ROWS.replace("Rom", '"Rom'))
    assert len(got.items) == 1
    assert got.losses == {"CUT": ["all behind a quotation mark that is never closed, from line 3"]}
    got = bring(
        tmp_path, "b.csv", ROWS.replace("Two?", '"Two\nor ""2""?"').replace("Bern", '"Bern"')
    )
    assert len(got.items) == 3
    assert not got.losses


def test_lines_behind_the_limit_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINES", 4)
    got = bring(tmp_path, "a.txt", "1. One?\nAnswer: Ulm\n2. Two?\nAnswer: Rom\n3. Three?\n")
    assert len(got.items) == 2
    assert got.losses == {"CUT": ["lines behind line 4"]}


def test_percentages_of_excel_come_as_they_are_shown(tmp_path: Path) -> None:
    book = _book(("Half?", 0.5), ("Little?", 0.07), ("Literal?", 50))
    sheet = book.active
    for cell, shape in (("B2", "0%"), ("B3", "0.0 %"), ("B4", '0"%"')):
        sheet[cell].number_format = shape
    got = bring(tmp_path, "a.xlsx", _saved(book))
    answers = [told(item) for item in got.items]
    assert "50%" in str(answers[0])
    assert "'7%'" in str(answers[1])
    assert "%" not in str(answers[2])
