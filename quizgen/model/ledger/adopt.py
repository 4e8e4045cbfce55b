"""Items that come from another bank of the project, and keep their notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quizgen.model.item import Item
from quizgen.model.ledger.model import BANK_SEPARATOR, Ledger, NoteKey
from quizgen.model.ledger.settle import put, settle_note

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
    """Return `ledger` of `bank` with what `others` know of the notes of its `items`.

    `others` are ledgers of the project's other banks by the banks' ids: those that an item came
    from, and those that it was in since. An item that has been taken over already keeps its
    identity, and one that comes back to `bank` has its first identity again. Of two rows of a note
    the later counts: it is what learners have. The ledgers of the other banks stay as they are.
    """
    renamed, imported = dict(ledger.renamed), dict(ledger.imported)
    notes = dict(ledger.notes)
    items = tuple(items)
    # 1. Find the identities that items had in their former banks.
    for item in items:
        place = former_place(item)
        if place is None or item.id.value in renamed:
            continue
        other_bank, id = place
        former_identity = others.get(other_bank, Ledger()).renamed.get(id, id)
        renamed[item.id.value] = known_as(former_identity, other_bank, bank)
    # 2. Copy the rows of their notes, and the guids that they were imported with.
    after = replace(ledger, renamed=renamed)
    identities = {after.identity(item) for item in items}
    for other_bank, other in others.items():
        for key, row in other.notes.items():
            identity = known_as(key.item, other_bank, bank)
            if identity in identities:
                put(notes, key._replace(item=identity), row, settle_note)
        for former_identity, guid in other.imported.items():
            identity = known_as(former_identity, other_bank, bank)
            if identity in identities:
                imported.setdefault(identity, guid)
    return replace(after, notes=notes, imported=imported)


def known_as(identity: str, holder: str, bank: str) -> str:
    """Return the identity in `bank` of what the bank `holder` knows as `identity`."""
    return _from_home(_qualified(identity, holder), bank)


def homes(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the banks from which the bank of `ledger` has taken items over."""
    return frozenset(
        key.item.partition(BANK_SEPARATOR)[0] for key in ledger.notes if BANK_SEPARATOR in key.item
    )


def as_former_bank(notes: Iterable[NoteKey], former: str, bank: str) -> frozenset[NoteKey]:
    """Return the keys that `notes` of the bank `former` have in `bank`, which took them over."""
    return frozenset(key._replace(item=known_as(key.item, former, bank)) for key in notes)


def _qualified(identity: str, bank: str) -> str:
    """Return `identity` of an item in `bank` with the bank of its first id in front."""
    return identity if BANK_SEPARATOR in identity else f"{bank}{BANK_SEPARATOR}{identity}"


def _from_home(identity: str, bank: str) -> str:
    """Return `identity` as `bank` knows it: without the bank if its first id was in `bank`."""
    return identity.removeprefix(f"{bank}{BANK_SEPARATOR}")
