"""The space for an answer by hand: as its author wants it, and never lost at a page's end."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest
from support.pdf_samples import (
    assessment,
    built,
    entry,
    essay,
    in_every_printing,
    item,
    numeric,
    reveal,
    section,
)

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.assessment import EditionName, Printing
from quizgen.model.item import Interaction, Item

MM = 72 / 25.4
WRITTEN = [entry("x"), reveal("x"), numeric("3", unit="km"), essay("x", lines=4)]
AREAS = [SpaceKind.BOX, SpaceKind.SQUARES, SpaceKind.BLANK]


def asked(interaction: Interaction, space: AnswerSpace, name: str = "q") -> Item:
    return replace(item(name, f"Well{name}?", interaction), space=space)


def pages(*items: Item, printing: Printing = Printing()) -> list[Any]:  # noqa: B008  (frozen)
    content, _ = built(assessment(section(*items), printing=printing))
    with pdfplumber.open(io.BytesIO(content)) as document:
        found = list(document.pages)
        for page in found:
            page.extract_words()
    return found


def between(page: Any, before: str, after: str) -> float:
    """From the line of `before` to that of `after`, in points."""
    tops = {word["text"]: word["top"] for word in page.extract_words()}
    return float(tops[after] - tops[before])


@in_every_printing
@pytest.mark.parametrize("kind", AREAS)
@pytest.mark.parametrize("written", WRITTEN)
def test_a_height_is_left_free(printing: Printing, kind: SpaceKind, written: Interaction) -> None:
    heights = []
    for height in (30, 80):
        made = asked(written, AnswerSpace(kind, height=height), "a"), item("b", "Next?", entry("x"))
        [page] = pages(*made, printing=printing)[:1]
        heights.append(between(page, "Wella?", "Next?") if printing.columns == 1 else None)
    if printing.columns == 1:
        side = 8 * MM if printing.editions[0] is EditionName.LARGE_PRINT else 5 * MM
        rounded = side if kind is SpaceKind.SQUARES else 1
        assert abs(heights[1] - heights[0] - 50 * MM) < rounded  # type: ignore[operator]


def test_lines_are_as_many_as_asked_for() -> None:
    counts = []
    for lines in (1, 4):
        [page] = pages(asked(entry("x"), AnswerSpace(lines=lines)))
        counts.append(len(page.lines))
    assert counts[1] - counts[0] == 3


def test_a_box_is_closed_and_squares_are_square() -> None:
    [page] = pages(asked(entry("x"), AnswerSpace(SpaceKind.SQUARES, height=30)))
    edges = [one for one in page.rects if one["width"] < 2 and one["height"] > 5]
    left = sorted({round(one["x0"], 2) for one in edges})
    steps = {round(after - before, 1) for before, after in itertools.pairwise(left)}
    assert max(steps) - min(steps) < 0.3
    assert abs(max(steps) - 5 * MM) < 0.3
    assert {round(one["height"], 1) for one in edges} == {round(5 * MM, 1)}


@pytest.mark.parametrize("kind", AREAS)
def test_a_space_that_fits_on_a_page_is_whole_on_one(kind: SpaceKind) -> None:
    """Also a white one, whose rest would be lost overleaf."""
    made = [
        asked(entry("x"), AnswerSpace(kind, height=height), f"{n}n")
        for n, height in enumerate((120, 120, 90, 150))
    ]
    found = pages(*made, item("z", "End?", entry("x")))
    stems = [
        word["text"]
        for page in found
        for word in page.extract_words()
        if word["text"].startswith(("Well", "End?"))
    ]
    assert stems == ["Well0n?", "Well1n?", "Well2n?", "Well3n?", "End?"]
    for page in found:
        tops = [w["top"] for w in page.extract_words() if w["text"].startswith("Well")]
        assert len(tops) <= 2


def test_a_sum_has_its_space_before_the_line_for_the_result() -> None:
    [page] = pages(asked(numeric("3", unit="km"), AnswerSpace(SpaceKind.SQUARES, height=40)))
    unit = next(word for word in page.extract_words() if word["text"] == "km")
    assert unit["top"] > max(rect["bottom"] for rect in page.rects if rect["height"] > 5) - 1
