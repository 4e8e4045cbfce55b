"""Retired notes: what tells a learner's Anki that a question is gone.

Such a note has nothing but its name and a mark in the field ``Retired``. The fronts show
nothing for it, so Anki's Empty Cards offers to delete the card, reviews and all, and a
learner who does not ask for that loses nothing. In a collection that never had the note it
would be a note without a card: so it goes only into the package for returning learners.
"""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.ledger import NoteKey
from quizgen.writers.anki.html import escape
from quizgen.writers.anki.identity import guid, note_name
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.notes import NoteData

RETIRED_FIELD = "Retired"
"""The field that says so, by its name."""

_BY_SLUG = {note_type.slug: note_type for note_type in NOTE_TYPES}


def tombstone(key: NoteKey, bank: Bank, imported: str | None = None) -> NoteData:
    """Return the note that retires the one with `key`; `imported` as for `guid`."""
    content = {"id": escape(note_name(bank.id, key)), "retired": "1"}
    return NoteData(_BY_SLUG[key.note_type], guid(bank.id, key, imported), content, (), ())
