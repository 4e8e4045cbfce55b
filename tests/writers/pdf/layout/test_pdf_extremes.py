"""Banks that no one would print: nothing is lost, nothing is out of order, nothing overlaps."""

from __future__ import annotations

import io
import itertools
from typing import Any, NamedTuple

import pdfplumber
import pytest
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    gaps,
    in_every_printing,
    item,
    match,
    order,
    png,
    section,
    squeezed,
)

from quizgen.model.assessment import Printing
from quizgen.model.item import Item
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.worksheet import worksheet_document
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.display_list import DrawText
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.typesetter import Typesetter


def marked(letter: str, count: int) -> str:
    return " ".join(f"{letter}{n}" for n in range(count))


LETTERS = "".join(chr(ord("a") + n % 26) for n in range(300))
MEDIA = {"tall.png": png(60, 9000), "wide.png": png(3000, 40)}
TITLE = " ".join(["A section title of many words"] * 14)


class Extreme(NamedTuple):
    """An item, and the texts that must come out of its worksheet in one piece."""

    item: Item
    wanted: tuple[str, ...]


EXTREMES = [
    Extreme(item("stem", marked("s", 2500), choice("yes", "no")), (marked("s", 2500), "yes")),
    Extreme(
        item("option", "Which?", choice(marked("o", 400), "no", marked("n", 400))),
        (marked("o", 400), marked("n", 400)),
    ),
    Extreme(item("word", LETTERS, choice(LETTERS[::-1], "x")), (LETTERS, LETTERS[::-1])),
    Extreme(
        item("pairs", "Match.", match({f"p{n}p": f"r{n}r" for n in range(100)})),
        tuple(f"{kind}{n}{kind}" for kind in "pr" for n in range(100)),
    ),
    Extreme(
        item("long-pairs", "Match.", match({LETTERS: "q", marked("c", 500): LETTERS[::-1]})),
        tuple(marked("c", 500).split()),
    ),
    Extreme(
        item("picture", "See ![tall](tall.png) and ![wide](wide.png).", entry("x")), ("See", "and")
    ),
    Extreme(
        item("gap", Text(()), gaps(f"{marked('g', 900)} {{{{c1::{LETTERS}}}}} {LETTERS}")),
        (marked("g", 900), LETTERS),
    ),
    Extreme(
        item("events", "Order.", order(marked("v", 600), LETTERS, "last")),
        (marked("v", 600), LETTERS, "last"),
    ),
    Extreme(item("points", "Much?", entry("x"), points=100_000), ("100000 pts",)),
]


def flowing(content: bytes) -> str:
    """The text in the order of its content, without white space, feet and continuations."""
    found = ""
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            body = page.crop((0, 0, page.width, page.height - 62))
            found += "".join(word["text"] for word in body.extract_words(use_text_flow=True))
    return found.replace("2(continued)", "")


def overlapping(page: Any) -> list[str]:
    """Pairs of characters that stand over each other."""
    chars = sorted((c for c in page.chars if c["text"].strip()), key=lambda char: char["x0"])
    found = []
    for index, one in enumerate(chars):
        for other in itertools.islice(chars, index + 1, None):
            if other["x0"] > one["x1"] - 0.5 * min(one["width"], other["width"]):
                break
            if abs(other["matrix"][5] - one["matrix"][5]) < 0.6 * one["size"]:
                found.append(f"{one['text']} and {other['text']} on page {page.page_number}")
    return found


@in_every_printing
@pytest.mark.parametrize("made", EXTREMES, ids=lambda made: made.item.id.value)
def test_an_extreme_item_loses_nothing(made: Extreme, printing: Printing) -> None:
    before = item("before", "Before?", entry("x"))
    parts = section(before, made.item, title=TITLE)
    sheet, key = built(assessment(parts, printing=printing, media=MEDIA))
    text = flowing(sheet)
    for wanted in (TITLE, *made.wanted):
        assert squeezed(wanted) in text
    margin = edition_of(printing.editions[0], printing).margin
    for content in (sheet, key):
        with pdfplumber.open(io.BytesIO(content)) as document:
            for page in document.pages:
                assert overlapping(page) == []
                for thing in (*page.images, *page.lines, *page.rects):
                    assert thing["x0"] >= margin - 0.5
                    assert thing["x1"] <= page.width - margin + 0.5
                    assert thing["bottom"] <= page.height - margin + 0.5
                for word in page.extract_words():
                    assert word["x0"] >= margin - 0.5
                    assert word["x1"] <= page.width - margin + 0.5


@in_every_printing
def test_one_item_is_one_page(printing: Printing) -> None:
    sheet, key = built(assessment(section(item("a", "Why?", entry("x"))), printing=printing))
    for content in (sheet, key):
        with pdfplumber.open(io.BytesIO(content)) as document:
            assert len(document.pages) == 1


@in_every_printing
def test_many_items_are_all_there_in_order(printing: Printing) -> None:
    assert_in_order(1500, printing)  # more than calls may stand in each other


@pytest.mark.parametrize("columns", [1, 2])
def test_ten_thousand_items_are_all_there_in_order(columns: int) -> None:
    assert_in_order(10_000, Printing(columns=columns))


def assert_in_order(count: int, printing: Printing) -> None:
    """Hold that of `count` items each comes out once, where it belongs."""
    made = section(*(item(f"q{n}", f"Stem{n}", choice("x", "y")) for n in range(count)))
    [worksheet] = assessment(made, printing=printing).worksheets
    edition = edition_of(printing.editions[0], printing)
    typesetter = Typesetter(edition, Pictures({}), FontBook(), Translations("en"))
    document = worksheet_document(worksheet, "en", typesetter)
    stems = [
        mark.text
        for page in document.pages
        for placed in page
        for mark in placed.row.display_list
        if isinstance(mark, DrawText) and mark.text.startswith("Stem")
    ]
    assert stems == [f"Stem{n}" for n in range(count)]
