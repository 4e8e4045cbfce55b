"""Blanks: long enough to write in, alike, and never parted from their numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from support.pdf_samples import PRINTINGS, assessment, built, files, gaps, item, section

from quizgen.model.assessment import EditionName, Paper, Printing
from quizgen.model.item import Item
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.editions import STANDARD
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.inline_content import GapStyle
from quizgen.writers.pdf.layout.line_breaking import InlineBlank, break_lines, natural_width
from quizgen.writers.pdf.layout.text_runs import TextBox
from quizgen.writers.pdf.layout.typesetter import Typesetter

MM = 72 / 25.4
PHRASE = "the parties shall seek a solution by negotiation, inquiry, mediation or peaceful means"


def asked(source: str, name: str = "q") -> Item:
    return item(name, Text(()), gaps(source))


def pages(*items: Item, printing: Printing = Printing()) -> Iterator[Any]:  # noqa: B008  (frozen)
    content, _ = built(assessment(section(*items), printing=printing))
    with pdfplumber.open(io.BytesIO(content)) as document:
        yield from document.pages


def rules(page: Any) -> list[dict[str, Any]]:
    """The lines to write on below the head, those that touch joined into one.

    The head, which has lines too, is on the first page, above the section's heading "Who took
    part". Where a question fits only the second page, that heading is there, and so is no line.
    """
    found: list[dict[str, Any]] = []
    headings = [word["bottom"] for word in page.extract_words() if word["text"] == "took"]
    top = max(headings, default=float(page.height) if page.page_number == 1 else 0.0)
    for one in sorted(page.lines, key=lambda line: (round(line["top"]), line["x0"])):
        if one["top"] < top:
            continue
        if found and abs(found[-1]["top"] - one["top"]) < 1 and one["x0"] - found[-1]["x1"] < 0.5:
            found[-1]["x1"] = one["x1"]
        else:
            found.append({key: one[key] for key in ("x0", "x1", "top")})
    return found


def lengths(*sources: str, printing: Printing = Printing()) -> list[float]:  # noqa: B008
    [page] = pages(*(asked(s, f"q{n}") for n, s in enumerate(sources)), printing=printing)
    return [(one["x1"] - one["x0"]) / MM for one in rules(page)]


def test_short_answers_get_short_blanks() -> None:
    assert lengths("Das Wort ist {{c1::es}} hier.") == [pytest.approx(25, abs=0.1)]
    assert lengths("In {{c1::2006}} it was.") == [pytest.approx(25, abs=0.1)]


def test_words_of_a_section_have_blanks_of_one_length() -> None:
    found = lengths("It is {{c1::es}} here.", "It is {{c1::a General Assembly}} here.")
    assert len(found) == 2
    assert found[0] == pytest.approx(found[1])
    assert found[0] > 40


def test_a_phrase_gets_the_length_it_wants_and_words_beside_it_do_not() -> None:
    found = lengths("It is {{c1::es}} here.", f"It says that {{{{c1::{PHRASE}}}}} in the end.")
    assert found[0] == pytest.approx(25, abs=0.1)
    assert sum(found[1:]) > 200
    assert len(found[1:]) > 1, "it goes on on the next line"


def test_phrases_of_a_section_have_blanks_of_one_length() -> None:
    shorter = PHRASE[:60]
    both = [f"So {{{{c1::{one}}}}} x." for one in (PHRASE, shorter)]
    found = [sum(lengths(both[0], both[1])[:2]), sum(lengths(both[1], both[0])[:2])]
    assert found[0] == pytest.approx(found[1])


@pytest.mark.parametrize("width", range(80, 200, 3))
@pytest.mark.parametrize("before", ["", "(", "x-(", "Donaudampfschiff"])
def test_no_line_ends_between_a_number_and_its_blank(width: float, before: str) -> None:
    """However narrow the column: the blank gets shorter first."""
    typesetter = Typesetter(STANDARD, Pictures({}), FontBook("en"), Translations("en"))
    task = gaps(f"A {before}{{{{c1::b}}}}). And {before}{{{{c2::d}}}}»!")
    style = GapStyle(lambda _: 70.0).numbered(task.gaps)
    text = typesetter.paragraphs(task.parts, STANDARD.body.font, width, None, style)
    lines = list(break_lines(text[0].boxes, width))
    assert not [line for line in lines if isinstance(line[0], InlineBlank)]
    if before != "Donaudampfschiff":
        assert all(natural_width(line) <= width + 0.1 for line in lines)
        starts = [box.text for box, *_ in lines if isinstance(box, TextBox)]
        assert not [text for text in starts if text[0] in ").»!"]


LARGE_ON_LETTER = Printing(Paper.LETTER, editions=(EditionName.LARGE_PRINT,))
"""A question that fits a page here stands on the second one, below nothing of the head."""
WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=24), min_size=2, max_size=30)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(WORDS, st.text("(«-x", max_size=30), st.integers(1, 12), st.sampled_from(PRINTINGS))
@example(["bheechhff"] * 21, "-x-x«-", 3, LARGE_ON_LETTER)
def test_a_number_stands_beside_its_blank(
    words: list[str], before: str, length: int, printing: Printing
) -> None:
    """Also where no space is before it, and where the line has hardly room for the blank."""
    answer = "n" * length
    source = " ".join(f"{word} {before}{{{{c1::{answer}}}}}." for word in words)
    for page in pages(asked(source), printing=printing):
        small = [char for char in page.chars if char["text"].isdigit()]
        for rule in rules(page):
            beside = [
                char
                for char in small
                if abs(char["bottom"] - rule["top"]) < 12 and 0 <= rule["x0"] - char["x1"] < 6
            ]
            assert beside, (rule, page.page_number)


@pytest.mark.parametrize("teacher", [False, True])
def test_a_unit_stands_on_the_line_of_its_gap(teacher: bool) -> None:
    """Whatever comes before a gap: its hint begins no line."""
    printing = Printing(columns=2, teacher=True)
    items = [
        asked(f"{'word ' * words}{{{{c1::35::km}}}} on foot", f"q{words}") for words in range(1, 16)
    ]
    contents = files(assessment(section(*items), printing=printing)).items()
    (content,) = (
        one
        for name, one in contents
        if name.endswith("-teacher.pdf") == teacher and "-key" not in name
    )
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            words = page.extract_words()
            units = [word for word in words if "(km)" in word["text"]]
            for unit in units:
                before = [
                    one
                    for one in (*words, *page.lines)
                    if one["x1"] <= unit["x0"] + 1
                    and unit["x0"] - one["x1"] < 12
                    and unit["top"] - 4 < one["bottom"] < unit["bottom"] + 4
                ]
                assert before or unit["text"] != "(km)"
