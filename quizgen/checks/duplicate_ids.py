"""Two items with one id would be one note in Anki: one of them would vanish."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Word


def duplicate_ids(bank: Bank, report: Report) -> None:
    first: dict[str, Word] = {}
    for item in bank.items:
        earlier = first.setdefault(item.id.value, item.id)
        if earlier is not item.id:
            report.error(
                "duplicate-id",
                item.id.span,
                f"another question of this bank has the id {item.id.value!r}",
                "give the newer of the two another id; never change one that pupils have",
                related=(Related("first used here", earlier.span),),
            )
