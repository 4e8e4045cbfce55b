"""Each item names what proves its answer."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item of `bank` with neither evidence nor a reference."""
    for item in bank.items:
        if item.entry and item.entry.may_hide("evidence", "reference"):
            continue
        if not item.evidence and not item.references:
            yield NO_SOURCE.at(
                item.id.span,
                f"nothing says where the answer to {item.id.value!r} comes from",
                "add evidence: with a quote of the passage, or reference: with another source; one "
                "reference: in bank.yaml serves all questions that name none",
            )


NO_SOURCE = StructureCheck(
    name="no-source",
    severity=Severity.WARNING,
    doc="""
    An item has neither `evidence` nor `reference`. Say where its answer comes from. One `reference`
    in `bank.yaml` serves all items that have none.
    """,
    find=find,
    of_items=True,
)
