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
    """Return whether `html` has a formula."""
    return _FORMULA.search(html) is not None


def without_tags(html: str) -> str:
    """Return `html` without the tags that editors leave inside of formulas."""
    if _FORMULA.search(html) is None:
        return html
    return _FORMULA.sub(lambda match: _TAG.sub("", _LINE.sub(" ", match[0])), html)


def split(text: str) -> Iterator[str | Math]:
    """Yield the characters of `text` between formulas, and the formulas, in order.

    A formula that a bank cannot hold counts among the characters.
    """
    position = 0
    for match in _FORMULA.finditer(text):
        kind = match.lastgroup or ""
        formula = Math(" ".join(match[kind].split()), display=kind.endswith("display"))
        if _can_be_written(formula):
            yield text[position : match.start()]
            yield formula
            position = match.end()
    yield text[position:]


def written(formula: Math) -> str:
    """Return `formula` between dollars, as in a bank."""
    dollars = "$$" if formula.display else "$"
    return f"{dollars}{formula.tex}{dollars}"


def _can_be_written(formula: Math) -> bool:
    """Return whether `formula` in a bank is read as the same formula, and is allowed there.

    A formula with a gap inside is not: an unprintable character stands for the gap. A formula with
    commands that run something or link somewhere is not allowed.
    """
    return (
        is_balanced(formula.tex)
        and tex_fault(formula.tex) is None
        and unprintable(formula.tex) is None
        and parse_runs(written(formula), math=True) == [formula]
    )
