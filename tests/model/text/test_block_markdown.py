"""Blocks of CommonMark: lists, tables, code and quotations become values, and no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.model.text import (
    Break,
    CodeBlock,
    ListBlock,
    Math,
    Quotation,
    Refused,
    Run,
    Style,
    Styled,
    Table,
    parse_text,
    same_key,
)
from quizgen.model.text.block_markdown import block_places
from quizgen.model.text.runs import Align, Cell


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("Which?\n\n- a\n- *b*", ("Which?", ListBlock((("a",), (Styled("b", Style.EMPHASIS),))))),
        ("3. a\n4. b\n\nEnd", (ListBlock((("a",), ("b",)), start=3), "End")),
        ("- a\n  1. b", (ListBlock((("a", ListBlock((("b",),), start=1)),)),)),
        (
            "| a | b |\n|---|--:|\n| 1 | x\\|y |",
            (
                Table(
                    (Cell(("a",)), Cell(("b",), Align.END)),
                    ((Cell(("1",)), Cell(("x|y",), Align.END)),),
                ),
            ),
        ),
        ("Run\n```py\nif a:\n\tb  c\n```", ("Run", CodeBlock("if a:\n    b  c"))),
        ("Say\n\n    x\n     y", ("Say", CodeBlock("x\n y"))),
        ("> a\n>\n> b", (Quotation(("a", Break(paragraph=True), "b")),)),
        ("> roses\\\n> violets", (Quotation(("roses", Break(), "violets")),)),
        ("# Head\ntext", (Refused("a heading", ("Head",)), "text")),
        ("a\n\n***\n\nb", ("a", Refused("a line across the page"), "b")),
    ],
)
def test_blocks_become_values(source: str, runs: tuple[Run, ...]) -> None:
    assert parse_text(source).runs == runs


@pytest.mark.parametrize(
    "typed", ["1. May", "- 5 °C", "# 1", "> 3", "| x | y |", "    x", "---", "1) first, 2) second"]
)
def test_a_single_line_means_what_it_meant(typed: str) -> None:
    assert parse_text(typed).runs == (typed.strip(),)
    assert parse_text(f"{typed}\n").runs == (typed.strip(),)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("one\ntwo", ("one two",)),
        ("one\n\ntwo\\\nthree", ("one", Break(paragraph=True), "two", Break(), "three")),
        ("It was in\n1986. A year", ("It was in 1986. A year",)),
        ("[1]: https://example.org\n[2]: x", ("[1]: https://example.org [2]: x",)),
        ("<div>\n<b>x</b>\n</div>", ("<div> <b>x</b> </div>",)),
    ],
)
def test_paragraphs_stay_paragraphs(source: str, runs: tuple[Run, ...]) -> None:
    assert parse_text(source).runs == runs


def test_the_lines_of_a_formula_begin_no_block() -> None:
    text = parse_text("So $$a\n- b\n= c$$ holds:\n\n- $x\n+ y$\n", math=True)
    formulas = Math("a - b = c", display=True), Math("x + y")
    assert text.runs == ("So ", formulas[0], " holds:", ListBlock(((formulas[1],),)))


def test_dollars_in_code_are_no_formula() -> None:
    source = "```\n$a\n- $b$\n```"
    assert parse_text(source, math=True).runs == (CodeBlock("$a\n- $b$"),)


def test_texts_that_differ_in_their_blocks_differ() -> None:
    sources = ["a b", "> a\n> b", "- a\n- b\n", "- a b\n- c", "```\na b\n```", "a  \nb"]
    keys = {same_key(parse_text(source)) for source in sources}
    assert len(keys) == len(sources) - 1  # but for lines, which are white space
    assert same_key(parse_text("- A\n- b")) == same_key(parse_text("- a\n- B"))
    assert same_key(parse_text("```\nx\n```")) != same_key(parse_text("```\ny\n```"))


MARKS = st.sampled_from(
    ["\n", "\n\n", "- ", "1. ", "> ", "| ", "|---|---|\n", "    ", "# ", "---\n", "\n```\n", "\t"]
)


@given(st.lists(MARKS, max_size=30))
@example(["| ", "| ", "\n|---|---|\n", "| ", "| "])
def test_no_word_is_lost_that_is_not_told(marks: list[str]) -> None:
    """Every word between marks is in the text, in order, or the place is named for its loss."""
    words = [f"word{n}" for n in range(len(marks))]
    source = "".join(f"{mark}{word} " for mark, word in zip(marks, words, strict=True))
    found = re.findall(r"word\d+", parse_text(source).plain)
    told = [name for name, _ in block_places(source, math=False)]
    assert found == words or any("more cells" in name or "so deep" in name for name in told)


@pytest.mark.parametrize("depth", range(1, 30))
def test_what_is_too_deep_is_told(depth: int) -> None:
    source = "".join(f"{'  ' * n}- item{n}\n" for n in range(depth)) + "end"
    found = re.findall(r"item\d+", parse_text(source).plain)
    told = any("so deep" in name for name, _ in block_places(source, math=False))
    assert len(found) == depth or told
