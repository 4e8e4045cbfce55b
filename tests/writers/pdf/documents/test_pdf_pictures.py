"""Pictures on a sheet: as wide as their author wants, beside a text, as options in rows."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations
from typing import Any

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    essay,
    gaps,
    in_every_printing,
    item,
    png,
    section,
    squeezed,
    words_of,
)

from quizgen.model.assessment import Paper, Printing
from quizgen.model.bank import Media
from quizgen.model.item import Item

MM = 72 / 25.4
SIZES = {"wide.png": (600, 300), "high.png": (200, 400), "my map.png": (400, 300)}
MEDIA = {name: Media(name, png(*size)) for name, size in SIZES.items()}
WORDS = "The map shows where the three of them met, and which way each of them came there."


def sheet_of(*items: Item, printing: Printing = Printing()) -> bytes:  # noqa: B008  (frozen)
    made = assessment(section(*items), printing=printing)
    sheet, _ = built(replace(made, bank=replace(made.bank, media=MEDIA)))
    return sheet


def pictures(content: bytes) -> list[dict[str, Any]]:
    """The pictures of a file, from the top, each with the page that it is on."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [{**one, "of": page} for page in document.pages for one in page.images]


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one.get("page_number", 1) == other.get("page_number", 1) and bool(
        one["x0"] < other["x1"] - 0.1
        and other["x0"] < one["x1"] - 0.1
        and one["top"] < other["bottom"] - 0.1
        and other["top"] < one["bottom"] - 0.1
    )


@pytest.mark.parametrize("share", [20, 50, 100])
def test_a_picture_is_as_wide_as_its_author_says(share: int) -> None:
    (found,) = pictures(
        sheet_of(item("one", f"![m](wide.png){{width={share}%}}\n\nWell?", entry("x")))
    )
    (full,) = pictures(sheet_of(item("one", "![m](wide.png){width=100%}\n\nWell?", entry("x"))))
    wide = found["x1"] - found["x0"]
    assert wide == pytest.approx(share / 100 * (full["x1"] - full["x0"]), abs=0.2)
    assert full["x1"] - full["x0"] > 400


def test_a_width_in_centimetres_is_that() -> None:
    (found,) = pictures(sheet_of(item("one", "![m](my map.png){width=4cm} Well?", entry("x"))))
    assert found["x1"] - found["x0"] == pytest.approx(40 * MM, abs=0.1)
    assert found["bottom"] - found["top"] == pytest.approx(30 * MM, abs=0.1)


@in_every_printing
def test_no_picture_leaves_the_page(printing: Printing) -> None:
    content = sheet_of(
        item("one", "![m](high.png){width=100%}", entry("x")),
        item("two", "![m](high.png){width=300mm} Well?", entry("x")),
        printing=printing,
    )
    for found in pictures(content):
        page = found["of"]
        assert found["x1"] < page.width - 30
        assert found["bottom"] < page.height - 30


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@in_every_printing
def test_options_that_are_pictures_stand_side_by_side(printing: Printing, count: int) -> None:
    names = ["wide.png", "high.png", "my map.png"] * 2
    options = [f"![option {n}]({name})" for n, name in enumerate(names[:count])]
    found = pictures(sheet_of(item("one", "Which?", choice(*options)), printing=printing))
    assert len(found) == count
    assert len({round(one["x0"]) for one in found}) > 1
    assert not any(overlap(*pair) for pair in combinations(found, 2))
    letters = [
        {**word, "page_number": page.page_number}
        for page in {one["page_number"]: one["of"] for one in found}.values()
        for word in page.extract_words()
        if word["text"] in "ABCDEF"
    ]
    for one in found:
        beside = [
            letter
            for letter in letters
            if letter["page_number"] == one["page_number"]
            and letter["x1"] <= one["x0"]
            and abs(letter["top"] - one["top"]) < 12
        ]
        assert beside, "a letter stands at the top left of each picture"


def test_those_that_are_to_be_wide_stand_below_each_other() -> None:
    options = [f"![option {n}](wide.png){{width=80%}}" for n in range(3)]
    found = pictures(sheet_of(item("one", "Which?", choice(*options))))
    assert len({round(one["x0"]) for one in found}) == 1


BESIDE = [
    item("one", f"![m](my map.png){{.beside}} {WORDS}", choice("Rome", "Bern", "Paris")),
    item("one", f"{WORDS}\n\n![m](my map.png){{width=30% .beside}}", entry("x")),
    item("one", f"{WORDS} ![m](high.png){{.beside}}", essay("x")),
    item("one", "", gaps(f"{WORDS} ![m](my map.png){{.beside}} It was {{{{c1::there}}}}.")),
]


@pytest.mark.parametrize("one", BESIDE)
def test_a_picture_stands_beside_its_text(one: Item) -> None:
    content = sheet_of(one)
    (picture,) = pictures(content)
    words = [word for word in picture["of"].extract_words() if word["text"] in WORDS.split()]
    beside = [word for word in words if picture["top"] - 3 < word["top"] < picture["bottom"]]
    assert beside
    assert all(word["x1"] < picture["x0"] for word in beside)
    assert squeezed(WORDS) in squeezed("".join(words_of(content)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["Seoul", "sanctions", "extraordinarily"]), min_size=1, max_size=60),
    st.sampled_from(sorted(SIZES)),
    st.sampled_from(["", "width=20% ", "width=90% ", "width=5cm "]),
    st.sampled_from([1, 2]),
    st.sampled_from(list(Paper)),
)
def test_nothing_is_printed_over_a_picture_and_no_word_is_lost(
    words: list[str], name: str, width: str, columns: int, paper: Paper
) -> None:
    stem = f"![m]({name}){{{width}.beside}} {' '.join(words)}"
    items = [
        item("one", stem, choice("Rome", "Bern", "an option of several words, as some are")),
        item("two", stem, entry("x")),
    ]
    content = sheet_of(*items, printing=Printing(paper, columns=columns))
    found = pictures(content)
    assert len(found) == 2
    for picture in found:
        on_page = {**picture, "page_number": 1}
        assert not any(overlap(word, on_page) for word in picture["of"].extract_words())
    assert squeezed("".join(words_of(content))).count(squeezed(" ".join(words))) >= 2
