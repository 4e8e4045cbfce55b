"""Worksheets in Hebrew and Arabic run from right to left."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    files,
    gaps,
    item,
    match,
    order,
    plain,
    section,
    with_parts,
)
from support.script_fonts import NOTO, STEMS, fonts
from support.script_sheets import sheet_in

from quizgen.assemble.shuffle import display_order
from quizgen.model.bank import GlossaryEntry, Passage
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.style import MM


@pytest.mark.parametrize("language", ["he", "ar"])
def test_a_worksheet_in_hebrew_or_arabic_begins_at_the_right(language: str) -> None:
    answers = STEMS[language].split()[:4]
    made = assessment(
        section(item("q", STEMS[language], choice(answers[0], *answers[1:])), title="1"),
        title=STEMS[language],
        language=language,
    )
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        words = page.extract_words()
        number = max(word["x1"] for word in words if word["text"] == "1" and word["top"] > 200)
        assert number == pytest.approx(page.width - 56.7, abs=6)
        assert min(word["x0"] for word in words) < 100, "points stand at the left"
    with pikepdf.open(io.BytesIO(sheet)) as document:
        assert document.Root.ViewerPreferences.Direction == "/R2L"


def test_gaps_and_latin_names_keep_their_place_in_hebrew() -> None:
    source = "המדינות הכריזו על {{c1::סנקציות}} לפי S/RES/1718 (2006) ועל עוד."
    made = assessment(section(item("q", Text(()), gaps(source)), title="1"), language="he")
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        words = {word["text"]: word for word in page.extract_words()}
        before, name, year, then = (words[one] for one in ("לע", "S/RES/1718", "(2006)", "לעו"))
        assert then["x1"] < name["x0"] < name["x1"] < year["x0"]
        [rule] = [
            line for line in page.lines
            if abs(line["top"] - before["bottom"]) < 6 and line["x1"] - line["x0"] > 60
        ]  # fmt: skip
        assert year["x1"] < rule["x0"] < rule["x1"] < before["x0"]


@pytest.mark.parametrize(("language", "form"), [("he", "A"), ("ar", "B")])
def test_form_code_and_page_stand_apart_at_the_foot(language: str, form: str) -> None:
    made = assessment(section(item("q", "?", entry("x")), title="1"), language=language)
    sheets = tuple(replace(one, form=form, digest="1f3a1014") for one in made.worksheets)
    [sheet, _] = files(with_parts(made, worksheets=sheets), None, fonts(*NOTO)).values()
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        words = page.crop((0, page.height - 50, page.width, page.height)).extract_words()
        places = {word["text"]: word["x0"] for word in words}
        name, _ = Translations(language).form(form).split()
        assert places[form] < places[name[::-1]]
        between = [one for one in places if places[form] < places[one] < places[name[::-1]]]
        assert between == []
        assert places["1f3a1014"] < places[form]


@pytest.mark.parametrize("language", ["he", "fa"])
def test_rows_of_numbers_and_of_letters_run_the_same_way_in_a_key(language: str) -> None:
    """Persian has no catalogue: its letters are Latin."""
    several = item("q", "?", choice(["b", "c"], "d", "e", fixed=True))
    event = item("r", "?", order("x", "y", "z"))
    made = assessment(section(several, event, title="1"), title="1", language=language)
    _, key = built(made, machine_fonts=fonts(*NOTO))
    letters = [Translations(language).letter(n) for n in (1, 0)]
    numbers = [str(n + 1) for n in display_order(event, "seed")][::-1]
    with pdfplumber.open(io.BytesIO(key)) as document:
        rows = [
            re.sub(r"[^\w]+", " ", row) for row in document.pages[0].extract_text().splitlines()
        ]
    assert any(" ".join(letters) in row for row in rows), rows
    assert any(" ".join(numbers) in row for row in rows), rows


SENTENCES = {"he": "זה טקסט ארוך שיש בו מספר 1718.", "en": "A long text that has a number, 1718."}


@pytest.mark.parametrize(("own", "other"), [("en", "he"), ("he", "en")])
def test_a_passage_begins_at_the_side_of_its_language(own: str, other: str) -> None:
    passage = Passage(plain("Z"), (plain(f"{SENTENCES[other]} " * 12),), language=other)
    term = GlossaryEntry(
        plain("מספר 1718." if other == "he" else "number 1718."), plain("x"), other
    )
    made = assessment(section(title="1"), title="1", language=own)
    sheet = replace(made.worksheets[0], passage=passage, glossary=(term,))
    content = files(with_parts(made, worksheets=(sheet,)), None, fonts(*NOTO))["worksheet.pdf"]
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        found = page.extract_words()
        first, last = "זה"[::-1] if other == "he" else "A", "1718"
        top = min(one["top"] for one in found if one["text"] == first)
        line = [one for one in found if abs(one["top"] - top) < 4]
        number, *_ = sorted(line, key=lambda one: one["x0"], reverse=other == "he")
        assert number["text"] == "1"
        assert edge(number, other) == pytest.approx(edge_of(page, other), abs=1)
        words = [one for one in line if one is not number]
        assert words[-1 if other == "he" else 0]["text"] == first
        [entry_] = [one for one in found if one["top"] > top + 100 and last in one["text"]]
        assert entry_["text"] == (".1718" if other == "he" else "1718.")


def edge(word: dict[str, float], language: str) -> float:
    return word["x1"] if language == "he" else word["x0"]


def edge_of(page: Any, language: str) -> float:
    """Where lines of `language` begin."""
    return float(page.width) - 20 * MM if language == "he" else 20 * MM


@pytest.mark.parametrize(("own", "other"), [("en", "he"), ("he", "en")])
def test_a_quote_runs_as_its_language_does(own: str, other: str) -> None:
    passage = Passage(plain("Z"), (plain(SENTENCES[other]),), language=other)
    question = item("q", "1", entry("x"), evidence=[SENTENCES[other]])
    made = assessment(section(question, title="1"), title="1", language=own)
    bank = replace(made.bank, passage=passage)
    _, key = built(replace(made, bank=bank), machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(key)) as document:
        text = document.pages[0].extract_text()
    assert (".1718" if other == "he" else "1718.") in text


def test_a_match_in_arabic_has_its_boxes_at_the_right() -> None:
    pairs = {"جيك سوليفان": "الولايات المتحدة", "تشو": "كوريا الجنوبية"}
    made = assessment(section(item("q", "من", match(pairs)), title="1"), language="ar")
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        assert {round(box["x1"] / page.width, 1) for box in page.rects} == {0.9}


def test_one_arabic_word_in_an_english_sentence_is_joined_and_turned(tmp_path: Path) -> None:
    stem = "The word سلام means peace."
    sheet = sheet_in("en", stem, fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = [word["text"] for word in document.pages[0].extract_words()]
    assert words[words.index("word") + 1 : words.index("means")] == ["سلام"[::-1]]
    book = FontBook("en", machine=fonts(*NOTO))
    face = book.resolve("س", Font(SERIF, 11))
    alone, joined = ({glyph.gid for glyph in face.shape(one, True).glyphs} for one in "سل")  # type: ignore[union-attr]
    word = {glyph.gid for glyph in face.shape("سلام", True).glyphs}  # type: ignore[union-attr]
    assert not word >= alone | joined
