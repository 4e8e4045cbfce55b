"""Two items with one id would be one note in Anki: one of them would vanish."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Word


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id of `bank` that an earlier item has already."""
    first: dict[str, Word] = {}
    for item in bank.items:
        earlier = first.setdefault(item.id.value, item.id)
        if earlier is not item.id:
            yield DUPLICATE_ID.at(
                item.id.span,
                f"another question of this bank has the id {item.id.value!r}",
                "give the newer of the two another id; never change one that pupils have",
                related=(Related("first used here", earlier.span),),
            )


DUPLICATE_ID = StructureCheck(
    name="duplicate-id",
    severity=Severity.ERROR,
    doc="""
    Two questions of the bank have one `id`; in Anki one of them would vanish. Give the newer one
    another.
    """,
    find=find,
)
