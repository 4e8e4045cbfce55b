"""Each item names what proves it."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report


def every_item_has_a_source(bank: Bank, report: Report) -> None:
    for item in bank.items:
        if not item.evidence and not item.references:
            report.warning(
                "no-source",
                item.id.span,
                f"nothing says where the answer to {item.id.value!r} comes from",
                "add evidence: with a quote of the passage, or reference: with another source; one "
                "reference: in bank.yaml serves all questions that name none",
            )
