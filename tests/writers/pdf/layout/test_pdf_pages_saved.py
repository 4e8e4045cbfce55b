"""Sheets cost money: columns pay, compact sheets are short, and pages are filled."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    essay,
    gaps,
    item,
    match,
    numeric,
    order,
    read,
    reveal,
    section,
    text,
    true_false,
    with_parts,
)
from support.pdf_sentences import sentence

from quizgen.model.assessment import Assessment, Printing
from quizgen.model.bank import GlossaryEntry
from quizgen.model.item import Interaction, Item
from quizgen.model.text import Text
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.style import TextStyle
from tools.benchmarks.page_counts import CASES, LayoutCase, pages

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_compact_sheet_takes_no_more_pages_than_latex_would(case: LayoutCase) -> None:
    assert pages(case, compact=True) <= case.exam_class
    assert pages(case, compact=True) <= pages(case, compact=False)


@st.composite
def interactions(draw: st.DrawFn) -> Interaction:
    length = draw(st.integers(1, 20))
    match draw(st.sampled_from(["choice", "match", "order", "gaps", "essay", "number", "short"])):
        case "choice":
            count = draw(st.integers(2, 5))
            made = choice(*(f"{sentence('o', length)} {n}" for n in range(count)))
        case "match":
            return match({f"{sentence('p', length)} {n}": f"r{n}" for n in range(4)})
        case "order":
            return order(*(f"{sentence('e', length)} {n}" for n in range(4)))
        case "essay":
            return essay("x", lines=draw(st.integers(1, 12)))
        case "number":
            return numeric("3", unit="km")
        case "short":
            return entry("x") if draw(st.booleans()) else true_false(True)
        case _:
            words = [f"{sentence('g', length)} {{{{c1::answer}}}}" for _ in range(4)]
            return gaps(" ".join(words))
    return made


@st.composite
def sheets(draw: st.DrawFn) -> Assessment:
    sections = []
    for number in range(draw(st.integers(1, 3))):
        items: list[Item] = []
        for n in range(draw(st.integers(1, 9))):
            name = f"s{number}q{n}"
            made = draw(interactions())
            items.append(item(name, text(sentence("w", draw(st.integers(1, 40)))), made))
        sections.append(section(*items, title=f"Part {number}", first=1 + 10 * number))
    return assessment(*sections)


@settings(max_examples=15, deadline=None, phases=QUICK)
@given(sheets())
def test_two_columns_never_take_more_pages_than_one(made: Assessment) -> None:
    counts = []
    for columns in (1, 2):
        [sheet] = made.worksheets
        sheet = replace(sheet, printing=replace(sheet.printing, columns=columns))
        counts.append(len(read(built(with_parts(made, worksheets=(sheet,)))[0])))
    assert counts[1] <= counts[0]


def test_options_stand_below_the_points_too() -> None:
    """They have the whole line; only the stem makes room for the points."""
    option = " ".join(["word"] * 40)
    made = item("q", "Which?", choice(option, f"{option} no"), points=100)
    with pdfplumber.open(io.BytesIO(built(assessment(section(made)))[0])) as document:
        words = document.pages[0].extract_words()
    points = next(word["x0"] for word in words if word["text"] == "100")
    assert max(word["x1"] for word in words if word["text"] == "word") > points


@pytest.mark.parametrize("pairs", [28, 30])
def test_a_list_of_pairs_begins_below_the_head_of_the_first_page(pairs: int) -> None:
    """It fits on a page of its own, but would leave the first one empty."""
    made = item("m", "Match.", match({f"premise{n}": f"response{n}" for n in range(pairs)}))
    found = read(built(assessment(section(made)))[0])
    assert "premise0" in found[0]
    for page in found:
        assert page.count("premise") != 1


def test_an_essay_begins_below_the_head_of_the_first_page() -> None:
    found = read(built(assessment(section(item("e", "Why?", essay("x", lines=28)))))[0])
    assert len(found) == 2
    assert "Why?" in found[0]


@pytest.mark.parametrize("count", range(26, 46))
def test_a_glossary_begins_where_there_is_room_and_leaves_no_row_alone(count: int) -> None:
    """Whatever stands above it: here a head with longer and longer instructions."""
    terms = [f"term{n}" for n in range(5)]
    glossary = tuple(GlossaryEntry(text(term), text("what it means")) for term in terms)
    made = assessment(section(item("a", "Q?", entry("x"))), instructions="word " * 14 * count)
    [sheet] = made.worksheets
    sheet = replace(sheet, glossary=glossary)
    found = read(built(with_parts(made, worksheets=(sheet,)))[0])
    counts = [sum(f"{term} what" in page for term in terms) for page in found]
    assert sum(counts) == 5
    assert 1 not in counts
    lines = found[0].count("\n")
    if counts[0] == 0:
        assert lines > 42, "there was room for the heading and two rows"


def test_a_section_begins_on_a_page_of_its_own_if_its_author_wants_that() -> None:
    parts = (
        section(item("a", "First?", entry("x")), title="One"),
        section(item("b", "Second?", entry("x")), title="Two", first=2),
    )
    apart = parts[0], replace(parts[1], starts_page=True)
    assert len(read(built(assessment(*parts))[0])) == 1
    for printing in (Printing(), Printing(columns=2)):
        found = read(built(assessment(*apart, printing=printing))[0])
        assert ["Two" in page for page in found] == [False, True]
        assert ["Second?" in page for page in found] == [False, True]
    first = replace(parts[0], starts_page=True)
    assert len(read(built(assessment(first))[0])) == 2, "the head is a page of its own"


@pytest.mark.parametrize("size", range(9, 15))
@pytest.mark.parametrize("compact", [False, True])
def test_no_type_is_below_nine_points_and_the_text_has_its_size(size: int, compact: bool) -> None:
    edition = edition_of(Printing().editions[0], Printing(size=size, compact=compact))
    assert edition.body.font.size == pytest.approx(size)
    assert edition.answer_box >= 14, "a digit written by hand does not get smaller"
    assert edition.blank_leading >= 19
    styles = [value for value in edition if isinstance(value, TextStyle)]
    assert min(style.font.size for style in styles) >= 9 - 1e-6
    assert min(style.leading / style.font.size for style in styles) >= 1.15


@pytest.mark.parametrize("printing", [Printing(), Printing(compact=True), Printing(size=14)])
def test_items_are_further_apart_than_what_is_within_them(printing: Printing) -> None:
    edition = edition_of(printing.editions[0], printing)
    leading = edition.body.leading
    assert edition.item_gap > edition.stem_to_options
    assert edition.item_gap >= 2 * edition.option_gap
    assert edition.item_gap + leading > 1.4 * (edition.option_gap + leading)


def test_margins_and_distances_are_those_that_the_author_wants() -> None:
    usual = edition_of(Printing().editions[0], Printing())
    wished = edition_of(Printing().editions[0], Printing(margin=12, item_gap=30))
    mm = 72 / 25.4
    assert (usual.margin, wished.margin) == (20 * mm, 12 * mm)
    assert wished.item_gap == pytest.approx(30 * mm)
    assert wished.footer < wished.margin - 9, "the foot stands within the margin"


def test_a_term_says_what_to_do_and_a_question_does_already() -> None:
    made = [item("a", "veto", reveal("x")), item("b", "What is a veto?", reveal("x"))]
    [page] = read(built(assessment(section(*made)))[0])
    assert "veto (Write what it is.)" in page
    assert page.count("Write what it is") == 1


def test_a_text_without_stem_is_no_term() -> None:
    made = item("a", Text(()), gaps("It is {{c1::x}}."))
    assert "Write what" not in read(built(assessment(section(made)))[0])[0]
