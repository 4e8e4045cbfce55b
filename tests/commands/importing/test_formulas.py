"""Formulas of MathJax and of old LaTeX become formulas of the bank, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from support import load_bank, write_project
from support.importing import BUILT, LATER, built, imported, is_refused, losses, questions
from support.packages import StockNote, anki_package, read

from quizgen.commands.importing import ImportLoss
from quizgen.commands.importing.cloze import cloze_markdown
from quizgen.commands.importing.html import read_runs
from quizgen.commands.importing.markdown import markdown
from quizgen.model.text import Math, inline_runs, parse_gaps, parse_text
from quizgen.model.text.runs import Run
from quizgen.writers.anki.html import Html


def ignore(loss: ImportLoss, example: str) -> None:
    pass


def no_picture(source: str) -> None:
    return None


def runs(html: str) -> list[Run]:
    return read_runs(html, no_picture, ignore, math=True)


def source(html: str) -> str:
    return markdown(runs(html), math=True).source


@pytest.mark.parametrize(
    ("html", "written"),
    [
        (r"So \(\frac{a}{b}\) it is", r"So $\frac{a}{b}$ it is"),
        (r"\[ a &lt; b \]", "$$a < b$$"),
        (r"\(a<br>b\)", "$a b$"),
        (r"\(<b>a</b>_<i>b</i>&nbsp;c\)", "$a_b c$"),
        (r"[$]x^2[/$] [$$]y[/$$]", "$x^2$ $$y$$"),
        (r"\(x\)2", "$x$&#50;"),
        (r"2\(x\)", "2$x$"),
        (r"\(x\)\(y\)", "$x$$y$"),
        (r"$5 and \(x\)", "$5 and $x$"),
        (r"$5-\(x\)", r"\$5-$x$"),
        (r"<b>so \(x\) it</b>", "**so $x$ it**"),
        (r"\[\begin{matrix}1\\[2pt]2\end{matrix}\]", r"$$\begin{matrix}1\\[2pt]2\end{matrix}$$"),
    ],
)
def test_as_an_author_would_write_it(html: str, written: str) -> None:
    assert source(html) == written
    assert markdown(runs(html), math=True).is_exact


@pytest.mark.parametrize("html", [r"\(a$b\)", r"\(a{\)", r"\(a", r"[latex]$x$[/latex]", r"\(\)"])
def test_what_a_bank_cannot_hold_is_text_and_told(html: str) -> None:
    told: list[ImportLoss] = []
    found = read_runs(html, no_picture, lambda loss, _: told.append(loss), math=True)
    assert not any(isinstance(run, Math) for run in found)
    assert told == [ImportLoss.FORMULA]


@pytest.mark.parametrize(
    ("html", "written"),
    [
        (r"{{c1::\(\frac{a}{\sqrt{b} }\)::h}} c", r"{{c1::$\frac{a}{\sqrt{b} }$::h}} c"),
        (r"{{c1::\(\sqrt&#123;b&#125;&#125;\)}} c", None),
        (r"{{c1::a}b \(\{\)}} c", r"{{c1::a&#125;b $\{$}} c"),
        (r"\(x^2\) is {{c1::a}}", r"$x^2$ is {{c1::a}}"),
    ],
)
def test_gaps(html: str, written: str | None) -> None:
    found = cloze_markdown(html, no_picture, ignore, math=True)
    assert found is not None
    assert written is None or found == written
    assert not parse_gaps(found, math=True).problems


def test_a_gap_inside_a_formula_keeps_its_text() -> None:
    told: list[ImportLoss] = []
    note = lambda loss, _: told.append(loss)  # noqa: E731
    found = cloze_markdown(r"\(x = {{c1::y}}\)", no_picture, note, math=True)
    assert found is not None
    assert [gap.answer.plain for gap in parse_gaps(found, math=True).gaps] == ["y"]
    assert told == [ImportLoss.FORMULA]


TYPED = st.lists(
    st.sampled_from(
        [
            *("a", "2", " ", "$", "$$", r"\$", "{", "}", r"\frac{a}{b}", "x", "*", "`", "_", "<"),
            *("&", "\\", r"\(", r"\)", "[", "]", "\n\n", "::", "**b**", "$x$", "$$y$$", "{{c1::"),
        ]
    ),
    max_size=14,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(TYPED)
@example(r"$$\ $$")
@example(r"$$\[$$")
@example("\n\n*\n\n")
@example("\n\n* a\n* b\n\n")
@example("\n\n* * *\n\n")
@example("\n\n* $a{$ b\n\n")
def test_what_our_writer_made_of_a_text_is_made_again(typed: str) -> None:
    html = Html({})
    text = parse_text(f"x{typed}x", math=True)
    assume(not is_refused(text))
    field = html.text(text)
    runs = read_runs(field, no_picture, ignore, math=True, blocks=True)
    written = markdown(runs, math=True)
    if written.is_exact and all(map(_is_sound, inline_runs(text.runs))):
        assert _squeezed(html.text(parse_text(written.source, math=True))) == _squeezed(field)


def _squeezed(field: str) -> str:
    return "".join(field.split())


def _is_sound(run: Run) -> bool:
    """Whether MathJax finds the end of a formula where it is; of others nothing is asked."""
    delimiters = ("\\(", "\\)", "\\[", "\\]", "{", "}")
    return not isinstance(run, Math) or not any(sign in run.tex for sign in delimiters)


def test_a_deck_with_formulas_makes_a_bank_with_math(tmp_path: Path) -> None:
    notes = [
        StockNote("Basic", (r"What is \(a &lt; b\) for $5?", r"\[\sqrt{x}\]")),
        StockNote("Cloze", (r"{{c1::\(\frac{a}{\sqrt{b} }\)}} $ costs $2", "")),
    ]
    package = anki_package(tmp_path, notes)
    assert r"front: What is $a < b$ for $5?" in questions(package)
    assert losses(package) == {}
    imported(package, tmp_path / "p")
    bank, _ = load_bank(tmp_path / "p/question_bank/geography")
    first = next(iter(bank.items))
    assert first.stem.runs == ("What is ", Math("a < b"), " for $5?")
    again = tmp_path / "again"
    path = built(tmp_path / "p", LATER)
    imported(path, again)
    assert read(built(again, LATER + 5)).notes == read(path).notes


FULL = r"""
- {id: m, type: multiple_choice, question: 'Is $a<b$, or $5?', answer: '$\frac{1}{2}$',
    distractors: ['$\{1\}$', {text: '$$x$$', rationale: 'so $x$'}], explain: '$y$',
    reference: '$z$'}
- {id: c, type: cloze, text: 'So {{c1::$\frac{a}{\sqrt{b}}$::like $x$}} and {{c2::$\{$}}',
    reference: r}
- {id: p, type: matching, question: '$q$', pairs: {$x$: 'one', $X$: 'two'}, reference: r}
- {id: o, type: ordering, question: q, in_order: ['$1$', '2 $x$2', $$3$$], reference: r}
- {id: e, type: essay, question: q, answer: '**a $x$ b**', rubric: {'$r$': 2}, reference: r}
- {id: v, type: flashcard, front: f, back: b, evidence: sat down in Seoul}
"""


def test_our_own_decks_come_back(tmp_path: Path) -> None:
    root = write_project(tmp_path / "p", FULL, bank="math: true\n")
    package = built(root, BUILT)
    assert set(imported(package, tmp_path / "second").losses) == {
        ImportLoss.WORKSHEETS,
        ImportLoss.PASSAGE,
    }
    assert read(built(tmp_path / "second", LATER)).notes == read(package).notes
