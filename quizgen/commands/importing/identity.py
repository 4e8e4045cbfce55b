"""How a question keeps its note in Anki: by its id, or by the key ``guid``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quizgen.commands.importing.quizgen_notes import OwnItem, OwnNote
from quizgen.readers.item_keys import ANKI_GUID

LONGEST_ID = 40
"""Characters; a number behind it still fits into the 50 that an id may have."""

MOST_WORDS = 7


class Ids:
    """Gives ids to questions; none twice."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.given: Counter[str] = Counter()

    def of(self, text: str, otherwise: str) -> str:
        """An id made of the first words of `text`."""
        base = slug(text) or otherwise
        name = base
        while name in self.taken:
            self.given[base] += 1
            name = f"{base}-{self.given[base] + 1}"
        self.taken.add(name)
        return name


def slug(text: str) -> str:
    """The first words of `text` as a name: lower case, with hyphens between."""
    found = re.findall(r"[^\W_]+", text.casefold())[:MOST_WORDS]
    while len(found) > 1 and len("-".join(found)) > LONGEST_ID:
        found.pop()
    return "-".join(found)[:LONGEST_ID]


def keeps_or_can_keep(own: OwnNote, bank: str) -> bool:
    """Whether a ledger can say of `own` which note it is."""
    return own.keeps_guid(bank) or (not own.key.part and usable_guid(own.note.guid) is not None)


def own_guid(item: OwnItem, bank: str) -> str | None:
    """What ``guid`` must say so that the notes of `item` stay what they are in `bank`.

    Empty where their names alone do that; None where nothing does.
    """
    changed = [note for notes in item.notes.values() for note in notes if not note.keeps_guid(bank)]
    if not changed:
        return ""
    if len(changed) == 1 and changed[0].key.part == 0:
        return usable_guid(changed[0].note.guid)
    return None


def usable_guid(guid: str) -> str | None:
    """`guid`, if the key ``guid`` can hold it."""
    return guid if ANKI_GUID.accepts(guid) else None
