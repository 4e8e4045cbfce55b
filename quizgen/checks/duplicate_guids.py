"""Two items with one guid would be one note in Anki: one of them would vanish."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Word


def duplicate_guids(bank: Bank, report: Report) -> None:
    first: dict[str, Word] = {}
    for item in bank.items:
        if item.guid is None:
            continue
        earlier = first.setdefault(item.guid.value, item.guid)
        if earlier is not item.guid:
            report.error(
                "duplicate-guid",
                item.guid.span,
                "another question of this bank has this guid",
                "delete the line from the newer of the two",
                related=(Related("first used here", earlier.span),),
            )
