"""Points on paper: beside each question, in the head, or nowhere."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest
from support.pdf_samples import assessment, built, entry, in_every_printing, item, read, section

from quizgen.model.assessment import Printing
from quizgen.model.item import Item

WORDS = " ".join(["word"] * 60)


def hidden(made: Item) -> Item:
    return replace(made, shows_points=False)


@in_every_printing
def test_a_question_of_no_points_says_nothing_of_them(printing: Printing) -> None:
    """Neither on the sheet nor in its key; the others do."""
    made = [item("a", "Why?", entry("x"), points=0), item("b", "How?", entry("x"), points=2)]
    made.append(hidden(item("c", "Who?", entry("x"), points=3)))
    for content in built(assessment(section(*made), printing=printing)):
        text = "\n".join(read(content))
        assert "2 pts" in text
        assert "0 pts" not in text
        assert "3 pts" not in text


def test_the_head_counts_hidden_points_with_the_others() -> None:
    made = section(item("a", "Why?", entry("x"), points=2), hidden(item("b", "How?", entry("x"))))
    assert "/ 3 points" in read(built(assessment(made))[0])[0]


@pytest.mark.parametrize("points", [0, 5])
def test_a_sheet_without_points_has_no_place_for_a_score(points: int) -> None:
    made = section(hidden(item("a", "Why?", entry("x"), points=points)))
    assert "point" not in read(built(assessment(made))[0])[0]


def test_stems_have_the_whole_line_where_no_points_stand() -> None:
    ends = []
    for made in (item("a", WORDS, entry("x")), hidden(item("a", WORDS, entry("x")))):
        with pdfplumber.open(io.BytesIO(built(assessment(section(made)))[0])) as document:
            words = document.pages[0].extract_words()
        ends.append(max(word["x1"] for word in words if word["text"] == "word"))
    with_points, without = ends
    assert without > with_points + 20
