"""Two columns: filled one after the other, to about the same height, whole items in each."""

from __future__ import annotations

import io
import itertools
from typing import Any

import pdfplumber
import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    assessment,
    built,
    choice,
    essay,
    item,
    match,
    section,
)

from quizgen.model.assessment import Printing
from quizgen.model.item import Item
from quizgen.writers.pdf.layout.blocks import Block, Row, gap
from quizgen.writers.pdf.layout.columns import balanced_height, fit
from quizgen.writers.pdf.layout.display_list import DrawRule
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow, TextArea, paginate

TWO = Printing(columns=2)
AREA = TextArea(50, 60, 500, 700, 2, 20)
MIDDLE = 595.28 / 2


def question(name: str) -> Item:
    return item(name, f"{name}a and a few more words", choice(*(f"{o} or {name}z" for o in "xyz")))


def first_words(page: Any) -> dict[str, dict[str, Any]]:
    return {word["text"]: word for word in page.extract_words()}


def test_items_go_down_the_first_column_and_then_down_the_second() -> None:
    made = [question(f"q{n}") for n in range(6)]
    sheet, _ = built(assessment(section(*made), printing=TWO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = first_words(document.pages[0])
    places = [(words[f"q{n}a"]["x0"] > MIDDLE, words[f"q{n}a"]["top"]) for n in range(6)]
    assert places == sorted(places)
    assert [right for right, _ in places] == [False] * 3 + [True] * 3
    assert words["q0a"]["top"] == pytest.approx(words["q3a"]["top"])


def test_a_screen_reader_meets_the_questions_in_their_order() -> None:
    made = [question(f"q{n}") for n in range(20)]
    sheet, _ = built(assessment(section(*made[:10]), section(*made[10:], first=11), printing=TWO))
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        [root] = pdf.Root["/StructTreeRoot"]["/K"]
        lists = [kid for kid in root["/K"] if str(kid["/S"]) == "/L"]
        order = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        numbers = [order[entry["/Pg"].objgen] for one in lists for entry in one["/K"]]
    assert [len(one["/K"]) for one in lists] == [10, 10]
    assert numbers == sorted(numbers)
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        read = [
            word["text"]
            for page in document.pages
            for word in page.extract_words(use_text_flow=True)
            if word["text"].endswith("a") and word["text"].startswith("q")
        ]
    assert read == [f"q{n}a" for n in range(20)]


def test_head_headings_and_essays_reach_across_and_so_does_a_wide_table() -> None:
    words = "a premise of many words that needs more than a line of a column"
    made = [
        question("q1"),
        item("m", "Match.", match({f"{words} {n}": "r" + words for n in range(3)})),
        item("n", "Match.", match({"a": "b", "c": "d"})),
        item("e", "Why?", essay("x", lines=3)),
    ]
    sheet, _ = built(assessment(section(*made), printing=TWO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        rules = [line["width"] for line in document.pages[0].lines if line["x0"] < 80]
    wide = [width for width in rules if width > 440]
    assert len(wide) == 1 + 4 + 3  # the section's, the wide table's, the essay's
    assert [width for width in rules if 180 < width < 240] != []  # the narrow table's


def test_a_wide_item_comes_after_the_columns_above_it() -> None:
    made = [question("q0"), question("q1"), item("e", "Essay", essay("x")), question("q2")]
    sheet, _ = built(assessment(section(*made), printing=TWO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = first_words(document.pages[0])
    assert words["q1a"]["x0"] > MIDDLE
    assert max(words["q0z"]["bottom"], words["q1z"]["bottom"]) < words["Essay"]["top"]
    assert words["Essay"]["bottom"] < words["q2a"]["top"]


def block(
    name: int,
    height: float,
    above: float,
    spans_columns: bool = False,
    keep_with_next: bool = False,
) -> Block:
    mark = DrawRule(0, 0, float(name), 1)
    return Block(
        (Row(height, (mark,)),), above, spans_columns=spans_columns, keep_with_next=keep_with_next
    )


blocks = st.lists(
    st.builds(
        lambda height, above, kind: (height, above, kind),
        st.floats(5, 690),
        st.floats(0, 40),
        st.sampled_from(["narrow", "narrow", "narrow", "wide", "heading"]),
    ),
    max_size=40,
).map(
    lambda made: [
        block(
            name,
            height / 8 if kind == "heading" else height,
            above,
            spans_columns=kind != "narrow",
            keep_with_next=kind == "heading",
        )
        for name, (height, above, kind) in enumerate(made)
    ]
)


def name_of(placed: PlacedRow) -> int:
    [mark] = placed.row.display_list
    assert isinstance(mark, DrawRule)
    return int(mark.width)


def heads_on_the_right(page: Page) -> list[PlacedRow]:
    """What is first in a second column: something beside it begins at the same height."""
    return [
        placed
        for before, placed in itertools.pairwise([None, *page])
        if placed and placed.x > AREA.left and (before is None or before.x == AREA.left)
    ]


@settings(max_examples=300, deadline=None)
@given(blocks)
def test_blocks_are_placed_once_in_order_apart_and_inside(made: list[Block]) -> None:
    pages = list(paginate(made, AREA))
    assert [name_of(placed) for page in pages for placed in page] == list(range(len(made)))
    for page in pages:
        for placed in page:
            assert placed.y >= AREA.top
            assert placed.y + placed.row.height <= AREA.top + AREA.height + 0.02
        for one, other in itertools.pairwise(page):
            wide = made[name_of(one)].spans_columns or made[name_of(other)].spans_columns
            if wide or one.x == other.x:
                assert other.y >= one.y + one.row.height - 0.02
            else:
                assert other.x - one.x >= AREA.column_width + AREA.gutter - 0.02 or other.y > one.y
        lefts = [placed.y for placed in page if placed.x == AREA.left]
        assert all(placed.y in lefts for placed in heads_on_the_right(page))


@settings(max_examples=200, deadline=None)
@given(blocks)
def test_a_heading_is_never_last_on_its_page(made: list[Block]) -> None:
    for page in paginate(made, AREA):
        end = name_of(page[-1]) + 1 if page else 0
        start = end
        while start and made[start - 1].keep_with_next:
            start -= 1
        follows = next((one for one in made[end:] if not one.keep_with_next), None)
        if start < end and follows:
            held = [*made[start : made.index(follows)], follows]
            tall = sum(one.space_above + one.height for one in held) - held[0].space_above
            assert tall > AREA.height  # no page could hold them together


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.floats(5, 300), st.floats(0, 40)), min_size=1, max_size=15))
@example([(60.26675094504609, 0.0), (26.929542224676414, 7.0), (5.0, 28.929542224676414)])
def test_columns_are_balanced(made: list[tuple[float, float]]) -> None:
    narrow = [block(name, height, above) for name, (height, above) in enumerate(made)]
    total = sum(height + above for height, above in made)
    height = balanced_height(narrow, 2, total)
    assert fit(narrow, 2, height)
    assert not fit(narrow, 2, height - 0.6) or height <= max(height for height, _ in made)


def test_a_block_taller_than_a_column_goes_on_in_the_next() -> None:
    rows = tuple(Row(20, (DrawRule(0, 0, n, 1),)) for n in range(60))
    tall = Block(
        rows, 10, continuation_header=lambda: (Row(15, (DrawRule(0, 0, 1000, 1),)), gap(3))
    )
    [page] = paginate([block(2000, 30, 0, spans_columns=True), tall], AREA)
    names = [name_of(placed) for placed in page]
    assert [name for name in names if name < 1000] == list(range(60))
    assert names.count(1000) == 1
    assert page[names.index(1000)].x > page[0].x
