"""Gaps inside lists, tables and quotations: on cards, and in every file that has gaps."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from support import load_bank, write_bank, write_project

from quizgen import build
from quizgen.model.item import GapFill
from quizgen.writers.anki.html import Html

ENTRY = """
- id: capitals
  type: cloze
  text: |
    They came from

    - {{c1::Seoul}}, the capital of {{c2::Korea::a country}}
    - **the {{c3::White}} House**

    | a | b |
    |---|---|
    | c | {{c4::x{y}}} |

    > so {{c5::it}} is {a} b::c
  explain: It is so.
  reference: x
"""
FORMATS = ("moodle", "qti3", "qti21", "qti12", "gift", "blackboard", "markdown", "docx", "xlsx")
DECK = "bank: talks\nexports:\n" + "".join(f"- {{format: {name}}}\n" for name in FORMATS)


def content(path: Path) -> str:
    """The text of a file, or of the questions in a package."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = write_project(tmp_path_factory.mktemp("gaps"), ENTRY, deck=DECK)
    result = build(root, built=1_700_000_000)
    assert [d.message for d in result.diagnostics if d.severity.value == "error"] == []
    return {path.name: content(path) for path in (root / "dist" / "talks").iterdir()}


MARKS = {
    "moodle.moodle.xml": r"\{1:SHORTANSWER:=",
    "qti3.qti3.zip": "<qti-text-entry-interaction ",
    "qti21.qti21.zip": "<textEntryInteraction ",
    "qti12.qti12.zip": r"\[blank\d\]",
    "blackboard.blackboard.txt": r"\[blank\d\]",
    "markdown.md": r"…{5,}(?! {4})",
}


@pytest.mark.parametrize("name", MARKS)
def test_each_gap_has_its_mark_in_the_file(texts: dict[str, str], name: str) -> None:
    text = texts[name].partition("## people")[2] or texts[name]
    assert len(re.findall(MARKS[name], text)) == 5


@pytest.mark.parametrize("name", ["moodle.moodle.xml", "qti21.qti21.zip", "qti12.qti12.zip"])
def test_the_blocks_stay(texts: dict[str, str], name: str) -> None:
    text = texts[name].replace("&lt;", "<").replace("&gt;", ">")
    assert all(f"<{tag}" in text for tag in ("ul>", "table>", "blockquote>"))


def test_a_card_has_each_gap_in_its_place(tmp_path: Path) -> None:
    bank, mistakes = load_bank(write_bank(tmp_path, ENTRY))
    assert mistakes == []
    [item] = bank.items
    assert isinstance(item.interaction, GapFill)
    field = Html({}).cloze(item.interaction.parts)
    assert re.findall(r"\{\{c(\d)::", field) == ["1", "2", "3", "4", "5"]
    assert "<li>{{c1::Seoul}}, the capital of {{c2::Korea::a country}}</li>" in field
    assert "<strong>{{c3::White}}</strong>" in field
    assert field.count("{{") == field.count("}}") == 5
    assert "&#123;a&#125; b&#58;&#58;c</blockquote>" in field
