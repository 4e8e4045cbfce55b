"""The passage on paper: all of it, its lines numbered, and cited rightly in the key."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.passage_sheets import (
    LONG,
    SENTENCE,
    STANDARD,
    citations,
    flat,
    lines_of,
    passages_with_quotes,
    with_passage,
)
from support.pdf_samples import (
    built,
    files,
    in_every_printing,
    squeezed,
    text,
    with_parts,
    words_of,
)
from support.script_fonts import fonts

from quizgen.model.assessment import EditionName, Printing
from quizgen.model.bank import Passage
from quizgen.model.diagnostics import Report
from quizgen.model.text import Text
from quizgen.writers.pdf.documents import passage as passage_module


def test_a_paragraph_is_read_once_for_all_quotes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    flatten = passage_module._text_with_line_numbers

    def counted(lines: Sequence[Any]) -> Any:
        read.append(len(lines))
        return flatten(lines)

    monkeypatch.setattr(passage_module, "_text_with_line_numbers", counted)
    paragraph = " ".join(f"word{n}" for n in range(3000))
    passage = Passage(text("T"), (text(paragraph),))
    built(with_passage(passage, [f"word{n} word{n + 1}" for n in range(50)]))
    assert len([lines for lines in read if lines > 100]) == 1


@in_every_printing
@given(made=passages_with_quotes(), numbered=st.booleans())
@settings(max_examples=12, deadline=None)
def test_the_cited_lines_hold_the_quote_and_none_beside_it(
    printing: Printing, made: tuple[list[str], list[str]], numbered: bool
) -> None:
    paragraphs, quotes = made
    numbers = () if numbered else (None,) * len(paragraphs)
    passage = Passage(text("The talks"), tuple(map(text, paragraphs)), numbers)
    sheet, key = built(with_passage(passage, quotes, printing))
    lines = [line.said for line in lines_of(sheet)]
    found = citations(key)
    assert len(found) == len(quotes)
    for quote, (paragraph, first, last) in zip(quotes, found, strict=True):
        wanted = squeezed(text(quote).plain)
        cited = lines[int(first) - 1 : int(last)]
        assert wanted in squeezed("".join(cited))
        assert squeezed("".join(cited)).index(wanted) < len(squeezed(cited[0]))
        assert wanted not in squeezed("".join(cited[:-1]))
        assert paragraph == (str(passage.number(text(quote).plain)) if numbered else "")


@in_every_printing
def test_nothing_is_lost_and_every_fifth_line_bears_its_number(printing: Printing) -> None:
    sheet, _ = built(with_passage(LONG, printing=printing))
    lines = lines_of(sheet)
    whole = "".join(paragraph.plain for paragraph in LONG.paragraphs)
    assert squeezed("".join(line.said for line in lines)) == squeezed(whole)
    expected = [str(n) if n % 5 == 0 else "" for n in range(1, len(lines) + 1)]
    assert [line.number for line in lines] == expected


@in_every_printing
def test_paragraphs_part_with_two_lines_on_either_side_and_pages_are_full(
    printing: Printing,
) -> None:
    parted = 0
    for more in range(4):
        paragraphs = (*[text("Part of one line")] * more, *LONG.paragraphs)
        sheet, _ = built(with_passage(Passage(LONG.title, paragraphs), printing=printing))
        lines = lines_of(sheet)
        starts = [n for n, line in enumerate(lines) if line.said.startswith("Part")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            pages = [line.page for line in lines[start:end]]
            parted += len(set(pages)) > 1
            assert len(pages) == 1 or all(pages.count(page) >= 2 for page in set(pages))
        assert lines[0].page == 1
    assert parted, "paragraphs never part, so pages are not full"


def test_a_short_passage_goes_on_overleaf_from_a_page_that_is_nearly_full() -> None:
    made = with_passage(replace(LONG, paragraphs=LONG.paragraphs[:4], numbers=()))
    [worksheet] = made.worksheets
    crowded = replace(worksheet, instructions=text(SENTENCE * 25))
    sheet, _ = built(with_parts(made, worksheets=(crowded,)))
    assert {line.page for line in lines_of(sheet)} == {1, 2}


def test_the_key_of_several_editions_says_whose_lines_it_counts() -> None:
    several = Printing(editions=(EditionName.LARGE_PRINT, EditionName.STANDARD))
    note = "Line numbers are those of the large-print edition; paragraph numbers hold for every"
    quote = "advisers met in Seoul and spoke about missiles"
    found = files(with_passage(LONG, [quote], several))
    key = found["worksheet-large-print-key.pdf"] if len(found) == 3 else b""
    assert squeezed(note) in squeezed("".join(words_of(key)))
    [(_, first, last)] = citations(key)
    large = [line.said for line in lines_of(found["worksheet-large-print.pdf"])]
    small = [line.said for line in lines_of(found["worksheet.pdf"])]
    assert quote in flat(" ".join(large[int(first) - 1 : int(last)]))
    assert large != small
    _, alone = built(with_passage(LONG, [quote]))
    assert "Linenumbers" not in "".join(words_of(alone))


def test_all_forms_cite_the_same_lines() -> None:
    made = with_passage(LONG, ["Part3 Three advisers", "Part20 Three"])
    [sheet] = made.worksheets
    forms = tuple(replace(sheet, form=letter) for letter in "AB")
    found = files(with_parts(made, worksheets=forms))
    cited = [citations(found[f"worksheet{form}-key.pdf"]) for form in ("-A", "-B", "")]
    assert cited[0] == cited[1] == cited[2]
    assert [paragraph for paragraph, _, _ in cited[0]] == ["3", "20"]


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        ("a rocket 🚀 rose", "rocket 🚀 rose"),
        ("soft\xadhyphens and non\u2011breaking ones", "soft\xadhyphens and non\u2011breaking"),
        ("two  spaces\xa0and a\nnew line", "two spaces and a new line"),
        ("[a link](https://example.org) to it", "a link"),
    ],
)
def test_odd_characters_are_found_on_their_line(paragraph: str, quote: str) -> None:
    passage = Passage(text("Odd"), (text(SENTENCE * 3), text(paragraph)))
    sheet, key = built(with_passage(passage, [quote]), Report())
    assert citations(key) == [("2", str(len(lines_of(sheet))), str(len(lines_of(sheet))))]


def test_a_quote_that_is_not_printed_in_one_piece_is_cited_by_its_paragraph() -> None:
    passage = Passage(text("Linked"), (text("See [a page](https://example.org) about it."),))
    _, key = built(with_passage(passage, ["a page about it"]))
    assert citations(key) == [("1", "", "")]


def test_a_passage_without_a_title_or_with_empty_paragraphs_prints() -> None:
    made = with_passage(Passage(Text(()), (text(SENTENCE), Text(()), Text(("\u200b",)))))
    sheet, _ = built(made)
    assert squeezed(text(SENTENCE).plain) in squeezed("".join(words_of(sheet)))


def test_numbers_of_lines_are_for_the_eye_alone_and_those_of_paragraphs_are_read() -> None:
    sheet, _ = built(with_passage(LONG))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        chars: list[Any] = [c for page in document.pages for c in page.chars]
    labels = "".join(c["text"] for c in chars if c["tag"] == "Lbl")
    assert labels == "".join(str(n) for n in range(1, 25))


def test_a_passage_reaches_across_two_columns() -> None:
    one, two = (
        [line.said for line in lines_of(built(with_passage(LONG, printing=printing))[0])]
        for printing in (STANDARD, Printing(columns=2))
    )
    assert one == two


def test_a_character_of_the_passage_that_no_font_has_is_told() -> None:
    report = Report()
    built(with_passage(Passage(text("Odd"), (text("a rocket 🚀 rose"),))), report)
    [found] = report.diagnostics
    assert found.name == "missing-glyph"
    assert "the passage" in found.message


def test_a_sheet_that_is_not_asked_for_it_has_no_passage_and_cites_paragraphs() -> None:
    made = with_passage(LONG, ["Part3 Three advisers"])
    bare: Sequence[Any] = [replace(made.worksheets[0], passage=None)]
    sheet, key = built(with_parts(made, worksheets=tuple(bare)))
    assert "Part3" not in words_of(sheet)
    assert citations(key) == [("3", "", "")]


def test_lines_that_end_without_a_space_are_cited_too() -> None:
    sentences = [f"第{n}回、三か国の補佐官がソウルで会い、制裁を話し合った。" for n in range(9)]
    whole = "".join(sentences)
    quote = sentences[1]
    passage = Passage(text("会談"), (text(whole),))
    made = with_passage(passage, [quote])
    made = replace(made, bank=replace(made.bank, language="ja"))
    sheet, key = built(made, machine_fonts=fonts("NotoS"))
    [(first, last)] = re.findall("本文第1段落、(\\d+)–(\\d+)行目", squeezed("".join(words_of(key))))
    cited = [line.said for line in lines_of(sheet)][int(first) - 1 : int(last)]
    assert len(cited) == 2
    assert quote in "".join(cited)
    assert not any(quote in line for line in cited)


TABLE = "|Country|Capital|\n|-|-|\n|Peru|Lima on the coast|\n|Chad|Ndjamena|"


def test_each_row_of_a_table_is_a_line_that_can_be_cited() -> None:
    passage = Passage(text("Title"), (text("One."), text(TABLE), text("Five.")), (1, None, 2))
    quotes = ["One", "Peru Lima on the coast", "Country Capital", "Chad", "Five."]
    sheet, key = built(with_passage(passage, quotes))
    lines = [("1", "1", "1"), ("", "3", "3"), ("", "2", "2"), ("", "4", "4"), ("2", "5", "5")]
    assert citations(key) == lines
    with pdfplumber.open(io.BytesIO(sheet)) as pdf:
        words = {word["text"]: word["bottom"] for word in pdf.pages[0].extract_words()}
        numbers = [w for w in pdf.pages[0].extract_words() if w["text"] == "5" and w["x0"] > 300]
    assert any(abs(number["bottom"] - words["Five."]) < 3 for number in numbers)
