"""Formulas that MathJax would show as an error."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.source import NOWHERE
from quizgen.model.text import Math
from quizgen.model.text.formulas import is_balanced


def formulas_are_whole(bank: Bank, report: Report) -> None:
    for item in bank.items:
        for text in item.texts:
            for run in text.runs:
                if isinstance(run, Math) and not is_balanced(run.tex):
                    report.error(
                        "bad-formula",
                        item.id.span if text.span is NOWHERE else text.span,
                        f"the braces in the formula {run.tex[:60]!r} do not pair",
                        r"close each { with a }; a brace that is to be seen is written \{",
                    )
