"""The word bank on paper: a box with every word once, and no trace of where one belongs."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    assessment,
    built,
    files,
    gaps,
    in_every_printing,
    item,
    section,
    text,
)

from quizgen.assemble import assemble
from quizgen.model.assessment import (
    Assessment,
    DeckFile,
    EditionName,
    Printing,
    Selection,
)
from quizgen.model.bank import Bank, Topic
from quizgen.model.diagnostics import Report
from quizgen.model.item import Word
from quizgen.model.text import Text
from quizgen.writers import DECK_PARTS
from quizgen.writers.pdf.deck_part import SectionSpec, WorksheetSpec

STANDARD = Printing()
MARGIN = 20 * 72 / 25.4


@dataclass(frozen=True)
class Said:
    """A word in the box: on which page it stands, where, and in which size."""

    page: int
    text: str
    left: float
    top: float
    size: float


def boxed(content: bytes) -> list[Said]:
    """The words of the box in reading order, but for those of its heading."""
    found: list[Said] = []
    with pdfplumber.open(io.BytesIO(content)) as document:
        for number, page in enumerate(document.pages):
            sides = [one for one in (*page.rects, *page.lines) if one["height"] > 10]
            if not sides:
                continue
            top, bottom = min(one["top"] for one in sides), max(one["bottom"] for one in sides)
            left, right = min(one["x0"] for one in sides), max(one["x1"] for one in sides)
            inside = page.crop((left, top, right, bottom))
            for one in inside.extract_words(extra_attrs=["size"], use_text_flow=True):
                said = one["text"], float(one["x0"]), float(one["top"]), float(one["size"])
                found.append(Said(number, *said))
    return [one for one in found if one.text.startswith("word")]


def made(words: Sequence[str], printing: Printing = STANDARD, language: str = "en") -> Assessment:
    """A worksheet with a box of `words`, mixed, and gaps for the first of them."""
    filled = section(
        *(
            item(f"g{n}", Text(()), gaps(f"It is {{{{c1::{word}}}}} here."))
            for n, word in enumerate(words[:5])
        ),
        title="Fill in",
    )
    mixed = random.Random(1).sample(words, len(words))
    filled = replace(filled, words=tuple(map(text, mixed)))
    return assessment(filled, printing=printing, language=language)


@in_every_printing
@pytest.mark.parametrize(("language", "count"), [("en", 1), ("en", 23), ("ar", 23), ("en", 700)])
def test_every_word_stands_in_the_box_once_and_in_its_order(
    printing: Printing, language: str, count: int
) -> None:
    """The last box is taller than any page."""
    found = made([f"word{n}" for n in range(count)], printing, language)
    words = boxed(built(found)[0])
    assert [one.text for one in words] == [
        word.plain for word in found.worksheets[0].sections[0].words
    ]
    wanted = {EditionName.STANDARD: 11, EditionName.LARGE_PRINT: 18, EditionName.DYSLEXIA: 13}
    assert {round(one.size, 1) for one in words} == {wanted[printing.editions[0]]}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_run_the_way_that_the_language_does(language: str) -> None:
    words = boxed(built(made([f"word{n}" for n in range(30)], language=language))[0])
    first = [one for one in words if one.top == words[0].top]
    assert len(first) > 3
    assert [one.left for one in first] == sorted(
        (one.left for one in first), reverse=language == "ar"
    )


def test_one_long_phrase_leaves_the_other_words_in_columns() -> None:
    """It takes the columns that it needs; else twenty words would stand below each other."""
    phrase = "word20 that is a phrase of a dozen words and takes most of the line"
    words = [f"word{n}" for n in range(20)]
    rows = {round(one.top) for one in boxed(built(made([*words, phrase]))[0])}
    alone = {round(one.top) for one in boxed(built(made(words))[0])}
    assert len(alone) < len(rows) <= len(alone) + 2


@in_every_printing
def test_a_box_taller_than_a_page_begins_under_its_heading_and_stays_on_its_pages(
    printing: Printing,
) -> None:
    content, _ = built(made([f"word{n}" for n in range(700)], printing))
    with pdfplumber.open(io.BytesIO(content)) as document:
        titled = [
            number for number, page in enumerate(document.pages) if "Fill in" in page.extract_text()
        ]
        ends = [
            (edge["top"], edge["bottom"], float(page.height))
            for page in document.pages
            for edge in (*page.rects, *page.lines)
        ]
    words = boxed(content)
    assert titled == [words[0].page]
    assert words[-1].page > words[0].page
    for top, bottom, height in ends:
        assert MARGIN - 1 <= top <= bottom <= height - MARGIN + 1


def test_a_box_that_a_page_can_hold_is_whole_on_that_of_the_first_gap() -> None:
    for count in range(180, 260, 20):
        content, _ = built(made([f"word{n}" for n in range(count)]))
        words = boxed(content)
        with pdfplumber.open(io.BytesIO(content)) as document:
            asked = [
                number
                for number, page in enumerate(document.pages)
                if "It is" in page.extract_text()
            ]
        assert {one.page for one in words} == {asked[0]}


def assembled(words: Sequence[str], seed: str) -> Assessment:
    """The same from a bank: the box is mixed as it is for a class."""
    items = [
        item(f"g{n}", Text(()), gaps(f"It is {{{{c1::{word}}}}} here."))
        for n, word in enumerate(words)
    ]
    chosen = Selection(ids=tuple(one.id for one in items))
    part = SectionSpec(text("Fill in"), None, chosen, word_bank=True)
    sheet = WorksheetSpec(Word("worksheet"), text("T"), STANDARD, None, (part,), 1, seed)
    deck = DeckFile("deck", Path("deck.yaml"), (Word("bank"),), {"worksheets": (sheet,)})
    bank = Bank("bank", text("Bank"), "en", (Topic("t", text("T"), tuple(items)),))
    report = Report()
    found = assemble(deck, [bank], DECK_PARTS, report)
    assert report.diagnostics == []
    return found


WORDS = st.lists(
    st.sampled_from([f"word{n}" for n in range(40)]), min_size=3, max_size=25, unique=True
)


@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(WORDS, st.text("abc", min_size=1), st.randoms(use_true_random=False))
def test_a_sheet_tells_nothing_of_which_gap_a_word_belongs_to(
    words: list[str], seed: str, chance: random.Random
) -> None:
    """Whichever word fills which gap, not a byte of the sheet or of its metadata is another, but
    for the one case in which the box would have the order of the gaps."""
    others = chance.sample(words, len(words))
    one, other = assembled(words, seed), assembled(others, seed)
    before, after = files(one)["worksheet.pdf"], files(other)["worksheet.pdf"]
    orders = [[said.text for said in boxed(content)] for content in (before, after)]
    for order, solved in zip(orders, (words, others), strict=True):
        assert sorted(order) == sorted(words)
        assert order != solved
    if orders[0] == orders[1]:
        assert before == after
    else:
        assert words == orders[1] or others == orders[0]
