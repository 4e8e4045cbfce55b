"""Formulas on paper: set as mathematicians do, and read aloud as typed on one line."""

from __future__ import annotations

import io
from decimal import Decimal

import pdfplumber
import pikepdf
import pytest
from support import told
from support.pdf_samples import assessment, built, item, read, section
from support.pdf_structure import elements

from quizgen.model.diagnostics import Report
from quizgen.model.item import Choice, GapFill, Item, Numeric, Option, TextEntry
from quizgen.model.text import Text, parse_gaps, parse_text
from quizgen.writers.pdf.layout.math import set_formula


def math(source: str) -> Text:
    return parse_text(source, math=True)


def formulas_in(content: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = list(elements(pdf.Root["/StructTreeRoot"]))
        return [str(one["/Alt"]) for one in found if one["/S"] == "/Formula"]


def made_of(*items: Item) -> tuple[bytes, bytes, list[str]]:
    report = Report()
    sheet, key = built(assessment(section(*items)), report)
    return sheet, key, [name.partition("@")[0] for name in told(report.diagnostics)]


def test_each_formula_is_one_element_that_is_read_aloud() -> None:
    gaps = parse_gaps(r"So {{c1::$\frac{a}{b}$::like $c$}} and $$\sum_i x_i$$.", math=True)
    options = (Option(math("$2x$"), True), Option(math("$x^2$"), False, math("of $f$")))
    sheet, key, names = made_of(
        item("a", math("Why is $a<b$?"), TextEntry(math("$c$"), (math("$d$"),))),
        item("b", math("Which?"), Choice(options, fixed=True)),
        item("c", Text(()), GapFill(gaps.parts)),
        item("d", math("How far?"), Numeric(Decimal(1), "1", unit=math(r"$\mathrm{m}^2$"))),
    )
    assert names == []
    assert formulas_in(sheet) == ["a < b", "2x", "x²", "c", "∑_i x_i", "m²"]
    assert formulas_in(key) == ["c", "d", "2x", "f", "a/b", "m²"]
    assert r"\sum" not in "".join(read(sheet))


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\frac{x_1 + x_2}{2a}", "(x_1 + x_2)/(2a)"),
        (r"-b \pm \sqrt{b^2 - 4ac}", "−b ± √(b² − 4ac)"),
        (r"\sqrt[3]{x} \sqrt[5]{y+1}", "∛x⁵√(y + 1)"),
        (r"\sum_{i=1}^n x_i^2", "∑_(i = 1)^n x_i²"),
        (r"\int_0^1 f(x)\,dx", "∫_0^1 f(x) dx"),
        (r"\lim_{x\to 0} \frac{\sin x}{x}", "lim_(x → 0) (sin x)/x"),
        (r"\left(\frac{1}{2}\right)^{n+1}", "(1/2)^(n + 1)"),
        (r"e^{i\pi}+1=0", "e^(iπ) + 1 = 0"),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "(a, b; c, d)"),
        (r"\vec{v} \cdot \overline{AB}", "v\u20d7 · (AB)\u0305"),
        (r"a \in \{1,2\}", "a ∈ {1, 2}"),
        (r"3{,}5\,\mathrm{m}", "3,5 m"),
        (r"f''(x) = 90^\circ", "f″(x) = 90°"),
        (r"\binom{n}{k} \neq 10^{-3}", "(n¦k) ≠ 10^(−3)"),
        (r"x < 3 \text{ if } y \geq \alpha", "x < 3 if y ≥ α"),
    ],
)
def test_how_formulas_are_read_aloud(tex: str, said: str) -> None:
    sheet, _, _ = made_of(item("a", math(f"Why ${tex}$?"), TextEntry(math("b"))))
    assert formulas_in(sheet) == [said]


@pytest.mark.parametrize(
    "tex", [r"\frac{a", r"\nonsense{x}", "a & b", r"\color{red}{x}", "x" * 1001, "{" * 500]
)
def test_what_cannot_be_set_is_printed_as_typed_and_told(tex: str) -> None:
    assert set_formula(tex, False, 11.0) is None
    sheet, _, names = made_of(item("a", math(f"Why ${tex}$?"), TextEntry(math("b"))))
    assert names == ["unset-formula"]
    assert formulas_in(sheet) == []
    assert tex[:10] in "".join(read(sheet)).replace("\n", "")


def test_a_formula_never_leaves_the_page() -> None:
    long = "+".join(f"x_{{{n}}}" for n in range(80))
    tall = r"\begin{matrix}" + r"\\".join("12345678901234567890") + r"\end{matrix}"
    for tex in (long, tall, r"\hspace{500em}x"):
        sheet, _, names = made_of(item("a", math(f"$${tex}$$"), TextEntry(math("b"))))
        assert set(names) <= ({"small-formula"} if tex != long else set())
        for x, y in corners(sheet):
            assert 50 < x < 550
            assert 50 < y < 800


def corners(content: bytes) -> list[tuple[float, float]]:
    """Where the outlines of formulas begin and end, in points of the page."""
    found = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            matrix = None
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                if operator == "cm":
                    matrix = [float(str(number)) for number in step.operands]
                elif operator == "Q":
                    matrix = None
                elif matrix and operator in ("m", "l"):
                    x, y = (float(str(number)) for number in step.operands)
                    found.append((matrix[0] * x + matrix[4], matrix[3] * y + matrix[5]))
    assert found
    return found


def test_a_tall_formula_makes_room_for_itself() -> None:
    stem = math("Above.\n\n$$\\frac{\\frac{a}{b}}{\\frac{c}{d}}$$\n\nBelow.")
    sheet, _, _ = made_of(item("a", stem, TextEntry(math("b"))))
    heights = [y for _, y in corners(sheet)]
    with pdfplumber.open(io.BytesIO(sheet)) as pdf:
        (page,) = pdf.pages
        words = {word["text"]: word for word in page.extract_words()}
        assert page.height - words["Above."]["bottom"] > max(heights)
        assert page.height - words["Below."]["top"] < min(heights)
