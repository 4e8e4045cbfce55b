"""A case that no question is in is shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each case of `bank` that no item is in."""
    used = {item.case for item in bank.items if item.case}
    for topic in bank.topics:
        for case in topic.cases:
            if case not in used:
                yield UNUSED_CASE.at(
                    case.id.span,
                    f"no question is in the case {case.id.value!r}, so its text is shown nowhere",
                    f"write `part_of: {case.id.value}` in its questions, or remove the case",
                )


UNUSED_CASE = StructureCheck(
    name="unused-case",
    severity=Severity.WARNING,
    doc="""
    A topic file has a case that no question names, so its text is shown nowhere. Write `part_of:`
    with its `id` in each of its questions, or remove the case.
    """,
    find=find,
)
