"""Lines of Japanese, Chinese and Korean end where readers expect it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.script_fonts import NOTO, fonts

from quizgen.writers.pdf.fonts.faces import SANS, SERIF, Font
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.break_opportunities import may_end
from quizgen.writers.pdf.layout.itemize import InlineItem, Itemizer, StyledSpan
from quizgen.writers.pdf.layout.line_breaking import InlineBlank, break_lines


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("漢字かなカナッョー、。「」（）・…123abc한국 "), min_size=2))
def test_no_line_of_japanese_begins_or_ends_with_the_wrong_mark(text: str) -> None:
    for index in range(len(text) - 1):
        if text[index + 1] in "ッョー、。」）…":
            assert not may_end(text, index, text[index]) or text[index] == " "
        if text[index] in "「（":
            assert not may_end(text, index, text[index])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("東京都", "東|京|都"),
        ("「東京」、", "「東|京」、"),
        ("NATO軍", "NATO|軍"),
        ("한국어", "한국어"),
        ("韓國은", "韓|國은"),
        ("1,000円です。", "1,000|円|で|す。"),
        ("COVID-19", "COVID-19"),
        ("and/or", "and/|or"),
    ],
)
def test_lines_may_end_where_readers_expect(text: str, places: str) -> None:
    ends = [text[i] + "|" * may_end(text, i, text[i]) for i in range(len(text))]
    assert "".join(ends) == places


@pytest.mark.parametrize("language", ["ja", "zh-CN"])
def test_lines_end_beside_blanks_and_strong_words_but_not_behind_a_number(language: str) -> None:
    body, strong, small = Font(SERIF, 11), Font(SERIF, 11, strong=True), Font(SANS, 9)
    parts: list[InlineItem] = []
    for number in range(1, 5):
        letters = "国家"[: 1 + number % 2]
        parts += (
            StyledSpan(letters, body),
            StyledSpan(str(number), small),
            InlineBlank(3, 90, 90, 0.5),
        )
        parts += (
            StyledSpan("、" * (number % 2), body),
            StyledSpan(letters, strong),
            StyledSpan("国", body),
        )
    spelling = Itemizer(FontBook(language, machine=fonts(*NOTO)), rtl=False)
    lines = break_lines(spelling.paragraph(parts), 220)
    assert ["".join(getattr(piece, "text", "_") for piece in line) for line in lines] == [
        "国家1_、国家国国",
        "2_国国国家",
        "3_、国家国国",
        "4_国国",
    ]
