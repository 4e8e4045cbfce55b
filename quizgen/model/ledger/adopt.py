"""Items that come from another bank of the project: their notes stay what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quizgen.model.item import Item
from quizgen.model.ledger.model import BANK_SEPARATOR, Ledger, NoteKey

FROM_BANK = "/"
"""In ``renamed_from: bank/id``: between the bank that the question was in and its id there."""


def former_place(item: Item) -> tuple[str, str] | None:
    """Return the bank that `item` came from and its id there; None if it was always here."""
    before = item.renamed_from.value if item.renamed_from else ""
    bank, separator, id = before.partition(FROM_BANK)
    return (bank, id) if separator else None


def adopted(
    ledger: Ledger, bank: str, items: Iterable[Item], others: Mapping[str, Ledger]
) -> Ledger:
    """Return `ledger` of `bank` with all that `others` know of the `items` that came from there.

    `others` are the ledgers of the project's other banks by the banks' ids. An item that is in
    `ledger` already is left alone. An item that comes home has its first id again.
    """
    notes, renamed, imported = dict(ledger.notes), dict(ledger.renamed), dict(ledger.imported)
    for item in items:
        place = former_place(item)
        if place is None or item.id.value in renamed:
            continue
        other_bank, id = place
        other = others.get(other_bank, Ledger())
        there = other.renamed.get(id, id)
        identity = _from_home(_qualified(there, other_bank), bank)
        renamed[item.id.value] = identity
        for key, row in other.notes.items():
            if key.item == there:
                notes.setdefault(key._replace(item=identity), row)
        if there in other.imported:
            imported.setdefault(identity, other.imported[there])
    return replace(ledger, notes=notes, renamed=renamed, imported=imported)


def exported(ledger: Ledger, bank: str) -> frozenset[str]:
    """Return the identities in `bank` of all items that the bank of `ledger` has taken over."""
    prefix = f"{bank}{BANK_SEPARATOR}"
    return frozenset(
        identity.removeprefix(prefix)
        for identity in ledger.renamed.values()
        if identity.startswith(prefix)
    )


def as_former_bank(notes: Iterable[NoteKey], former: str) -> frozenset[NoteKey]:
    """Return `notes` of the bank `former` as another bank knows them that has taken them over."""
    return frozenset(key._replace(item=_qualified(key.item, former)) for key in notes)


def _qualified(identity: str, bank: str) -> str:
    return identity if BANK_SEPARATOR in identity else f"{bank}{BANK_SEPARATOR}{identity}"


def _from_home(identity: str, bank: str) -> str:
    return identity.removeprefix(f"{bank}{BANK_SEPARATOR}")
