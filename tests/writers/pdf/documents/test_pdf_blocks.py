"""Lists, tables, code and quotations of questions, on sheets, in keys and on flashcards."""

from __future__ import annotations

import io
from collections import Counter
from itertools import pairwise

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.accessible_pdfs import BLOCKS_OF_TEXT
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    essay,
    files,
    item,
    order,
    png,
    reveal,
    section,
    squeezed,
    with_parts,
    words_of,
)
from support.pdf_structure import elements

from quizgen.model.assessment import CardSheet, EditionName, Flashcards, Printing
from quizgen.model.text import parse_text

LARGE = Printing(editions=(EditionName.LARGE_PRINT,))


def sheet_of(stem: str, printing: Printing = Printing()) -> bytes:  # noqa: B008  (frozen)
    sheet, _ = built(assessment(section(item("one", stem, entry("x"))), printing=printing))
    return sheet


def kinds(content: bytes) -> list[str]:
    """The kinds of the structure elements of a file, in reading order."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [str(one["/S"]).strip("/") for one in elements(pdf.Root["/StructTreeRoot"])]


def parents_of(content: bytes, kind: str) -> set[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = elements(pdf.Root["/StructTreeRoot"])
        return {str(one["/P"]["/S"]).strip("/") for one in found if one["/S"] == f"/{kind}"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A\n- b\n- c\n\nD", "P L LI Lbl LBody LI Lbl LBody P"),
        ("|a|b|\n|-|-|\n|1|2|", "Table TR TH TH TR TD TD"),
        ("A\n> b\n>\n> - c", "P BlockQuote P L LI Lbl LBody"),
        ("A\n```\nb\nc\n```", "P P Code"),
        ("1. a\n   - b\n\n   c", "L LI Lbl LBody P L LI Lbl LBody P"),
    ],
)
def test_a_screen_reader_is_told_what_each_block_is(source: str, expected: str) -> None:
    assert expected in " ".join(kinds(sheet_of(source)))


def test_no_list_and_no_table_is_inside_a_paragraph() -> None:
    made = assessment(
        section(
            item("one", BLOCKS_OF_TEXT, choice("- a\n- b", "c"), explain=BLOCKS_OF_TEXT),
            item("two", "Well?", essay(BLOCKS_OF_TEXT)),
        ),
        printing=Printing(teacher=True),
    )
    for content in files(made).values():
        for kind in ("L", "Table", "BlockQuote", "P"):
            assert not parents_of(content, kind) & {"P", "Span", "Lbl"}, kind


WORDS = [
    "Look",
    "Country",
    "Tokyo",
    "124.5",
    "two",
    "three",
    "four",
    "print(a)",
    "roses",
    "violets",
]


@pytest.mark.parametrize("edition", list(EditionName))
def test_every_word_is_printed_in_its_order(edition: EditionName) -> None:
    one = item("one", BLOCKS_OF_TEXT, choice(BLOCKS_OF_TEXT, "c"), explain=BLOCKS_OF_TEXT)
    printing = Printing(editions=(edition,), teacher=True)
    for name, content in files(assessment(section(one), printing=printing)).items():
        said = [word.strip(",") for word in words_of(content)]
        found = [word for word in said if word in WORDS]
        times = 3 if "teacher" in name else 2
        assert found == WORDS * times, name


def test_flashcards_hold_blocks() -> None:
    one = section(item("one", "Say:\n- one\n- two", reveal("|a|b|\n|-|-|\n|1|2|")))
    cards = Flashcards("cards", parse_text("Cards"), CardSheet(), one.questions)
    [content] = files(with_parts(assessment(), worksheets=(), flashcards=(cards,))).values()
    said = " ".join(words_of(content))
    assert "Say: • one • two" in said
    assert "a b 1 2" in said
    assert {"L", "LI", "Table", "TH", "TD"} <= set(kinds(content))


def test_the_lines_of_code_keep_their_indentation() -> None:
    with pdfplumber.open(io.BytesIO(sheet_of("Run:\n```\nif a:\n    go()\nend\n```"))) as pdf:
        at = {word["text"]: word for word in pdf.pages[0].extract_words()}
    assert at["if"]["x0"] == pytest.approx(at["end"]["x0"])
    assert at["go()"]["x0"] > at["if"]["x0"] + 15
    assert at["if"]["top"] < at["go()"]["top"] < at["end"]["top"]


def test_a_letter_stands_beside_the_first_line_of_its_option() -> None:
    """Whatever block the option begins with."""
    options = choice("```\nkey\n```", "- bullet\n- x", "|head|\n|-|\n|y|", "| |\n|-|\n|cell|")
    sheet, _ = built(assessment(section(item("one", "Well?", options))))
    with pdfplumber.open(io.BytesIO(sheet)) as pdf:
        words = pdf.pages[0].extract_words()
    letters = sorted(w["bottom"] for w in words if w["text"] in ("A", "B", "C", "D"))
    firsts = sorted(w["bottom"] for w in words if w["text"] in ("key", "bullet", "head", "cell"))
    assert letters == pytest.approx(firsts, abs=3)


@settings(max_examples=30)
@given(
    st.lists(
        st.lists(st.text("xyz ", max_size=60), min_size=2, max_size=12), min_size=2, max_size=4
    )
)
def test_no_table_is_wider_than_the_page(rows: list[list[str]]) -> None:
    count = len(rows[0])
    lines = [f"|{'|'.join((row * 12)[:count])}|" for row in rows]
    source = "\n".join(["Look:", "", lines[0], "|-" * count + "|", *lines[1:]])
    content = sheet_of(source, LARGE)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for word in page.extract_words():
                assert word["x1"] <= float(page.width) - 56
    cells = squeezed("".join("".join((row * 12)[:count]) for row in rows))
    printed = squeezed("".join(words_of(content)))
    assert Counter(cells) <= Counter(printed)


def test_the_head_of_a_long_table_is_repeated_overleaf() -> None:
    rows = "\n".join(f"|row{n}|x|" for n in range(80))
    with pdfplumber.open(io.BytesIO(sheet_of(f"|Name|Value|\n|-|-|\n{rows}"))) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) > 1
    assert all("Name" in page for page in pages if "row" in page)
    found = [int(n) for page in pages for n in page.replace("row", " ").split() if n.isdigit()]
    assert all(a <= b for a, b in pairwise(n for n in found if n > 9))


MARKS = [
    *("\n", "\n\n", "- ", "1. ", "> ", "| ", "|---|---|\n", "    ", "\n```\n", "\t", "  \n", "~a~"),
    *("\\\n", "**", "`", "![x](map.png)", "[l](https://e.org)", "word ", "\u0634\u0643 ", "\u200b"),
    "x" * 90,
]


@settings(max_examples=15)
@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join), st.sampled_from(EditionName))
def test_whatever_markdown_a_text_holds_it_is_set(source: str, edition: EditionName) -> None:
    source = f"a {source}"
    one = item("one", source, choice(source, "b"), explain=source)
    made = assessment(
        section(one, item("two", source, order("a", "b"))),
        printing=Printing(editions=(edition,), teacher=True),
        media={"map.png": png(60, 40)},
    )
    for content in files(made).values():
        pikepdf.open(io.BytesIO(content)).close()
