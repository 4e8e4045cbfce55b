"""Exams as people set them in Word: what stands out by style, keys and questions in tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from support.brought import Brought, bring, keys

WORDS = ("one", "two", "three")
KEY = {"1": "b", "2": "c"}


def word(tmp_path: Path, write: Callable[..., None]) -> Brought:
    """Import what `write` puts into a document."""
    document, content = Document(), io.BytesIO()
    write(document)
    document.save(content)
    return bring(tmp_path, "exam.docx", content.getvalue())


def _table(document, rows: Sequence[Sequence[str]]) -> None:  # type: ignore[no-untyped-def]
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _questions(document) -> None:  # type: ignore[no-untyped-def]
    for number in KEY:
        document.add_paragraph(f"{number}. What is number {number}?")
        for letter, text in zip("abc", WORDS, strict=True):
            document.add_paragraph(f"{letter}) {text}")


@pytest.mark.parametrize("look", ["highlight", "bold", "named style", "style of the paragraph"])
def test_a_mark_on_the_words_alone_is_enough(tmp_path: Path, look: str) -> None:
    def write(document) -> None:  # type: ignore[no-untyped-def]
        document.styles["Intense Quote"].font.bold = True
        document.add_paragraph("1. Which?")
        for letter, text in zip("abc", WORDS, strict=True):
            is_right = text == "two"
            style = "Intense Quote" if is_right and look == "style of the paragraph" else None
            paragraph = document.add_paragraph(f"{letter}) ", style=style)
            run = paragraph.add_run(text)
            if is_right and look == "highlight":
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            elif is_right and look == "bold":
                run.bold = True
            elif is_right and look == "named style":
                run.style = document.styles["Strong"]

    (item,) = word(tmp_path, write).items
    assert keys(item) == ["two"]


@pytest.mark.parametrize(
    "rows",
    [
        [("1", "b"), ("2", "c")],
        [("Question", "Answer"), ("1", "B"), ("2", "C")],
        [("1", "2"), ("b", "c")],
        [("1", "b", "2", "c")],
        [("No.", "Key", "No.", "Key"), ("1.", "b", "2.", "c")],
    ],
)
def test_an_answer_key_may_be_a_table(tmp_path: Path, rows: Sequence[Sequence[str]]) -> None:
    def write(document) -> None:  # type: ignore[no-untyped-def]
        _questions(document)
        document.add_paragraph("Answer key")
        _table(document, rows)

    got = word(tmp_path, write)
    assert [keys(item) for item in got.items] == [["two"], ["three"]]
    assert not got.diagnostics


def test_a_table_for_each_question_has_its_labels_in_cells(tmp_path: Path) -> None:
    def write(document) -> None:  # type: ignore[no-untyped-def]
        for number, right in (("1.", "B"), ("2.", "A")):
            _table(
                document,
                [(number, f"Which is {right}?"), ("A", "x"), ("B", "y"), ("Answer", right)],
            )

    got = word(tmp_path, write)
    assert [keys(item) for item in got.items] == [["y"], ["x"]]
    assert [item.stem.plain for item in got.items] == ["Which is B?", "Which is A?"]


def test_options_in_a_grid_keep_what_stands_out(tmp_path: Path) -> None:
    def write(document) -> None:  # type: ignore[no-untyped-def]
        document.add_paragraph("1. Which?")
        _table(document, [("A", "w", "B", "x"), ("C", "y", "D", "z")])
        cell = document.tables[0].cell(1, 1)
        cell.paragraphs[0].runs[0].bold = True

    (item,) = word(tmp_path, write).items
    assert keys(item) == ["y"]


@pytest.mark.parametrize("key", ["Key: 1b 2c", "Answer key\n1b, 2c", "Lösung: 1B; 2C"])
def test_a_key_may_have_nothing_between_number_and_letter(tmp_path: Path, key: str) -> None:
    lines = "".join(f"{n}. Number {n}?\na) one\nb) two\nc) three\n" for n in KEY)
    got = bring(tmp_path, "a.txt", f"{lines}\n{key}\n")
    assert [keys(item) for item in got.items] == [["two"], ["three"]]


@pytest.mark.parametrize(
    ("ask", "answer"), [("Q:", "A:"), ("Question:", "Answer:"), ("Frage:", "A:")]
)
def test_words_before_question_and_answer_are_no_part_of_them(
    tmp_path: Path, ask: str, answer: str
) -> None:
    text = "".join(f"{ask} What is {n}?\n{answer} number {n}\n\n" for n in ("one", "two"))
    got = bring(tmp_path, "a.txt", text)
    assert [item.stem.plain for item in got.items] == ["What is one?", "What is two?"]
