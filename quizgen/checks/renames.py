"""``renamed_from`` names an id that is free: else two items would be one note in Anki."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Word


def renames_are_clear(bank: Bank, report: Report) -> None:
    ids = {item.id.value: item.id for item in bank.items}
    first: dict[str, Word] = {}
    for item in bank.items:
        before = item.renamed_from
        if before is None:
            continue
        earlier = first.setdefault(before.value, before)
        taken = ids.get(before.value) or (earlier if earlier is not before else None)
        if taken is not None:
            report.error(
                "renamed-from-taken",
                before.span,
                f"{before.value!r} is the id of another question, now or before"
                if taken is not item.id
                else f"{before.value!r} is the id that this question has now",
                "remove renamed_from, unless this question really had that id",
                related=(Related("the other one", taken.span),) if taken is not item.id else (),
            )
