"""Lines can be cited only of evidence: that is what says where they are."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report


def lines_have_evidence(bank: Bank, report: Report) -> None:
    for item in bank.items:
        if item.cites_lines and not item.evidence:
            report.error(
                "lines-without-evidence",
                item.id.span,
                f"{item.id.value} is to cite lines of the passage, but has no evidence there",
                "add evidence: with a quote of the passage, or remove cite_lines",
            )
