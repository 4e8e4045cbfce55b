"""Bonus points, and the lines for the score of each section."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from support import mistakes, write_project
from support.pdf_samples import (
    assessment,
    built,
    entry,
    in_every_printing,
    item,
    match,
    read,
    section,
)

from quizgen import build, check
from quizgen.model.assessment import Assessment, Printing
from quizgen.model.item import Item


def bonus(name: str, points: int) -> Item:
    return replace(item(name, "Well?", entry("x"), points=points), is_bonus=True)


def scored(printing: Printing = Printing()) -> Assessment:  # noqa: B008  (frozen)
    made = assessment(
        section(item("a", "Why?", entry("x"), points=4), title="Reading a rather long text"),
        section(item("b", "Who?", match({"a": "b"}), points=3), bonus("c", 2), title="Writing"),
        section(item("d", "Who?", entry("x"), points=0), title="Nothing"),
        printing=printing,
    )
    sheet = replace(made.worksheets[0], has_scores=True)
    return replace(made, parts={**made.parts, "worksheets": (sheet,)})


def test_points_of_a_bonus_come_on_top() -> None:
    made = section(item("a", "Why?", entry("x"), points=4), bonus("b", 2))
    sheet, key = ("\n".join(read(content)) for content in built(assessment(made)))
    assert "+2 pts" in sheet
    assert "+2 pts" in key
    assert "/ 4 points" in sheet


def test_a_sheet_of_bonuses_has_no_place_for_a_score() -> None:
    sheet, _ = built(assessment(section(bonus("b", 2))))
    assert "/ " not in read(sheet)[0]
    assert "+2 pts" in read(sheet)[0]


@in_every_printing
def test_each_section_has_a_line_for_its_score(printing: Printing) -> None:
    content, _ = built(scored(printing))
    text = read(content)[0]
    assert "/ 7 points" in text
    lines = text.splitlines()
    assert any("Reading a" in line for line in lines)
    assert text.count("/ 4 points") == 1
    assert text.count("/ 3 points") == 1
    assert "/ 0" not in text


@in_every_printing
def test_the_line_to_write_on_is_free(printing: Printing) -> None:
    content, _ = built(scored(printing))
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        words = page.extract_words()
        slashes = [word for word in words if word["text"] == "/"]
        assert len(slashes) == 3
        for slash in slashes:
            beside = [
                word
                for word in words
                if abs(word["bottom"] - slash["bottom"]) < 4 and word["x1"] <= slash["x0"]
            ]
            assert all(word["x1"] < slash["x0"] - 30 for word in beside)


@pytest.mark.parametrize("typed", ["bonus: true", "bonus: yes"])
def test_a_question_says_that_it_is_a_bonus(tmp_path: Path, typed: str) -> None:
    entries = (
        "- {id: a, type: short_answer, question: Who?, answer: x, reference: r}\n"
        f"- {{id: b, type: short_answer, question: Why?, answer: y, reference: r, {typed}}}"
    )
    deck = (
        "bank: talks\nexports: [{format: gift}, {format: moodle}]\nworksheets:\n- name: s\n"
        "  title: T\n  score_by_section: true\n  sections: [{title: All}]\n"
    )
    root = write_project(tmp_path, entries, deck=deck)
    assert mistakes(check(root)) == []
    result = build(root, built=1)
    losses = [one.message for one in result.diagnostics if one.name == "export-loss"]
    assert sum("the bonus" in message for message in losses) == 2
    text = read((root / "dist" / "talks" / "s.pdf").read_bytes())[0]
    assert "+1 pt" in text
    assert text.count("/ 1 point") == 2


def test_lines_for_scores_without_points_are_told(tmp_path: Path) -> None:
    deck = (
        "bank: talks\nworksheets:\n- name: s\n  title: T\n  points: hidden\n"
        "  score_by_section: true\n  sections: [{title: All}]\n"
    )
    root = write_project(tmp_path, deck=deck)
    assert [one.name for one in mistakes(check(root))] == ["no-points-to-score"]
