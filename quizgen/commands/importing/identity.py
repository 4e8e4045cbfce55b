"""The ids of imported questions, and the guids by which they keep their notes in Anki."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quizgen.commands.importing.quizgen_notes import OwnItem, OwnNote
from quizgen.readers.item_keys import ANKI_GUID

LONGEST_ID = 40
"""Most characters of an id without number; with a number it fits into the 50 of `NAME`."""

MOST_WORDS = 7


class Ids:
    """The ids of the questions of a bank, none of which is given twice; `taken` are in use."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.given: Counter[str] = Counter()

    def of(self, text: str, otherwise: str) -> str:
        """Return a new id made of the first words of `text`, or of `otherwise` without words."""
        base = slug(text) or otherwise
        name = base
        while name in self.taken:
            self.given[base] += 1
            name = f"{base}-{self.given[base] + 1}"
        self.taken.add(name)
        return name


def slug(text: str) -> str:
    """Return the first words of `text` as a name: in lower case, with hyphens between.

    It has at most `MOST_WORDS` words and `LONGEST_ID` characters.
    """
    words = re.findall(r"[^\W_]+", text.casefold())[:MOST_WORDS]
    while len(words) > 1 and len("-".join(words)) > LONGEST_ID:
        words.pop()
    return "-".join(words)[:LONGEST_ID]


def keeps_or_can_keep(own: OwnNote, bank: str) -> bool:
    """Return whether the note `own` can keep its guid in `bank`: by its name, or as imported."""
    return own.keeps_guid(bank) or (not own.key.part and usable_guid(own.note.guid) is not None)


def own_guid(item: OwnItem, bank: str) -> str | None:
    """Return the value of the key ``guid`` that keeps the notes of `item` in `bank`.

    Return "" where the names of the notes are enough to keep them, and None where no value keeps
    them all.
    """
    changed = [note for notes in item.notes.values() for note in notes if not note.keeps_guid(bank)]
    if not changed:
        return ""
    if len(changed) == 1 and changed[0].key.part == 0:
        return usable_guid(changed[0].note.guid)
    return None


def usable_guid(guid: str) -> str | None:
    """Return `guid` if the key ``guid`` can hold it, otherwise None."""
    return guid if ANKI_GUID.accepts(guid) else None
