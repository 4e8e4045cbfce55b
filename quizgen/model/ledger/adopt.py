"""Items that come from another bank of the project, and keep their notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quizgen.model.item import Item
from quizgen.model.ledger.model import BANK_SEPARATOR, Ledger, NoteKey

FROM_BANK = "/"
"""The separator in ``renamed_from: bank/id`` between the former bank and the id there."""


def former_place(item: Item) -> tuple[str, str] | None:
    """Return the bank that `item` came from and the id of `item` there.

    Return None for an item that was never in another bank.
    """
    former = item.renamed_from.value if item.renamed_from else ""
    bank, separator, id = former.partition(FROM_BANK)
    return (bank, id) if separator else None


def adopted(
    ledger: Ledger, bank: str, items: Iterable[Item], others: Mapping[str, Ledger]
) -> Ledger:
    """Return `ledger` of `bank` with the rows of those `items` that came from other banks.

    `others` are the ledgers of the project's other banks by the banks' ids. An item that has been
    taken over already keeps the rows in `ledger`. An item that comes back to `bank` has its first
    identity again. The ledger of the former bank stays as it is.
    """
    notes, renamed, imported = dict(ledger.notes), dict(ledger.renamed), dict(ledger.imported)
    for item in items:
        # 1. Find the item's identity in its former bank.
        place = former_place(item)
        if place is None or item.id.value in renamed:
            continue
        other_bank, id = place
        other = others.get(other_bank, Ledger())
        former_identity = other.renamed.get(id, id)
        identity = _from_home(_qualified(former_identity, other_bank), bank)
        renamed[item.id.value] = identity
        # 2. Copy the rows of its notes, and the guid that it was imported with.
        for key, row in other.notes.items():
            if key.item == former_identity:
                notes.setdefault(key._replace(item=identity), row)
        if former_identity in other.imported:
            imported.setdefault(identity, other.imported[former_identity])
    return replace(ledger, notes=notes, renamed=renamed, imported=imported)


def exported(ledger: Ledger, bank: str) -> frozenset[str]:
    """Return the identities in `bank` of the items that the bank of `ledger` took over from it."""
    prefix = f"{bank}{BANK_SEPARATOR}"
    return frozenset(
        identity.removeprefix(prefix)
        for identity in ledger.renamed.values()
        if identity.startswith(prefix)
    )


def as_former_bank(notes: Iterable[NoteKey], former: str) -> frozenset[NoteKey]:
    """Return the keys that `notes` of the bank `former` have in a bank that took them over."""
    return frozenset(key._replace(item=_qualified(key.item, former)) for key in notes)


def _qualified(identity: str, bank: str) -> str:
    """Return `identity` of an item in `bank` with the bank of its first id in front."""
    return identity if BANK_SEPARATOR in identity else f"{bank}{BANK_SEPARATOR}{identity}"


def _from_home(identity: str, bank: str) -> str:
    """Return `identity` as `bank` knows it: without the bank if its first id was in `bank`."""
    return identity.removeprefix(f"{bank}{BANK_SEPARATOR}")
