from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import Style, Styled, parse_gaps


def test_gaps_with_hints() -> None:
    text = parse_gaps("Sanctions by {{c1::three}} states and {{c2::Australia::country}}.")
    assert text.problems == ()
    assert [(g.number, g.answer.plain, g.hint and g.hint.plain) for g in text.gaps] == [
        (1, "three", None),
        (2, "Australia", "country"),
    ]
    assert text.plain == "Sanctions by three states and Australia."
    assert text.parts[0] == "Sanctions by "


def test_braces_inside_an_answer_are_counted() -> None:
    text = parse_gaps(r"Half is {{c1::\\(\frac{1}{2}\\)}} of it, not {{c2::{a}}}.")
    assert [g.answer.plain for g in text.gaps] == [r"\(\frac{1}{2}\)", "{a}"]
    assert text.parts[-1] == "."


def test_an_unbalanced_brace_does_not_swallow_the_rest() -> None:
    text = parse_gaps("{{c1::a{b}} and {{c2::d}}")
    assert text.gaps[0].answer.plain == "a{b"
    assert text.parts[1] == " and "


def test_styles_around_a_gap_are_kept() -> None:
    text = parse_gaps("**the {{c1::key}} word**")
    assert text.parts[0] == Styled("the ", Style.STRONG)
    assert text.gaps[0].style is Style.STRONG
    assert text.parts[2] == Styled(" word", Style.STRONG)


def test_a_gap_may_hold_markup() -> None:
    answer = parse_gaps("{{c1::*Malligyong*-1}}").gaps[0].answer
    assert answer.runs == (Styled("Malligyong", Style.EMPHASIS), "-1")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{{c1::open", "never closed"),
        ("{{c1::}}", "no answer"),
        ("{{c0::x}}", "numbered"),
        ("{{c500::x}}", "numbered"),
        ("{{c1::a {{c2::b}}}}", "another gap"),
        ("![{{c1::x}}](a.png) {{c2::y}}", "picture"),
        ("[the {{c1::x}} site](https://example.org)", "inside a link"),
        ("**[{{c1::x}}](https://example.org)**", "inside a link"),
    ],
)
def test_problems_are_told(source: str, problem: str) -> None:
    problems = parse_gaps(source).problems
    assert any(problem in fault.clause for fault in problems), problems


def test_a_gap_may_hold_a_link() -> None:
    text = parse_gaps("**The {{c1::[UN](https://example.org)}}**")
    assert text.problems == ()
    assert text.gaps[0].answer.runs == (Styled("UN", link="https://example.org"),)
    assert text.gaps[0].style is Style.STRONG


@given(st.text(alphabet="{}c1:: ab*`[]()!\n"))
def test_never_raises_and_never_loses_a_gap_silently(source: str) -> None:
    text = parse_gaps(source)
    if "{{c1::" in source and not text.problems:
        assert text.gaps


def test_a_brace_behind_a_backslash_closes_no_gap() -> None:
    found = parse_gaps(r"a {{c1::b\}}} c")
    assert [gap.answer.plain for gap in found.gaps] == ["b}"]
    assert found.plain == "a b} c"


def test_a_hint_of_blanks_is_none() -> None:
    (gap,) = parse_gaps("In {{c1::Seoul:: }}").gaps
    assert gap.hint is None
