"""Plain texts: a shorter way to their spans gives what the way of all texts gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import Break, Image, Style, Styled, parse_text
from quizgen.model.text.runs import Run
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.layout.editions import LARGE_PRINT, STANDARD
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.inline_content import InlineContent, InlineParagraph
from quizgen.writers.pdf.layout.style import Edition
from quizgen.writers.pdf.layout.tags import Tag

FONT = Font(SERIF, 11.0)
_STYLES = st.integers(0, 31).map(Style)
_WORDS = st.text(max_size=20) | st.sampled_from((" ", "die Stadt", "co-operation", "http://a.b c"))
_PLAIN = _WORDS | st.builds(Styled, _WORDS, _STYLES)
_OTHERS = st.sampled_from(
    (Styled("a", Style(0), "https://a.b"), Image("a.png", "a"), Break(), Break(paragraph=True))
)


def _content(edition: Edition) -> InlineContent:
    return InlineContent(edition, Pictures({}), Translations("en"), rtl=False)


@given(st.lists(_PLAIN | _OTHERS, max_size=6), st.sampled_from((STANDARD, LARGE_PRINT)))
def test_plain_spans_are_those_of_the_paragraph(parts: list[Run], edition: Edition) -> None:
    content = _content(edition)
    spans = content.plain_spans(parts, FONT)
    if spans:
        assert content.paragraphs(parts, FONT, 400.0, Tag("P")) == [InlineParagraph([*spans])]


@pytest.mark.parametrize("source", ["A bare text", "Two *marked* and **strong** words, H~2~O"])
def test_texts_with_styles_alone_are_plain(source: str) -> None:
    assert _content(STANDARD).plain_spans(parse_text(source).runs, FONT)


@pytest.mark.parametrize(
    "source",
    ["[a link](https://a.b)", "see https://a.b/c", "one  \ntwo", "![alt](a.png)", "- a\n- b"],
)
def test_other_texts_are_not(source: str) -> None:
    assert not _content(STANDARD).plain_spans(parse_text(source).runs, FONT)
