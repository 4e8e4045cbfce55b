"""Markdown: what any program that reads CommonMark shows is what the author wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support import visible, write_project

from quizgen.commands.build.build import build
from quizgen.model.text import Style, Styled
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers.exporting.markdown.text import text_source

COMMON = MarkdownIt("commonmark").enable("table")
SIGNS = st.text("ab 1.)-+*_#>|=~`<!&;[](){}$^\\/:\"'é한", min_size=1, max_size=20)


def _shown(source: str) -> str:
    return visible(COMMON.render(source))


@given(SIGNS)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    flat = " ".join(text.split())
    assert _shown(text_source((flat,))) == flat


@given(SIGNS, st.sampled_from([Style.STRONG, Style.EMPHASIS, Style.CODE, Style.SUBSCRIPT]))
def test_a_style_keeps_the_characters(text: str, style: Style) -> None:
    flat = " ".join(text.split())
    if flat:
        assert _shown(text_source(("x ", Styled(flat, style), " y"))) == f"x {flat} y"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "&lt;b&gt;", "1. May", "- x", "```"])
def test_markup_of_other_programs_is_text(text: str) -> None:
    assert _shown(text_source((text,))) == text
    assert "<script" not in COMMON.render(text_source((text,)))


def test_every_type_is_on_the_sheet_and_in_the_key(tmp_path: Path) -> None:
    source = "".join(one.example for one in QUESTION_TYPES)
    deck = "bank: talks\nexports: {format: markdown}\n"
    build(write_project(tmp_path, source, deck=deck), built=1)
    for name in ("markdown.md", "markdown-key.md"):
        text = (tmp_path / "dist/talks" / name).read_text("utf-8")
        tokens = COMMON.parse(text)
        level = min(token.level for token in tokens if token.type == "list_item_open")
        items = [t for t in tokens if t.type == "list_item_open" and t.level == level]
        assert len(items) == len(QUESTION_TYPES)
        assert [int(token.info) for token in items] == list(range(1, len(items) + 1))
    sheet = (tmp_path / "dist/talks/markdown.md").read_text("utf-8")
    assert "New York" in sheet
    assert "The power of one member" not in sheet
