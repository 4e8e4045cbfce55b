"""Where things stand: whole items, margins, columns, blanks of one length, headings."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pdfplumber
import pytest
from support.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    built,
    choice,
    entry,
    files,
    gaps,
    in_every_printing,
    item,
    match,
    png,
    read,
    section,
    with_parts,
    words_of,
)
from support.pdf_sentences import sentence
from support.script_fonts import NOTO, fonts

from quizgen.model.assessment import EditionName, Paper, Printing
from quizgen.model.text import Text
from quizgen.model.translations import LANGUAGES
from quizgen.writers.pdf.layout.editions import edition_of

MARGIN = 56.69
"""20 mm in points."""


def test_numbers_end_in_one_column_and_points_in_another() -> None:
    questions = [item(f"q{n}", f"Question{n}", entry("x"), points=n) for n in range(1, 13)]
    sheet, _ = built(assessment(section(*questions)))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = document.pages[0].extract_words()
    rows = {word["text"]: word["top"] for word in words if word["text"].startswith("Question")}
    starts = {round(word["x0"], 1) for word in words if word["text"] in rows}
    numbers = {round(w["x1"], 1) for w in words if w["text"].isdigit() and w["x0"] < 75}
    points = {round(w["x1"], 1) for w in words if w["text"] in ("pt", "pts")}
    assert len(rows) > 9
    assert len(starts) == len(numbers) == len(points) == 1


@pytest.mark.parametrize(("length", "columns"), [(1, 4), (16, 2), (40, 1)])
def test_options_stand_in_as_many_columns_as_the_widest_allows(length: int, columns: int) -> None:
    options = [f"{letter * length}" for letter in "mnop"]
    sheet, _ = built(assessment(section(item("q", "Q?", choice(*options)))))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = [w for w in document.pages[0].extract_words() if w["text"] in options]
    assert len(words) == 4
    assert len({round(word["x0"]) for word in words}) == columns


def test_letters_run_row_by_row() -> None:
    options = ["a rather long option", "some other option", "the third of the four", "the last one"]
    sheet, _ = built(assessment(section(item("q", "Q?", choice(*options)))))
    page = read(sheet)[0]
    assert page.index("A ") < page.index("B ") < page.index("C ") < page.index("D ")
    [first] = [line for line in page.splitlines() if line.startswith("A ")]
    assert " B " in first


def test_items_are_further_apart_than_options_and_options_than_their_lines() -> None:
    options = [sentence(letter, 12) for letter in "mnop"]
    sheet, _ = built(
        assessment(section(*(item(f"q{n}", f"Stem{n}", choice(*options)) for n in range(2))))
    )
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = document.pages[0].extract_words()
    tops = {w["text"]: w["top"] for w in words if w["text"].startswith("Stem")}
    first = sorted(w["top"] for w in words if w["text"] in "mnop" and w["top"] < tops["Stem1"])
    option_gap = first[1] - first[0]
    assert tops["Stem1"] - first[-1] > option_gap > 14
    assert first[0] - tops["Stem0"] < tops["Stem1"] - first[-1]


def test_blanks_of_a_section_are_all_of_one_length_and_never_short() -> None:
    first = section(
        item("a", Text(()), gaps("One {{c1::x}} and {{c2::a much longer answer}} here.")),
        item("b", Text(()), gaps("Two {{c1::y}} there.")),
    )
    second = section(item("c", Text(()), gaps("Three {{c1::z}}.")), title="More", first=3)
    sheet, _ = built(assessment(first, second))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        heading = next(w["top"] for w in page.extract_words() if w["text"] == "More")
        rules = [
            (line["top"] < heading, round(line["width"], 1))
            for line in page.lines
            if line["top"] > 150 and line["width"] < 300
        ]
    above = {width for before, width in rules if before}
    below = {width for before, width in rules if not before}
    assert len(rules) == 4
    assert len(above) == len(below) == 1
    assert above > below or above.pop() > below.pop() >= 70.8


def test_an_option_of_many_words_and_a_word_of_many_letters_lose_nothing() -> None:
    option = " ".join(f"o{n}" for n in range(2000))
    word = "".join(chr(ord("a") + n % 26) for n in range(3000))
    sheet, key = built(assessment(section(item("a", word, choice(option, "no")))))
    for content, wanted in ((sheet, option), (sheet, word), (key, option)):
        assert "".join(wanted.split()) in "".join(words_of(content)).replace("1(continued)", "")


def test_a_picture_is_no_wider_than_its_line_and_no_page_is_filled_by_it() -> None:
    media = {"wide.png": png(4000, 300), "tall.png": png(100, 9000), "dot.png": png(8, 8)}
    made = [item(name, f"Look: ![a map]({name})", entry("x")) for name in media]
    sheet, _ = built(assessment(section(*made), media=media))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        pictures = [picture for page in document.pages for picture in page.images]
    assert len(pictures) == 3
    wide, tall, dot = pictures
    for picture in pictures:
        assert picture["x0"] >= MARGIN
        assert picture["x1"] <= 595.28 - MARGIN
        assert picture["height"] < 200
    assert wide["width"] / wide["height"] == pytest.approx(4000 / 300, rel=0.01)
    assert tall["height"] / tall["width"] == pytest.approx(90, rel=0.01)
    assert dot["width"] == pytest.approx(6)


def test_a_picture_in_an_option_stands_beside_its_letter() -> None:
    media = {"a.png": png(80, 60), "b.png": png(80, 60, "RGBA")}
    made = item("q", "Which?", choice("![one](a.png)", "![two](b.png)"))
    sheet, _ = built(assessment(section(made), media=media))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        letters = [word for word in page.extract_words() if word["text"] in ("A", "B")]
        for letter, picture in zip(letters, page.images, strict=True):
            assert letter["x1"] < picture["x0"] < letter["x1"] + 20
            assert picture["top"] < letter["bottom"] <= picture["bottom"] + 5


@in_every_printing
def test_every_interaction_keeps_to_the_margins(printing: Printing) -> None:
    least = edition_of(printing.editions[0], printing).margin
    for content in built(assessment(EVERY_INTERACTION, printing=printing)):
        with pdfplumber.open(io.BytesIO(content)) as document:
            for page in document.pages:
                for box in (*page.rects, *page.lines):
                    assert box["x0"] >= least - 0.5
                    assert box["x1"] <= page.width - least + 0.5
                    assert box["bottom"] <= page.height - least + 0.5


def test_a_picture_in_a_stem_has_a_line_of_its_own_under_the_words_before_it() -> None:
    made = item("q", "Before ![map](map.png) after.", choice(["a", "b"], "c"))
    sheet, _ = built(assessment(section(made), media={"map.png": png(300, 200)}))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        tops = {word["text"]: word["top"] for word in page.extract_words()}
        [picture] = page.images
    assert tops["Before"] < picture["top"] < picture["bottom"] < tops["after."]


def test_labels_of_a_long_matching_leave_the_texts_in_line() -> None:
    pairs = {f"premise{n}": f"response{n}" for n in range(30)}
    sheet, _ = built(assessment(section(item("q", "Match.", match(pairs)))))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = [word for page in document.pages for word in page.extract_words()]
    for kind in ("premise", "response"):
        assert len({round(w["x0"], 1) for w in words if w["text"].startswith(kind)}) == 1


def test_stems_leave_the_points_their_column_and_instructions_fill_the_line() -> None:
    words = sentence("w", 100)
    made = item("q", words, entry("x"), points=12)
    sheet, _ = built(assessment(section(made, instructions=words), instructions=words))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        found = page.crop((0, 0, page.width, page.height - 50)).extract_words()
    points = next(word for word in found if word["text"] == "pts")
    stem = [word["x1"] for word in found if word["top"] > points["top"] + 5]
    above = [word["x1"] for word in found if word["top"] < points["top"] - 5]
    assert max(stem) < points["x0"] < max(above) <= page.width - MARGIN


@pytest.mark.parametrize("size", [(60, 40), (40, 300)])
def test_a_picture_in_a_cell_does_not_tear_the_text_beside_it(size: tuple[int, int]) -> None:
    pairs = {"![a map](map.png)": "a", "first second third fourth " * 6: "b"}
    made = section(item("q", "Match.", match(pairs)))
    sheet, _ = built(assessment(made, media={"map.png": png(*size)}))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        lines = [w["bottom"] for w in document.pages[0].extract_words() if w["text"] == "first"]
    steps = [after - before for before, after in itertools.pairwise(sorted(set(lines)))]
    assert steps
    assert max(steps) < 15


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", Paper)
def test_what_stands_at_the_foot_stands_apart(language: str, paper: Paper) -> None:
    """In the largest type and with the longest words, those of a teacher's edition."""
    printing = Printing(paper, (EditionName.LARGE_PRINT,), teacher=True)
    items = [item(f"q{n}", "Why? " * 90, entry("x")) for n in range(12)]
    made = assessment(section(*items), language=language.replace("_", "-"), printing=printing)
    [sheet] = made.worksheets
    made = with_parts(made, worksheets=(replace(sheet, form="W", digest="88888888"),))
    content = files(made, machine_fonts=fonts(*NOTO))["worksheet-W-large-print-teacher.pdf"]
    with pdfplumber.open(io.BytesIO(content)) as found:
        page = found.pages[-1]
        foot = page.crop((0, page.height - 60, page.width, page.height))
        wide = [word for word in foot.extract_words() if word["x1"] - word["x0"] > 1]  # no accents
        words = sorted(wide, key=lambda word: float(word["x0"]))
    assert words[0]["x0"] >= 70
    assert words[-1]["x1"] <= page.width - 70
    assert all(one["x1"] <= other["x0"] + 0.1 for one, other in itertools.pairwise(words))
