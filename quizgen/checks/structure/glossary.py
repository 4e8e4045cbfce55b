"""The glossary explains words that pupils meet in the passage."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.text.compare import folded


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each term of the glossary that the passage of `bank` does not have.

    A term counts as met in any form that begins or ends with it, as a plural does.
    """
    if bank.passage is None:
        return
    passage = " ".join((bank.passage.title.plain, *bank.passage.flat)).casefold()
    for entry in bank.glossary:
        if folded(entry.term.plain) not in passage:
            yield TERM_NOT_IN_PASSAGE.at(
                entry.term.span,
                f"the glossary explains {entry.term.plain[:60]!r}, which is not in the passage",
                "write the word as the passage has it, or leave it out",
            )


TERM_NOT_IN_PASSAGE = StructureCheck(
    name="term-not-in-passage",
    severity=Severity.WARNING,
    doc="""
    The glossary in `bank.yaml` explains a word that is not in the passage. Write it as the passage
    has it, or leave it out. Another ending does no harm: “sanction” is in “sanctions”.
    """,
    find=find,
)
