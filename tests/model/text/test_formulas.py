"""``$…$`` is a formula where the bank says so, and money where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import (
    Image,
    Math,
    Style,
    Styled,
    exact_key,
    parse_gaps,
    parse_text,
    same_key,
)
from quizgen.model.text.formulas import is_balanced


def test_formulas_among_words() -> None:
    text = parse_text(r"Half is $\frac{1}{2}$, and $$\sum_i x_i$$ is all.", math=True)
    assert text.runs == (
        "Half is ",
        Math(r"\frac{1}{2}"),
        ", and ",
        Math(r"\sum_i x_i", display=True),
        " is all.",
    )
    assert text.plain == r"Half is \frac{1}{2}, and \sum_i x_i is all."


def test_without_math_a_dollar_is_a_dollar() -> None:
    assert parse_text("$5 billion and $x$").runs == ("$5 billion and $x$",)


@pytest.mark.parametrize(
    "typed",
    ["$5 and $10", "from $ 5 to $ 6", "costs 5$", "$5-$10", r"\$x\$", "$$", "$$ $$", "`$`", "a $"],
)
def test_what_is_money_even_so(typed: str) -> None:
    assert not any(isinstance(run, Math) for run in parse_text(typed, math=True).runs)


@pytest.mark.parametrize(
    ("typed", "tex"),
    [
        ("$x$ is 5", "x"),
        ("$x$ and a \\", "x"),
        ("2$x$", "x"),
        (r"$\$ 5$", r"\$ 5"),
        ("$a\n  b$", "a b"),
        ("**$x$**", "x"),
        ("[$x$](http://x.y)", "x"),
        ("$a*b*c$", "a*b*c"),
        ("$<b>$", "<b>"),
    ],
)
def test_what_is_a_formula(typed: str, tex: str) -> None:
    assert [r.tex for r in parse_text(typed, math=True).runs if isinstance(r, Math)] == [tex]


def test_neighbours_stay_apart() -> None:
    assert parse_text("$a$$b$", math=True).runs == (Math("a"), Math("b"))


def test_code_and_pictures_hold_no_formula() -> None:
    text = parse_text("`$x$` ![the $x$](p.png)", math=True)
    assert text.runs == (Styled("$x$", Style.CODE), " ", Image("p.png", "the x"))


@given(st.text())
def test_anything_can_be_read(source: str) -> None:
    parse_text(source, math=True)
    parse_gaps(source, math=True)


@pytest.mark.parametrize(
    ("inside", "tex"),
    [
        (r"\frac{a}{\sqrt{b}}", r"\frac{a}{\sqrt{b}}"),
        (r"\left\{ a \right.", r"\left\{ a \right."),
        (r"\{1, {2}\}", r"\{1, {2}\}"),
        (r"\{\sqrt{{b}}", r"\{\sqrt{{b}}"),
    ],
)
def test_braces_of_a_formula_do_not_end_a_gap(inside: str, tex: str) -> None:
    text = parse_gaps(f"{{{{c1::${inside}$::hint}}}} and {{{{c2::b}}}}", math=True)
    assert text.problems == ()
    assert [gap.answer.runs for gap in text.gaps] == [(Math(tex),), ("b",)]


def test_a_gap_inside_a_formula_is_a_problem() -> None:
    (problem,) = parse_gaps("$x = {{c1::y}}$", math=True).problems
    assert "inside a formula" in problem.clause


def test_formulas_are_compared_letter_by_letter() -> None:
    one, other = (parse_text(typed, math=True) for typed in ("So $V$", "so $v$"))
    assert same_key(one) != same_key(other)
    assert same_key(one) == same_key(parse_text("SO $V$", math=True))
    assert exact_key(parse_text("$x$", math=True)) != exact_key(parse_text("x", math=True))


@pytest.mark.parametrize(
    ("tex", "balanced"), [("{a}{b{c}}", True), (r"\{a", True), ("{a", False), ("}{", False)]
)
def test_braces_pair(tex: str, balanced: bool) -> None:
    assert is_balanced(tex) is balanced
