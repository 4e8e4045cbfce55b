"""Where pages end: whole items, paragraphs and tables, none left behind."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pdfplumber
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    PRINTINGS,
    assessment,
    built,
    choice,
    entry,
    essay,
    gaps,
    item,
    match,
    order,
    read,
    section,
    text,
    with_parts,
    words_of,
)
from support.pdf_sentences import sentence

from quizgen.model.assessment import Assessment, EditionName
from quizgen.model.bank import GlossaryEntry, Passage
from quizgen.model.item import Interaction, Item, Match
from quizgen.writers.pdf.layout.editions import edition_of

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: reading pages back is slow, and a failing bank is small as it is."""


@st.composite
def interactions(draw: st.DrawFn, name: str, roomy: bool) -> Interaction:
    """An interaction whose last row on the sheet ends with the word NAMEz."""
    last, length = f"{name}z", draw(st.integers(1, 25 if roomy else 8))
    pairs = range(draw(st.integers(1, 7 if roomy else 4)))
    match draw(st.sampled_from(["choice", "match", "order", "gaps"])):
        case "choice":
            count = draw(st.integers(2, 7))
            made = choice(*(f"{sentence('o', length + n)} {last}" for n in range(count)))
        case "match":
            return match({f"{sentence('p', length)} {n} {last}": f"r{n}" for n in pairs})
        case "order":
            return order(*(f"{sentence('e', length)} {n} {last}" for n in (0, *pairs)))
        case _:
            return gaps(f"{sentence('g', length)} {{{{c1::answer}}}} {last}")
    return made


@st.composite
def banks(draw: st.DrawFn) -> Assessment:
    """Sections of items, each of which fits on a page; their texts begin and end with a word
    that names them."""
    names = itertools.count(1)
    sections = []
    printing = draw(st.sampled_from(PRINTINGS))
    roomy = printing.columns == 1 and printing.editions[0] is EditionName.STANDARD
    for heading in range(draw(st.integers(1, 4))):
        items: list[Item] = []
        for _ in range(draw(st.integers(1, 8))):
            name = f"q{next(names)}"
            stem = text(sentence(f"{name}a", draw(st.integers(0, 120 if roomy else 50))))
            items.append(item(name, stem, draw(interactions(name, roomy))))
        first = int(items[0].id.value[1:])
        sections.append(section(*items, title=f"h{heading}h", instructions="Do.", first=first))
    return assessment(*sections, printing=printing)


def is_pushed_up(made: Assessment, name: str) -> bool:
    """Whether the item `name` begins in the upper half of its page."""
    with pdfplumber.open(io.BytesIO(built(made)[0])) as document:
        for page in document.pages:
            for word in page.extract_words():
                if word["text"] == f"{name}a":
                    return bool(word["top"] < 0.55 * page.height)
    return False


@settings(max_examples=15, deadline=None, phases=QUICK)
@given(banks())
def test_every_item_that_fits_on_a_page_is_whole_on_one(made: Assessment) -> None:
    sheet, _ = built(made)
    pages = [set(page.split()) for page in read(sheet)]
    for question in made.worksheets[0].questions:
        name = question.item.id.value
        [begins] = [number for number, page in enumerate(pages) if f"{name}a" in page]
        ends = [number for number, page in enumerate(pages) if f"{name}z" in page]
        if isinstance(question.item.interaction, Match) and ends != [begins]:
            assert is_pushed_up(made, name), "only where the page before were half empty"
        else:
            assert ends == [begins]


@settings(max_examples=8, deadline=None, phases=QUICK)
@given(banks())
def test_no_heading_is_the_last_thing_on_its_page(made: Assessment) -> None:
    sheet, _ = built(made)
    pages = [page.split() for page in read(sheet)]
    for number, one in enumerate(made.worksheets[0].sections):
        [page] = [page for page in pages if f"h{number}h" in page]
        assert f"{one.questions[0].item.id.value}a" in page


@settings(max_examples=6, deadline=None, phases=QUICK)
@given(banks())
def test_text_keeps_to_the_margins(made: Assessment) -> None:
    printing = made.worksheets[0].printing
    least = edition_of(printing.editions[0], printing).margin
    for content in built(made):
        with pdfplumber.open(io.BytesIO(content)) as document:
            for page in document.pages:
                words = page.extract_words()
                foot = max(word["bottom"] for word in words)
                for word in words:
                    assert word["x0"] >= least - 0.1
                    assert word["x1"] <= page.width - least + 0.1
                    assert word["top"] >= least - 0.1
                    assert word["bottom"] <= page.height - least or word["bottom"] > foot - 3
                for line in page.lines:
                    assert line["x0"] >= least - 0.1
                    assert line["x1"] <= page.width - least + 0.1


def test_a_stem_three_pages_long_loses_nothing_and_says_that_it_goes_on() -> None:
    stem = [f"w{n}" for n in range(1800)]
    made = item("long", " ".join(stem), choice("yes", "no"))
    sheet, _ = built(assessment(section(item("a", "Q?", entry("x")), made)))
    pages = read(sheet)
    assert len(pages) >= 3
    assert [word for word in words_of(sheet) if word in set(stem)] == stem
    for page in pages[1:]:
        assert page.startswith("2 (continued)")
    assert "2 (continued)" not in pages[0]


def test_a_matching_of_a_hundred_pairs_repeats_its_head_on_each_page() -> None:
    pairs = {f"premise{n}": f"response{n}" for n in range(100)}
    sheet, key = built(assessment(section(item("a", "Match.", match(pairs)))))
    pages = read(sheet)
    assert len(pages) > 2
    for page in pages:
        assert page.count("Write a letter in each box") == 1
    for content in (sheet, key):
        words = words_of(content)
        assert all(premise in words and pairs[premise] in words for premise in pairs)


def test_an_essay_with_more_lines_than_a_page_holds_goes_on() -> None:
    sheet, _ = built(assessment(section(item("a", "Why?", essay("x", lines=70)))))
    assert len(read(sheet)) >= 3


def test_a_row_of_a_matching_is_never_split() -> None:
    premises = [f"begin{n} {sentence('p', 20)} end{n}" for n in range(40)]
    made = item("q", "Match.", match({premise: f"r{n}" for n, premise in enumerate(premises)}))
    pages = [set(page.split()) for page in read(built(assessment(section(made)))[0])]
    assert len(pages) > 1
    for n in range(40):
        assert [f"begin{n}" in page for page in pages] == [f"end{n}" in page for page in pages]


@pytest.mark.parametrize("count", range(930, 970, 6))
def test_a_paragraph_leaves_two_lines_at_least_on_either_page(count: int) -> None:
    stem = " ".join(f"word{n}" for n in range(count))
    sheet, _ = built(assessment(section(item("q", stem, entry("x")))))
    for page in read(sheet):
        assert sum("word" in line for line in page.splitlines()) != 1


@pytest.mark.parametrize("words", range(300, 460, 20))
def test_no_heading_is_left_above_what_starts_overleaf(words: int) -> None:
    """Not even above a first part that cannot be divided and does not fit beneath it."""
    made = assessment(section(item("q", "Well?", entry("x"))))
    passage = Passage(text("T"), (text("word " * words),))
    glossary = (GlossaryEntry(text("term"), text("meaning " * 260)),)
    [sheet] = made.worksheets
    full = replace(sheet, passage=passage, glossary=glossary)
    pages = read(built(with_parts(made, worksheets=(full,)))[0])
    assert ["Glossary" in page for page in pages] == ["term" in page for page in pages]
