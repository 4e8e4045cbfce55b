"""Reconstruct the ledger of a deck that quizgen built: when each note last changed.

With this ledger, the first build of an imported bank sends learners only what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.commands.importing.quizgen_notes import QuizgenNote
from quizgen.model.ledger import Ledger, NoteKey, NoteRow, Status
from quizgen.writers.anki import note_types
from quizgen.writers.anki.digests import note_digest
from quizgen.writers.anki.notes import NoteData
from quizgen.writers.anki.slots import label_digest

MAX_TIME = 4_102_444_800
"""The beginning of the year 2100 in seconds since 1970; a later time of change is damaged."""

_LABELS = {
    note_types.MATCHING.slug: ("premise", "response"),
    note_types.DATE.slug: ("event", "date"),
}
"""The fields that distinguish the notes of an item by note type, the most distinctive first."""


def ledger_of(bank: str, notes: Iterable[QuizgenNote], renamed: Mapping[str, str]) -> Ledger | None:
    """Return the ledger that a build of `notes` would have left, or None if none is of `bank`.

    Each note must keep its guid: because quizgen would give the note's key this guid, or as the
    guid of an imported item. `renamed` is as in `Ledger`.
    """
    rows: dict[NoteKey, NoteRow] = {}
    imported: dict[str, str] = {}
    ids = []
    for note in notes:
        if note.bank == bank and 0 < note.apkg_note.modified < MAX_TIME:
            rows[note.key] = _row(note)
            ids.append(note.apkg_note.id)
            if not note.keeps_guid(bank):
                imported[note.key.item] = note.guid
    if not rows:
        return None
    created = min(ids) // 1000
    if not 0 < created < MAX_TIME:
        created = min(row.modified for row in rows.values())
    return Ledger(bank, created, rows, renamed=renamed, imported=imported)


def _row(note: QuizgenNote) -> NoteRow:
    data = NoteData(
        note.note_type,
        note.guid,
        note.content,
        tuple(card.ordinal for card in note.apkg_note.cards),
        tags_in_order(note.apkg_note.tags),
    )
    labels = tuple(
        [label_digest(note.content[slug]) for slug in _LABELS.get(note.key.note_type, ())]
    )
    status = Status.RETIRED if note.is_retired else Status.LIVE
    labels = labels if note.key.part else ()
    return NoteRow(note_digest(data), note.apkg_note.modified, status, labels)


def tags_in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Return `tags` in the order of the Anki writer: topic, difficulty, then the others."""
    ranks = ("topic::", "difficulty::")
    return tuple(
        sorted(tags, key=lambda tag: next((i for i, r in enumerate(ranks) if tag.startswith(r)), 2))
    )
