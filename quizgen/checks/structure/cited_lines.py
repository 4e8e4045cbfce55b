"""Lines of the passage can be cited only where evidence says which they are."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item of `bank` that cites lines and quotes none."""
    for item in bank.items:
        if item.cites_lines and not item.evidence:
            yield LINES_WITHOUT_EVIDENCE.at(
                item.id.span,
                f"{item.id.value} is to cite lines of the passage, but has no evidence there",
                "add evidence: with a quote of the passage, or remove cite_lines",
            )


LINES_WITHOUT_EVIDENCE = StructureCheck(
    name="lines-without-evidence",
    severity=Severity.ERROR,
    doc="""
    A question has `cite_lines: true`, and no `evidence` whose lines could be cited. Quote the
    passage, or remove the key.
    """,
    find=find,
    of_items=True,
)
