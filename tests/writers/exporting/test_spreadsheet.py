"""Tables: what stands in their cells, what no spreadsheet computes, and what is lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from support import write_project
from support.building import reported

from quizgen.commands.build.build import build
from quizgen.readers.tables.workbooks import read_xlsx
from quizgen.writers.exporting.files.csv_file import csv_bytes

DECK = "bank: talks\nexports: [{format: csv}, {format: xlsx}]\n"
DANGEROUS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "'=1", "＝1+1", '=HYPERLINK("x")']


def _tables(root: Path, question: str) -> tuple[dict[str, str], dict[str, Any], set[str]]:
    """The row of the question by its headings, as CSV and for Excel, and the losses."""
    result = build(write_project(root, f"- id: q\n  reference: r\n{question}", deck=DECK), built=1)
    losses = {
        message.removeprefix("in csv.csv, ").split(" is lost")[0]
        for name, _, _, message in reported(result)
        if name == "export-loss" and "csv.csv" in message
    }
    text = (root / "dist/talks/csv.csv").read_bytes().decode("utf-8-sig")
    heads, row = csv.reader(io.StringIO(text, newline=""))
    sheet = load_workbook(root / "dist/talks/xlsx.xlsx").active
    assert sheet is not None
    cells = {head.value: cell.value or "" for head, cell in zip(sheet[1], sheet[2], strict=True)}
    return dict(zip(heads, row, strict=True)), cells, losses


@pytest.mark.parametrize(
    ("question", "expected", "lost"),
    [
        (
            "  type: multiple_choice\n  question: Where?\n  answer: {text: Seoul, rationale: yes}\n"
            "  distractors: [Tokyo]\n",
            {"Answer": "Seoul", "Wrong 1": "Tokyo", "Wrong 2": "", "Why right": "yes"},
            set(),
        ),
        (
            "  type: numeric\n  question: How far?\n  answer: 4.50\n  tolerance: 0.5\n  unit: km\n",
            {"Answer": "4.50", "Tolerance": "0.5", "Measured in": "km"},
            set(),
        ),
        (
            "  type: timeline\n  question: Sort.\n  events: [{date: 1945, event: a},"
            " {date: 1950, event: b}, {date: 1960, event: c}]\n",
            {"Type": "timeline", "Answer": "1. 1945: a\n2. 1950: b\n3. 1960: c", "Points": "3"},
            set(),
        ),
        (
            "  type: cloze\n  text: 'In {{c1::Seoul::city}} and {{c2::Rome}}.'\n",
            {"Question": "In {{c1::Seoul::city}} and {{c2::Rome}}.", "Answer": "Seoul\nRome"},
            set(),
        ),
        (
            "  type: essay\n  question: Why?\n  answer: So.\n  rubric: {reason: 2}\n",
            {"Answer": "So.", "Rubric": "2: reason"},
            set(),
        ),
        (
            "  type: short_answer\n  question: '*Who* came?'\n  answer: Kim\n  case: exact\n",
            {"Question": "Who came?", "Answer": "Kim", "Capitals": "exact"},
            {"the style of its texts"},
        ),
    ],
)
def test_a_row_has_what_the_question_says(
    tmp_path: Path, question: str, expected: dict[str, str], lost: set[str]
) -> None:
    as_csv, as_workbook, losses = _tables(tmp_path, question)
    assert {head: as_csv[head] for head in expected} == expected
    assert {head: as_workbook[head] for head in expected} == expected
    assert losses == lost


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_csv_is_computed(text: str) -> None:
    (cell,) = next(csv.reader(io.StringIO(csv_bytes([[text]]).decode("utf-8-sig"), newline="")))
    assert cell == f"'{text}"


def test_numbers_stay_numbers_and_lines_end_as_excel_wants() -> None:
    content = csv_bytes([["-5", "+1,5", "-0.25"], ["é\nb"]])
    assert content == b'\xef\xbb\xbf-5,"+1,5",-0.25\r\n"\xc3\xa9\nb"\r\n'


def test_no_cell_of_a_workbook_is_computed(tmp_path: Path) -> None:
    answer = '=HYPERLINK("http://x.org","y")'
    _, _, _ = _tables(tmp_path, f"  type: flashcard\n  front: '=1+1'\n  back: '{answer}'\n")
    sheet = load_workbook(tmp_path / "dist/talks/xlsx.xlsx").active
    assert sheet is not None
    kinds = {cell.data_type for row in sheet for cell in row if cell.value}
    assert kinds == {"s"}
    assert answer in {cell.value for cell in sheet[2]}


def test_codes_and_characters_that_a_workbook_cannot_hold(tmp_path: Path) -> None:
    as_csv, cells, _ = _tables(tmp_path, "  type: flashcard\n  front: a_x0041_ b\n  back: c\n")
    assert as_csv["Question"] == "a_x0041_ b"
    assert cells["Question"] == "a_x005F_x0041_ b"  # openpyxl shows the code, Excel the sign
    (table,) = read_xlsx((tmp_path / "dist/talks/xlsx.xlsx").read_bytes(), tmp_path)
    assert "a_x0041_ b" in table.rows[1].cells


def test_the_same_bank_gives_the_same_bytes(tmp_path: Path) -> None:
    question = "  type: flashcard\n  front: a\n  back: b\n"
    _tables(tmp_path / "a", question)
    _tables(tmp_path / "b", question)
    for name in ("csv.csv", "xlsx.xlsx"):
        files = [tmp_path / one / "dist/talks" / name for one in "ab"]
        assert files[0].read_bytes() == files[1].read_bytes()


def test_a_table_from_the_right_runs_from_the_right(tmp_path: Path) -> None:
    source = "- {id: q, reference: r, type: flashcard, front: א, back: ב}"
    build(write_project(tmp_path, source, deck=DECK, bank="language: he\n"), built=1)
    sheet = load_workbook(tmp_path / "dist/talks/xlsx.xlsx").active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
