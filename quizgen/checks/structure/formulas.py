"""Formulas that MathJax would show as an error."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.source import NOWHERE
from quizgen.model.text import Math
from quizgen.model.text.formulas import is_balanced


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each formula in the items of `bank` whose braces do not pair."""
    for item in bank.items:
        for text in item.texts:
            for run in text.runs:
                if isinstance(run, Math) and not is_balanced(run.tex):
                    yield BAD_FORMULA.at(
                        item.id.span if text.span is NOWHERE else text.span,
                        f"the braces in the formula {run.tex[:60]!r} do not pair",
                        r"close each { with a }; a brace that is to be seen is written \{",
                    )


BAD_FORMULA = StructureCheck(
    name="bad-formula",
    severity=Severity.ERROR,
    doc=r"""
    The braces `{` and `}` of a formula do not pair, so it would be shown as an error. Close each
    one. A brace that is to be seen is written `\{`. If no formula was meant, write `\$`.
    """,
    find=find,
)
