"""Find formulas in fields: MathJax, and the older LaTeX between ``[$]`` and ``[/$]``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model.text import Math
from quizgen.model.text.formulas import is_balanced, on_one_line
from quizgen.model.text.markdown import parse_runs, unprintable
from quizgen.model.text.tex import tex_fault

_INLINE = r"\\\((?P<inline>(?:\\[^()]|[^\\])+?)\\\)"
_DISPLAY = r"\\\[(?P<display>(?:\\[^\[\]]|[^\\])+?)\\\]"
_LATEX = r"\[\$\](?P<latex>(?:(?!\[/?\$).)+)\[/\$\]"
_LATEX_DISPLAY = r"\[\$\$\](?P<latex_display>(?:(?!\[/?\$).)+)\[/\$\$\]"
_FORMULA = re.compile("|".join((_INLINE, _DISPLAY, _LATEX, _LATEX_DISPLAY)), re.DOTALL)

_GAP = re.compile(r"\{\{c\d+::")
_LINE = re.compile(r"<(?:br|div|p)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def has_formula(html: str) -> bool:
    """Return whether the field `html` holds a formula."""
    return _FORMULA.search(html) is not None


def without_tags(html: str) -> str:
    """Return `html` without the tags that an editor left inside formulas."""
    if _FORMULA.search(html) is None:
        return html
    return _FORMULA.sub(lambda match: _TAG.sub("", _LINE.sub(" ", match[0])), html)


def split(text: str) -> Iterator[str | Math]:
    """Yield the characters of `text`, and as `Math` every formula that a bank can hold."""
    position = 0
    for match in _FORMULA.finditer(text):
        kind = match.lastgroup or ""
        formula = Math(on_one_line(match[kind]), display=kind.endswith("display"))
        if _can_be_written(formula):
            yield text[position : match.start()]
            yield formula
            position = match.end()
    yield text[position:]


def formula_source(formula: Math) -> str:
    """Return `formula` as an author writes it, between dollars."""
    dollars = "$$" if formula.display else "$"
    return f"{dollars}{formula.tex}{dollars}"


def _can_be_written(formula: Math) -> bool:
    """Return whether a bank can hold `formula`: no gap, and no command that is not allowed."""
    return (
        is_balanced(formula.tex)
        and _GAP.search(formula.tex) is None
        and tex_fault(formula.tex) is None
        and unprintable(formula.tex) is None
        and parse_runs(formula_source(formula), math=True) == [formula]
    )
