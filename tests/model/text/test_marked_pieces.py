"""Texts with marked words come out as markdown-it reads them, whichever way they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import Style, Styled, parse_text
from quizgen.model.text import markdown as reading
from quizgen.model.text.marked_pieces import MARKUP, marked_pieces

_MARKS = st.sampled_from(["**", "*", "`", "^", "~"])
_WORDS = st.sampled_from(
    ["a", "7", "x y", "é", "한", "²", "ʼn", "a-b", "1795?", "up,", "_", ".", "\u0301", ""]
)
_ODD = st.sampled_from(
    ["***", "_", "~~", "``", "*", "$", "\\", "!", "{width=50%}", "1. ", "#", "|", "]", ">"]
)
_STRANGE = st.sampled_from(["\xa0", "\u3000", "\u2028", "\u2019", "\xa7", "€", "-", "\n", "\x85"])
_BETWEEN = st.sampled_from([" ", ", ", ". ", " (", ")", ' "', "' ", "! ", "a", ""])
_MARKED = st.builds("{0}{1}{0}".format, _MARKS, _WORDS)
_UNEVEN = st.builds("{0}{1}{2}".format, _MARKS, _WORDS, _MARKS)
_PIECE = st.one_of(_UNEVEN, _WORDS, _MARKED, _MARKED, _MARKED, _ODD, _STRANGE)
_USUAL = st.lists(st.tuples(_BETWEEN, st.one_of(_WORDS, _MARKED)).map("".join), max_size=3)
_TEXTS = st.lists(st.tuples(_BETWEEN, _PIECE).map("".join), max_size=5)


@given(st.one_of(_USUAL, _USUAL, _TEXTS).map("".join), st.booleans())
def test_marked_words_are_read_as_markdown_it_reads_them(source: str, math: bool) -> None:
    if reading._is_plain(source, math=math):
        return
    as_markdown = reading._parse(source, math=math, inline=False)
    assert reading.parse_runs(source, math=math) == as_markdown


def test_a_text_is_plain_unless_a_character_of_it_may_be_markup_or_cannot_be_printed() -> None:
    for character in map(chr, range(0x11000)):
        is_odd = MARKUP.search(character) or reading.unprintable(character)
        assert reading._is_plain(f"a{character}b", math=False) == (not is_odd), repr(character)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("the **only** city", ["the ", Styled("only", Style.STRONG), " city"]),
        (
            "*Le Monde*, 10 m^2^",
            [
                Styled("Le Monde", Style.EMPHASIS),
                ", 10 m",
                Styled("2", Style.SUPERSCRIPT),
            ],
        ),
        (
            "(`a-b`) H~2~O",
            ["(", Styled("a-b", Style.CODE), ") H", Styled("2", Style.SUBSCRIPT), "O"],
        ),
    ],
)
def test_marked_words_need_no_markdown_it(source: str, runs: list[object]) -> None:
    assert marked_pieces(source) == runs
    assert list(parse_text(source).runs) == runs


@pytest.mark.parametrize(
    "source", ["a*b*c", "**a** 2 * 3", "**a *b***", "x^2^^3^", "`a``b`", "[*a*](b)", "*a* "]
)
def test_other_markup_is_left_to_markdown_it(source: str) -> None:
    assert marked_pieces(source) is None
