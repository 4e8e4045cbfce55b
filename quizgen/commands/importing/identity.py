"""Give questions ids, and keep their notes in Anki by the id or by the key ``guid``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quizgen.commands.importing.quizgen_notes import QuizgenItem, QuizgenNote
from quizgen.readers.item_keys import ANKI_GUID

MAX_ID_LENGTH = 40
"""Characters; with a number added, an id stays within the 50 that are allowed."""

MAX_ID_WORDS = 7
"""Words of a question from which its id is made: they tell questions apart (judged)."""


class IdAllocator:
    """Source of ids that no other question has; `taken` are the ids in use."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.repeats: Counter[str] = Counter()

    def allocate(self, text: str, otherwise: str) -> str:
        """Return an unused id from the first words of `text`, or `otherwise` if it has none."""
        base = slug(text) or otherwise
        name = base
        while name in self.taken:
            self.repeats[base] += 1
            name = f"{base}-{self.repeats[base] + 1}"
        self.taken.add(name)
        return name


def slug(text: str) -> str:
    """Return the first words of `text` in lower case, joined by hyphens."""
    words = re.findall(r"[^\W_]+", text.casefold())[:MAX_ID_WORDS]
    while len(words) > 1 and len("-".join(words)) > MAX_ID_LENGTH:
        words.pop()
    return "-".join(words)[:MAX_ID_LENGTH]


def can_keep_guid(note: QuizgenNote, bank: str) -> bool:
    """Return whether the ledger of `bank` can hold the guid of `note`."""
    return note.keeps_guid(bank) or (not note.key.part and usable_guid(note.guid) is not None)


def guid_to_write(item: QuizgenItem, bank: str) -> str | None:
    """Return the value of the key ``guid`` that keeps the guids of the notes of `item` in `bank`.

    The result is empty where the notes keep their guids without the key, and None where not
    even the key can keep them.
    """
    changed = [note for notes in item.notes.values() for note in notes if not note.keeps_guid(bank)]
    if not changed:
        return ""
    if len(changed) == 1 and changed[0].key.part == 0:
        return usable_guid(changed[0].guid)
    return None


def usable_guid(guid: str) -> str | None:
    """Return `guid` if the key ``guid`` can hold it, else None."""
    return guid if ANKI_GUID.accepts(guid) else None
