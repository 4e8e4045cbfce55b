"""Word: lists, headings, tables and pictures that are real, and text that is only text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image as Picture
from support import PIXEL, write_project

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

DECK = "bank: talks\nexports: {format: docx}\n"
TWO_CHOICES = (
    "- {id: a, reference: r, type: multiple_choice, question: First?, answer: x,"
    " distractors: [y]}\n"
    "- {id: b, reference: r, type: multiple_choice, question: Second?, answer: x,"
    " distractors: [y]}\n"
)


def _documents(root: Path, questions: str, **bank: Any) -> tuple[Any, Any]:
    """The worksheet and the key."""
    build(write_project(root, questions, deck=DECK, **bank), built=1)
    folder = root / "dist/talks"
    return tuple(Document(str(folder / name)) for name in ("docx.docx", "docx-key.docx"))  # type: ignore[return-value]


def _list_of(paragraph: Any) -> int | None:
    properties = paragraph._p.pPr
    if properties is None or properties.numPr is None:
        return None
    return int(properties.numPr.numId.val)


def _texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_questions_and_options_are_real_lists_that_begin_anew(tmp_path: Path) -> None:
    sheet, _ = _documents(tmp_path, TWO_CHOICES)
    lists = {p.text: _list_of(p) for p in sheet.paragraphs}
    assert lists["First? (1 pt)"] == lists["Second? (1 pt)"] is not None
    options = [_list_of(p) for p in sheet.paragraphs if p.text in ("x", "y")]
    first, second = options[:2], options[2:]
    assert first[0] == first[1] is not None
    assert second[0] == second[1] not in (None, first[0])
    numbering = sheet.part.numbering_part.element
    (new,) = (one for one in numbering.findall(qn("w:num")) if one.numId == second[0])
    assert new.find(qn("w:lvlOverride")).find(qn("w:startOverride")).get(qn("w:val")) == "1"


def test_topics_are_headings_and_pairs_a_table_with_a_head(tmp_path: Path) -> None:
    match = (
        "- {id: m, reference: r, type: matching, question: Match., pairs: {a: x, b: y},"
        " distractors: [z]}"
    )
    sheet, key = _documents(tmp_path, match)
    styles = {p.text: p.style.name for p in sheet.paragraphs}
    assert styles["The talks"] == "Title"
    assert "Heading 1" in styles.values()
    (table,) = sheet.tables
    assert [len(row.cells) for row in table.rows] == [2, 2, 2, 2]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    right = {row.cells[1].text[3:]: row.cells[1].text[0] for row in table.rows[1:]}
    assert f"1. a – {right['x']}. x" in _texts(key)


@pytest.mark.parametrize("name", ["a.png", "b.webp"])
def test_a_picture_has_its_description(tmp_path: Path, name: str) -> None:
    content = PIXEL
    if name.endswith("webp"):
        buffer = io.BytesIO()
        Picture.new("RGB", (3000, 30)).save(buffer, "WEBP")
        content = buffer.getvalue()
    look = f"- {{id: q, reference: r, type: flashcard, front: '![a “dot”]({name})', back: b}}"
    sheet, _ = _documents(tmp_path, look, media={name: content})
    (shape,) = sheet.inline_shapes
    assert shape._inline.docPr.get("descr") == "a “dot”"
    section = sheet.sections[0]
    assert shape.width <= section.page_width - section.left_margin - section.right_margin


@pytest.mark.parametrize(
    ("language", "height", "from_the_right"),
    [("de", 297, False), ("en-US", 279, False), ("he", 297, True)],
)
def test_paper_and_direction_are_those_of_the_language(
    tmp_path: Path, language: str, height: int, from_the_right: bool
) -> None:
    question = "- {id: q, reference: r, type: flashcard, front: a, back: b}"
    sheet, _ = _documents(tmp_path, question, bank=f"language: {language}\n")
    assert int(sheet.sections[0].page_height.mm) == height
    told = {node.get(qn("w:val")) for node in sheet.styles.element.iter(qn("w:lang"))}
    assert told == {language}
    bidi = [
        p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None for p in sheet.paragraphs
    ]
    assert set(bidi) == {from_the_right}


def test_hostile_text_is_text(tmp_path: Path) -> None:
    wild = "<w:p/> {{x}} & ]]> =1+1"
    link = "[home](https://example.org/?a=1&b=2)"
    sheet, _ = _documents(
        tmp_path,
        f"- {{id: q, reference: r, type: flashcard, front: '`{wild}` {link}', back: b}}",
    )
    assert any(text.startswith(wild) for text in _texts(sheet))
    targets = [one.target_ref for one in sheet.part.rels.values() if one.is_external]
    assert targets == ["https://example.org/?a=1&b=2"]


def test_every_type_is_on_the_sheet_and_in_the_key_and_bytes_stay_the_same(tmp_path: Path) -> None:
    source = "".join(one.example for one in QUESTION_TYPES)
    sheet, key = _documents(tmp_path / "a", source)
    _documents(tmp_path / "b", source)
    questions = sheet.part.numbering_part.element.findall(qn("w:num"))[0].numId
    for document in (sheet, key):
        numbered = [p for p in document.paragraphs if _list_of(p) == questions]
        assert len(numbered) == len(QUESTION_TYPES)
    for name in ("docx.docx", "docx-key.docx"):
        first, second = (tmp_path / one / "dist/talks" / name for one in "ab")
        assert first.read_bytes() == second.read_bytes()
