"""What an import from another program leaves can be built: gaps, formulas, names of languages."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from support import CHOICE, load_bank, told, write_bank
from support.brought import bring
from support.packages import zipped

from quizgen.checks import check_bank

REFUSED = ("[a](javascript:x)", "[a](file:///etc/passwd)", "![a](x y)", '![a](x" onerror="y)')


def with_gap(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace('"', "&quot;")
    stem = f"<questiontext format='html'><text>{escaped} {{1:SA:=gap}}</text></questiontext>"
    return f"<quiz><question type='cloze'>{stem}</question></quiz>"


def faults(root: Path, content: str) -> list[str]:
    bank = bring(root, "x.xml", content).bank
    assert bank is not None
    assert bank.items
    return [d.name for d in check_bank(bank) if d.severity.name == "ERROR"]


@pytest.mark.parametrize("typed", REFUSED)
def test_a_typed_link_around_gaps_comes_as_code(tmp_path: Path, typed: str) -> None:
    assert faults(tmp_path, with_gap(typed)) == []
    (topic,) = (tmp_path / "question_bank").glob("*/[!b]*.yaml")
    assert f"`{typed}`" in topic.read_text("utf-8")


@pytest.mark.parametrize("typed", REFUSED)
def test_a_typed_link_inside_of_a_gap_comes_as_code(tmp_path: Path, typed: str) -> None:
    content = with_gap("so").replace("=gap", f"={typed.replace('~', '')}")
    assert faults(tmp_path, content) == []


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li>{}</li><li>b</li></ul>",
        "<blockquote>{}</blockquote>",
        "<table><tr><td>{}</td><td>b</td></tr></table>",
    ],
)
@pytest.mark.parametrize("gap", ["", " {1:SA:=gap}"])
@pytest.mark.parametrize("typed", REFUSED)
def test_a_typed_link_inside_of_a_block_comes_as_code(
    tmp_path: Path, typed: str, block: str, gap: str
) -> None:
    markup = escape(f"So{gap} " + block.format(escape(typed)))
    kind = "cloze" if gap else "essay"
    stem = f"<questiontext format='html'><text>{markup}</text></questiontext>"
    content = f"<quiz><question type='{kind}'>{stem}</question></quiz>"
    assert faults(tmp_path, content) == []
    (topic,) = (tmp_path / "question_bank").glob("*/[!b]*.yaml")
    assert f"`{typed}`" in topic.read_text("utf-8")


def test_a_gap_in_a_formula_is_no_formula(tmp_path: Path) -> None:
    assert faults(tmp_path, with_gap(r"\(x^2\) and \({{c1::a}}\) and \({{c0::a}}\)")) == []


@pytest.mark.parametrize("language", ["x", "English, or so", "file:///proc", "-"])
def test_a_language_that_has_no_code_is_not_taken(tmp_path: Path, language: str) -> None:
    body = "<p>Q</p><extendedTextInteraction responseIdentifier='R'/>"
    item = f"<assessmentItem xml:lang='{language}'><itemBody>{body}</itemBody></assessmentItem>"
    assert faults(tmp_path, item) == []
    bank = (tmp_path / "question_bank/x/bank.yaml").read_text()
    assert f"language: {language}" not in bank


def test_the_signs_of_a_picture_in_a_formula_are_no_picture(tmp_path: Path) -> None:
    question = CHOICE.replace("did they meet?", "did they meet? $![a](b c)$")
    bank, diagnostics = load_bank(write_bank(tmp_path, question, bank="math: true\n"))
    assert bank is not None
    assert "raw-picture" not in [d.name for d in (*diagnostics, *check_bank(bank))]
    assert told(diagnostics) == []


def test_entities_are_refused_in_every_part_of_a_table(tmp_path: Path) -> None:
    """A library reads a part by its type, whatever it is called."""
    bomb = b'<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/sheet.part": bomb}
    got = bring(tmp_path, "x.xlsx", zipped(parts))
    assert "declares entities" in got.messages
