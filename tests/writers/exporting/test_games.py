"""Tables for quiz programs, Quizlet and Blackboard: their shapes, and what is left out."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support import load_bank, write_project
from support.building import reported

from quizgen.commands.build.build import build
from quizgen.commands.importing import import_file
from quizgen.model.item import Choice, TextEntry

CHOICES = """
- id: a
  reference: r
  type: multiple_choice
  question: Where?
  answer: Seoul
  distractors: [Tokyo, =1+1, Canberra, Rome]
- {id: b, reference: r, type: true_false, question: It rains., answer: false}
"""
TYPED = """
- {id: c, reference: r, type: short_answer, question: Who?, answer: Kim, accept: [Gim]}
- {id: d, reference: r, type: short_answer, question: When?, answer: Today}
- {id: e, reference: r, type: essay, question: Why?, answer: So.}
"""
GAMES = ["kahoot", "blooket", "gimkit", "wayground"]


def _exported(root: Path, source: str, format: str) -> tuple[Path, list[tuple[str, str]]]:
    """The file, and the losses: the line of the question, and the message."""
    deck = f"bank: talks\nexports: {{format: {format}, name: x}}\n"
    result = build(write_project(root, source, deck=deck), built=1)
    (file,) = (root / "dist/talks").glob("x.*")
    losses = [
        (re.split(" is lost| are lost", message.split(", ", 1)[1])[0], message.split(" lost: ")[1])
        for name, _, _, message in reported(result)
        if name == "export-loss"
    ]
    return file, losses


def _rows(file: Path) -> list[list[str]]:
    if file.suffix == ".csv":
        text = file.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))
    sheet = load_workbook(file).active
    assert sheet is not None
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("format", GAMES)
def test_an_import_gives_the_same_choices(tmp_path: Path, format: str) -> None:
    file, _ = _exported(tmp_path / "a", CHOICES + TYPED, format)
    result = import_file(file, tmp_path / "b", "talks")
    assert not result.left_out, [d.message for d in result.left_out]
    bank, _ = load_bank(tmp_path / "b/question_bank/talks")
    items = {item.stem.plain: item.interaction for item in bank.items}
    where, rains = items["Where?"], items["It rains."]
    assert isinstance(where, Choice)
    assert [option.text.plain for option in where.keys] == ["Seoul"]
    most = 5 if format == "wayground" else 4
    assert len(where.options) == most
    assert {option.text.plain for option in where.options} <= {
        *("Seoul", "Tokyo", "=1+1", "Canberra", "Rome")
    }
    assert isinstance(rains, Choice)
    assert [option.text.plain for option in rains.keys] == ["False"]
    who = items["Who?"]
    if format == "wayground":
        assert isinstance(who, TextEntry)
        assert [text.plain for text in (who.answer, *who.accepted)] == ["Kim", "Gim"]
    else:
        assert isinstance(who, Choice)
        assert [option.text.plain for option in who.keys] == ["Kim"]
        assert {option.text.plain for option in who.options} == {"Kim", "Today"}
    assert "Why?" not in items


@pytest.mark.parametrize("format", GAMES)
def test_whatever_does_not_fit_is_told(tmp_path: Path, format: str) -> None:
    _, losses = _exported(tmp_path, CHOICES + TYPED, format)
    whats = [what for what, _ in losses]
    assert whats.count("the question") == 1  # the essay
    assert ("an option" in whats) == (format != "wayground")
    assert ("the answer from memory" in whats) == (format != "wayground")
    assert ("what explains the answer" in whats) == (format != "wayground")


def test_kahoots_lengths_leave_a_question_out(tmp_path: Path) -> None:
    long = f"- {{id: l, reference: r, type: true_false, question: '{'x' * 121}', answer: true}}\n"
    file, losses = _exported(tmp_path, long + CHOICES, "kahoot")
    assert ("the question", "Kahoot takes 120 characters, it has 121") in losses
    rows = _rows(file)
    assert rows[7][1].startswith("Question - max 120")
    assert rows[8][1] == "Where?"
    assert rows[8][int(rows[8][7]) + 1] == "Seoul"


def test_the_first_rows_are_those_of_the_templates(tmp_path: Path) -> None:
    blooket = _rows(_exported(tmp_path / "b", CHOICES, "blooket")[0])
    assert blooket[0][0] == "Blooket\nImport Template"
    assert blooket[1][1:3] == ["Question Text", "Answer 1"]
    gimkit = _rows(_exported(tmp_path / "g", CHOICES, "gimkit")[0])
    assert gimkit[0][0] == "Gimkit Spreadsheet Import Template"
    assert gimkit[2][:2] == ["Where?", "Seoul"]
    assert "'=1+1" in gimkit[2]


def test_quizlet_gets_a_card_a_line(tmp_path: Path) -> None:
    source = (
        "- {id: f, reference: r, type: flashcard, front: 'a\tb', back: c}\n"
        "- {id: m, reference: r, type: matching, question: Q?, pairs: {x: 1, y: 2}}\n"
        "- {id: g, reference: r, type: cloze, text: 'In {{c1::Seoul::city}} it {{c2::rains}}.'}\n"
        "- {id: o, reference: r, type: ordering, question: Q?, in_order: [a, b, c]}\n"
    )
    file, losses = _exported(tmp_path, source, "quizlet")
    assert file.read_text("utf-8").splitlines() == [
        "a b\tc",
        "x\t1",
        "y\t2",
        "In _____ (city) it _____.\tSeoul / rains",
    ]
    assert ("the question", "Quizlet has no orders") in losses


def test_blackboard_gets_a_line_a_question(tmp_path: Path) -> None:
    source = (
        "- {id: c, reference: r, type: cloze, text: 'In [x] {{c1::a&b}} and {{c2::c}}.'}\n"
        "- {id: n, reference: r, type: numeric, question: Q < 1?, answer: 4.50, tolerance: 0.5}\n"
        "- {id: o, reference: r, type: ordering, question: Q?, in_order: [a, b, c]}\n"
        "- {id: t, reference: r, type: true_false, question: It rains., answer: false}\n"
    )
    file, _ = _exported(tmp_path, source, "blackboard")
    assert file.read_bytes().decode().split("\r\n")[:4] == [
        "FIB_PLUS\tIn &#91;x&#93; [blank1] and [blank2].\tblank1\ta&amp;b\t\tblank2\tc",
        "NUM\tQ &lt; 1?\t4.5\t0.5",
        "ORD\tQ?\ta\tb\tc",
        "TF\tIt rains.\tfalse",
    ]


def test_lines_of_code_are_lines_in_blackboard(tmp_path: Path) -> None:
    code = "\\n".join(
        ("What prints?", "", "```", "for i in x:", "    print(i  < 1)", "", "y", "```")
    )
    source = (
        f'- {{id: a, reference: r, type: short_answer, question: "{code}", answer: b}}\n'
        f'- {{id: e, reference: r, type: essay, question: Q, answer: "{code}"}}\n'
    )
    file, _ = _exported(tmp_path, source, "blackboard")
    text = file.read_bytes().decode()
    lines = "for&nbsp;i&nbsp;in&nbsp;x:<br>&nbsp;&nbsp;&nbsp;&nbsp;print(i&nbsp;&nbsp;&lt;&nbsp;1)"
    assert text.count(f"<pre><code>{lines}<br><br>y</code></pre>") == 2
    assert text.count("\n") == 2


def test_blackboards_501st_question_is_told(tmp_path: Path) -> None:
    source = "".join(
        f"- {{id: q{n}, reference: r, type: flashcard, front: f{n}, back: b{n}}}\n"
        for n in range(501)
    )
    file, losses = _exported(tmp_path, source, "blackboard")
    assert file.read_bytes().count(b"\r\n") == 500
    assert [what for what, _ in losses].count("the question") == 1


@pytest.mark.parametrize("format", [*GAMES, "quizlet", "blackboard", "google-forms"])
def test_the_same_bank_gives_the_same_bytes(tmp_path: Path, format: str) -> None:
    first, _ = _exported(tmp_path / "a", CHOICES + TYPED, format)
    second, _ = _exported(tmp_path / "b", CHOICES + TYPED, format)
    assert first.read_bytes() == second.read_bytes()
