"""Questions that two banks of a project have at once: their cards would be one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from quizgen.commands.ledgers.files import Ledgers
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Item
from quizgen.model.ledger import former_place, known_as
from quizgen.project.layout import Project


class _Banks(Protocol):
    """The interface of a workspace, as far as this check needs it."""

    def ledgers_of(self, project: Project) -> Ledgers: ...

    def other_banks(self, bank: Bank, project: Project) -> Iterator[Bank]: ...


def report_items_in_two_banks(
    items: Iterable[Item], bank: Bank, project: Project, workspace: _Banks, report: Report
) -> None:
    """Report those `items` of `bank` whose cards an item of another bank of `project` has as well.

    Either a question was copied with ``renamed_from`` and not removed where it was; or its id was
    given to another question after it moved away.
    """
    ledgers = workspace.ledgers_of(project)
    ledger, away = ledgers.of_bank(bank), ledgers.away(bank.id)
    known = ledgers.saved(bank).renamed
    coming: dict[str, Item] = {}
    reused: dict[str, Item] = {}
    items = list(items)
    for item, identity in zip(items, ledger.identities(items), strict=True):
        is_coming = item.renamed_from is not None and former_place(item) is not None
        if identity in away and not is_coming:
            reused[identity] = item
        elif is_coming and item.id.value not in known:
            coming[identity] = item
    if not coming and not reused:
        return
    for other in workspace.other_banks(bank, project):
        other_ledger = ledgers.of_bank(other)
        for there in other.items:
            identity = known_as(other_ledger.identity(there), other.id, bank.id)
            if identity in reused:
                _report_reused(reused[identity], there, other, report)
            elif identity in coming and former_place(there) is None:
                _report_copied(coming[identity], there, other, report)


def _report_reused(item: Item, there: Item, other: Bank, report: Report) -> None:
    report.error(
        "renamed-from-taken",
        item.id.span,
        f"pupils' cards for {there.id.value!r} of the bank {other.id!r} are known by the id "
        f"{item.id.value!r} of this bank, where that question was before: this one cannot have it",
        "give this question an id that was never used",
        related=(Related("the question that moved", there.id.span),),
    )


def _report_copied(item: Item, there: Item, other: Bank, report: Report) -> None:
    span = item.renamed_from.span if item.renamed_from else item.id.span
    report.error(
        "renamed-from-taken",
        span,
        f"the bank {other.id!r} still has the question {there.id.value!r}: both would be the same "
        "card",
        f"delete it in {other.id!r}, if it moved here; or remove renamed_from, if this is a "
        "question of its own",
        related=(Related("the question there", there.id.span),),
    )
