"""Formulas that MathJax would show as an error, or that would do more than be shown."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.checks.text_places import PlacedText, texts_with
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.text import Math, inline_runs
from quizgen.model.text.formulas import is_balanced
from quizgen.model.text.tex import tex_fault


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each formula of `bank` that cards and paper can't take as it is."""
    for placed in texts_with("$", bank):
        runs = placed.text.runs
        if len(runs) == 1 and isinstance(runs[0], str):
            continue  # as most texts are
        for run in inline_runs(runs):
            if isinstance(run, Math):
                yield from _faults(run.tex, placed)


def _faults(tex: str, placed: PlacedText) -> Iterator[Diagnostic]:
    if not is_balanced(tex):
        yield BAD_FORMULA.at(
            placed.place(tex),
            f"the braces in the formula {tex[:60]!r} do not pair",
            r"close each { with a }; a brace that is to be seen is written \{",
        )
    fault = tex_fault(tex)
    if fault is not None:
        yield TEX_NOT_ALLOWED.at(
            placed.place(fault.text),
            f"in a formula, {fault.text[:40]} {fault.why}",
            r"write the formula without it; if no formula is meant, write \$ for each dollar",
        )


TEX_NOT_ALLOWED = DiagnosticKind(
    name="tex-not-allowed",
    severity=Severity.ERROR,
    doc=r"""
    A formula has a command that is not among those that only set characters. Links (`\href`),
    ids, classes and styles, macros (`\def`, `\newcommand`), `\require`, `\unicode` with fonts and
    whatever else changes the page around a formula are not taken, nor are spaces of more than 20
    em. A misspelt command is told in the same way. Write the formula without it. Symbols, letters,
    fractions, roots, matrices, arrows, accents, `\text`, `\color` with a name and mhchem's `\ce`
    are all right.
    """,
)

BAD_FORMULA = StructureCheck(
    name="bad-formula",
    severity=Severity.ERROR,
    doc=r"""
    The braces `{` and `}` of a formula do not pair, so it would be shown as an error. Close each
    one. A brace that is to be seen is written `\{`. If no formula was meant, write `\$`.
    """,
    find=find,
    of_items=True,
    further=(TEX_NOT_ALLOWED,),
)
