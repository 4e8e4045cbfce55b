"""Hyphens: where an author puts one, and where a word would else be torn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.pdf_samples import assessment, built, choice, entry, item, read, section, squeezed

from quizgen.model.assessment import EditionName, Printing
from quizgen.model.text import Text
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.hyphens import hyphenation, never
from quizgen.writers.pdf.layout.itemize import Itemizer
from quizgen.writers.pdf.layout.line_breaking import break_lines, natural_width
from quizgen.writers.pdf.layout.text_runs import TextBox

FONT = Font(SERIF, 11.0)
LONG = "Donaudampfschifffahrtsgesellschaft"
HYPHENS = "-\u00ad"


def lines(text: str, width: float, language: str | None = None) -> list[str]:
    """`text` on lines `width` points wide; none of them is wider."""
    itemizer = Itemizer(FontBook(language or "en"), rtl=False)
    hyphenate = hyphenation(language) if language else never
    broken = list(break_lines(itemizer.text(text, FONT), width, hyphenate))
    assert all(natural_width(line) <= width + 0.01 for line in broken)
    return ["".join(box.text for box in line if isinstance(box, TextBox)) for line in broken]


def test_a_word_longer_than_a_line_is_parted_between_syllables() -> None:
    found = lines(LONG, 80.0, "de")
    assert len(found) > 2
    assert all(line[-1] in HYPHENS for line in found[:-1])
    stems = "".join(line.rstrip(HYPHENS) for line in found)
    assert stems == LONG
    places = [
        len("".join(line.rstrip(HYPHENS) for line in found[:n])) for n in range(1, len(found))
    ]
    assert set(places) <= set(hyphenation("de")(LONG))


@pytest.mark.parametrize(
    "text", ["S12RES1718000000000000000", "x" * 60, "https://aaaaaaaaaaaaaaaaaaaa"]
)
def test_ids_numbers_and_addresses_get_no_hyphen(text: str) -> None:
    found = lines(text, 60.0, "en")
    assert "".join(found) == text


def test_code_gets_none() -> None:
    sheet, _ = built(
        assessment(
            section(item("q", f"`{LONG * 4}`", choice("a", "b"))),
            language="de",
            printing=Printing(editions=(EditionName.LARGE_PRINT,)),
        )
    )
    assert not set(HYPHENS) & set("".join(read(sheet)))


def test_a_word_that_fits_on_a_line_is_never_parted() -> None:
    assert lines(f"und die {LONG} und", 180.0, "de")[0].strip() == "und die"


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    text = "the extra\u00adordi\u00adnary word"
    assert lines(text, 500.0) == ["the extraordinary word"]
    found = lines(text, 60.0)
    assert found[0].startswith("the extra")
    assert found[0][-1] in HYPHENS
    assert "".join(line.rstrip(HYPHENS) for line in found) == "the extraordinary word"


def test_a_language_without_patterns_is_cut_as_before() -> None:
    assert "".join(lines("a" * 80, 60.0, "zxx")) == "a" * 80


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("abeinorst\u00ad -ß.,1"), max_size=80),
    st.floats(30.0, 200.0),
    st.sampled_from(["en", "de", None]),
)
def test_no_character_is_lost(text: str, width: float, language: str | None) -> None:
    visible = "".join(text.split()).replace("\u00ad", "").replace("-", "")
    found = "".join("".join(lines(text, width, language)).split())
    assert found.replace("\u00ad", "").replace("-", "") == visible


def test_on_a_sheet_a_long_word_in_a_table_is_parted() -> None:
    table = f"|{LONG}|b|c|d|\n|-|-|-|-|\n|{LONG}|{LONG}|{LONG}|{LONG}|"
    made = section(item("q", table, entry("x")), item("r", Text((LONG * 3,)), entry("x")))
    for language in ("de", "en"):
        sheet, _ = built(assessment(made, language=language, printing=Printing(columns=2)))
        text = squeezed("".join(read(sheet))).replace("\u00ad", "").replace("-", "")
        assert "gesellschaft" in text
