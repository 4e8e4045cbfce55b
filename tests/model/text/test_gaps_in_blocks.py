"""Gaps inside lists, tables and quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import GapBlock, ListBlock, Quotation, Table, filled, parse_gaps

WORDS = st.lists(st.text("abcdefg xyz", min_size=1, max_size=8).map(str.strip), min_size=1)


def answers(source: str) -> list[str]:
    text = parse_gaps(source)
    assert text.problems == ()
    return [gap.answer.plain for gap in text.gaps]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A\n- {{c1::b}}\n- c\n\n{{c2::d}}", ["b", "d"]),
        ("- a\n  1. {{c1::b}}\n- {{c2::c}}", ["b", "c"]),
        ("| {{c1::a}} | b |\n|-|-|\n| c | {{c2::d::hint}} |", ["a", "d"]),
        ("|a|\n|-|\n|{{c1::x|y}}|", ["x|y"]),
        ("> a {{c1::b}}\n> - {{c2::c}}", ["b", "c"]),
        ("- **{{c1::a}} b**\n- `c {{c2::d}}`", ["a", "d"]),
        ("1. May {{c1::b}}", ["b"]),  # on one line, a date
    ],
)
def test_each_is_read_in_the_order_of_reading(source: str, expected: list[str]) -> None:
    assert answers(source) == expected


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("```\nx = {{c1::1}}\n```", "inside a block of code"),
        ("a\n\n- b\n\n      c {{c1::d}}\n", "inside a block of code"),
        ("- [a {{c1::b}}](https://example.org)\n- c", "inside a link"),
        ("- ![{{c1::b}}](a.png)\n- {{c2::c}}", "picture"),
    ],
)
def test_where_none_can_stand_is_told(source: str, problem: str) -> None:
    assert any(problem in fault.clause for fault in parse_gaps(source).problems)


def test_a_block_is_whole_once_its_gaps_are_filled() -> None:
    text = parse_gaps("- {{c1::a}} b\n- c\n\n> {{c2::d}}\n\n| e |\n|---|\n| {{c3::f}} |")
    blocks = [part.block for part in text.parts if isinstance(part, GapBlock)]
    assert [type(block) for block in blocks] == [ListBlock, Quotation, Table]
    assert filled(text.parts[:1], lambda gap: gap.answer.runs) == (
        ListBlock((("a", " b"), ("c",))),
    )
    assert text.plain.split() == ["a", "b", "c", "d", "e", "f"]


def test_a_block_without_gaps_is_a_block() -> None:
    text = parse_gaps("- a\n- b\n\n{{c1::c}}")
    assert isinstance(text.parts[0], ListBlock)


@given(items=WORDS, hidden=st.sets(st.integers(0, 9)))
def test_a_list_keeps_its_words_and_its_gaps(items: list[str], hidden: set[int]) -> None:
    lines = [word or "w" for word in items]
    marked = [
        f"- {{{{c{n + 1}::{word}}}}}" if n in hidden else f"- {word}"
        for n, word in enumerate(lines)
    ]
    text = parse_gaps("\n".join(["The list:", *marked]))
    assert [gap.answer.plain for gap in text.gaps] == [
        " ".join(word.split(" ")) for n, word in enumerate(lines) if n in hidden
    ]
    whole = filled(text.parts, lambda gap: gap.answer.runs)
    [block] = [run for run in whole if isinstance(run, ListBlock)]
    assert len(block.items) == len(lines)
