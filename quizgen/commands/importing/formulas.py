"""Formulas in the fields of notes: MathJax, and the older LaTeX between ``[$]`` and ``[/$]``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model.text import Math
from quizgen.model.text.formulas import is_balanced
from quizgen.model.text.markdown import parse_runs, unprintable
from quizgen.model.text.tex import tex_fault

_INLINE = r"\\\((?P<inline>(?:\\[^()]|[^\\])+?)\\\)"
_DISPLAY = r"\\\[(?P<display>(?:\\[^\[\]]|[^\\])+?)\\\]"
_LATEX = r"\[\$\](?P<latex>(?:(?!\[/?\$).)+)\[/\$\]"
_LATEX_DISPLAY = r"\[\$\$\](?P<latex_display>(?:(?!\[/?\$).)+)\[/\$\$\]"
_FORMULA = re.compile("|".join((_INLINE, _DISPLAY, _LATEX, _LATEX_DISPLAY)), re.DOTALL)

_LINE = re.compile(r"<(?:br|div|p)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def has_formula(html: str) -> bool:
    return _FORMULA.search(html) is not None


def without_tags(html: str) -> str:
    """`html` without the tags that an editor left inside of formulas."""
    if _FORMULA.search(html) is None:
        return html
    return _FORMULA.sub(lambda found: _TAG.sub("", _LINE.sub(" ", found[0])), html)


def split(text: str) -> Iterator[str | Math]:
    """The characters of a field, with every formula that a bank can hold as such."""
    position = 0
    for found in _FORMULA.finditer(text):
        kind = found.lastgroup or ""
        formula = Math(" ".join(found[kind].split()), display=kind.endswith("display"))
        if _can_be_written(formula):
            yield text[position : found.start()]
            yield formula
            position = found.end()
    yield text[position:]


def written(formula: Math) -> str:
    """`formula` as an author writes it."""
    dollars = "$$" if formula.display else "$"
    return f"{dollars}{formula.tex}{dollars}"


def _can_be_written(formula: Math) -> bool:
    """Not with a gap inside, for which an unprintable character stands, nor what runs or links."""
    return (
        is_balanced(formula.tex)
        and tex_fault(formula.tex) is None
        and unprintable(formula.tex) is None
        and parse_runs(written(formula), math=True) == [formula]
    )
