"""``renamed_from`` names an id that is free: else two items would be one note in Anki."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Word


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each former id in `bank` that another item has, or had first."""
    renamed = [(item, item.renamed_from) for item in bank.items if item.renamed_from is not None]
    if not renamed:
        return
    ids = {item.id.value: item.id for item in bank.items}
    first: dict[str, Word] = {}
    for item, former in renamed:
        earlier = first.setdefault(former.value, former)
        owner = ids.get(former.value) or (earlier if earlier is not former else None)
        if owner is not None:
            yield RENAMED_FROM_TAKEN.at(
                former.span,
                f"{former.value!r} is the id of another question, now or before"
                if owner is not item.id
                else f"{former.value!r} is the id that this question has now",
                "remove renamed_from, unless this question really had that id",
                related=(Related("the other one", owner.span),) if owner is not item.id else (),
            )


RENAMED_FROM_TAKEN = StructureCheck(
    name="renamed-from-taken",
    severity=Severity.ERROR,
    doc="""
    `renamed_from` names an id that this or another question of the bank has, or had. Two questions
    cannot go on as one. Remove it, unless this question really had that id. Or a question moved to
    another bank, and is still where it was, or the id that it had there was given to another one:
    delete it there, or give the other one an id that was never used.
    """,
    find=find,
)
