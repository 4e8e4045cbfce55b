"""The glossary explains words that pupils meet in the passage."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report


def terms_in_passage(bank: Bank, report: Report) -> None:
    """A term counts as met in any form that begins or ends with it, as a plural does."""
    if bank.passage is None:
        return
    passage = " ".join((bank.passage.title.plain, *bank.passage.flat)).casefold()
    for term, *_ in bank.glossary:
        if " ".join(term.plain.casefold().split()) not in passage:
            report.warning(
                "term-not-in-passage",
                term.span,
                f"the glossary explains {term.plain[:60]!r}, which is not in the passage",
                "write the word as the passage has it, or leave it out",
            )
