"""Formulas wider than a line: divided behind operators, and told where they must shrink."""

from __future__ import annotations

import io

import pdfplumber
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import told
from support.pdf_samples import (
    assessment,
    built,
    entry,
    in_every_printing,
    item,
    section,
)
from support.pdf_structure import elements

from quizgen.model.assessment import Printing
from quizgen.model.diagnostics import Report
from quizgen.model.text import parse_text
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.formula_lines import divided, set_lines
from quizgen.writers.pdf.layout.math import set_formula

LONG = "+".join(f"a_{{{n}}}" for n in range(30))


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        ("a+b=c", ["a+", "b=", "c"]),
        ("-a+b", ["-a+", "b"]),
        ("a=-b", ["a=", "-b"]),
        (r"a \times b \leq c", [r"a \times", r" b \leq", " c"]),
        (r"(a+b)\cdot c", [r"(a+b)\cdot", " c"]),
        (r"\frac{a+b}{c}+d", [r"\frac{a+b}{c}+", "d"]),
        (r"x^+y+z_-", ["x^+y+", "z_-"]),
        (r"\left(a+b\right)-c", [r"\left(a+b\right)-", "c"]),
        (r"\begin{array}{c}a+b\end{array}+c", [r"\begin{array}{c}a+b\end{array}+", "c"]),
        (r"\{a+b\}", [r"\{a+", r"b\}"]),
        ("a+", ["a+"]),
        (r"\top+\tom", [r"\top+", r"\tom"]),
        ("[0;1)+2", ["[0;1)+", "2"]),
        ("(a+b", ["(a+b"]),
    ],
)
def test_a_line_may_end_behind_an_operator_between_two(tex: str, parts: list[str]) -> None:
    assert divided(tex) == parts


@given(st.text(r"ab+-=\{}()_^ <", max_size=30))
def test_nothing_is_lost(tex: str) -> None:
    assert "".join(divided(tex)) == tex


@given(st.lists(st.sampled_from(["a", "b^2", r"\frac{a}{b}", r"\sqrt{x+1}"]), min_size=1))
def test_parts_together_are_as_wide_as_the_whole(terms: list[str]) -> None:
    tex = "+".join(terms)
    whole = set_formula(tex, False, 11.0)
    parts = set_lines(tex, False, 11.0, 0.0)
    assert whole
    assert sum(part.width for part in parts) == pytest.approx(whole.width, rel=0.1, abs=3)


@in_every_printing
@pytest.mark.parametrize("sign", ["$", "$$"])
def test_a_long_sum_keeps_its_size_and_is_one_formula(printing: Printing, sign: str) -> None:
    stem = parse_text(f"Sum {sign}{LONG}{sign} up.", math=True)
    report = Report()
    sheet, _ = built(assessment(section(item("a", stem, entry("x"))), printing=printing), report)
    assert told(report.diagnostics) == []
    size = edition_of(printing.editions[0], printing).body.font.size
    one = set_formula("a", False, size)
    assert one
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        found = list(elements(pdf.Root["/StructTreeRoot"]))
        [formula] = [each for each in found if each["/S"] == "/Formula"]
        assert str(formula["/Alt"]).count("+") == 29
    with pdfplumber.open(io.BytesIO(sheet)) as pdf:
        page = pdf.pages[0]
        heights = [curve["height"] for curve in page.curves]
        assert max(heights) > 0.4 * size  # the letters a, as high as those of the text
        assert max(curve["x1"] for curve in page.curves) <= page.width - 50


@pytest.mark.parametrize(
    ("tex", "names"),
    [
        (r"\frac{" + LONG + "}{2}", ["small-formula"]),
        (f"({LONG})", ["small-formula"]),
        (LONG, []),
        (r"\begin{array}{|c|c|}1&2\end{array}", ["unset-formula"]),
        (r"\begin{array}{cc}\hline 1&2\end{array}", ["unset-formula"]),
        (r"\begin{array}{cc}1&2\end{array}", []),
        (r"\left|\begin{matrix}1&2\end{matrix}\right|", []),
    ],
)
def test_what_shrinks_or_loses_its_lines_is_told(tex: str, names: list[str]) -> None:
    report = Report()
    stem = parse_text(f"Well ${tex}$?", math=True)
    built(assessment(section(item("a", stem, entry("x")))), report)
    assert [name.partition("@")[0] for name in told(report.diagnostics)] == names
    assert all(d.help for d in report.diagnostics)
