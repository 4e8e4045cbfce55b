"""Two items with one guid would be one note in Anki: one of them would vanish."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Word


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each guid of `bank` that an earlier item has already."""
    first: dict[str, Word] = {}
    for item in bank.items:
        if item.guid is None:
            continue
        earlier = first.setdefault(item.guid.value, item.guid)
        if earlier is not item.guid:
            yield DUPLICATE_GUID.at(
                item.guid.span,
                "another question of this bank has this guid",
                "delete the line from the newer of the two",
                related=(Related("first used here", earlier.span),),
            )


DUPLICATE_GUID = StructureCheck(
    name="duplicate-guid",
    severity=Severity.ERROR,
    doc="""
    Two questions have the same [`guid`](importing.md#pupils-who-have-the-old-deck), most likely
    because one was copied from the other. They would be one note in Anki. Delete the line from the
    newer one.
    """,
    find=find,
)
