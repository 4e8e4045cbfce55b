"""The ledger for an imported deck of quizgen's, in which each note keeps the time of its change.

So the first build of the bank sends learners no note that is unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.commands.importing.quizgen_notes import OwnNote
from quizgen.model.ledger import Ledger, NoteKey, NoteRow, Status
from quizgen.writers.anki import note_types
from quizgen.writers.anki.notes import NoteData
from quizgen.writers.anki.planning import digest
from quizgen.writers.anki.slots import label_digest

LATEST = 4_102_444_800
"""The beginning of 2100, in seconds since 1970: a later time of a note is wrong."""

_LABELS = {
    note_types.MATCHING.slug: ("premise", "response"),
    note_types.DATE.slug: ("event", "date"),
}
"""The fields that tell an item's notes of one type apart, the most telling first."""


def ledger_of(bank: str, notes: Iterable[OwnNote]) -> Ledger | None:
    """Return the ledger of `bank` that the build of `notes` would have left; None without notes.

    Notes of other banks are left out, as are notes with impossible times. Each note must keep its
    guid, by its name or as the guid of an imported item. The ledger was created at the time of
    the oldest note: ids of notes are times in ms.
    """
    rows: dict[NoteKey, NoteRow] = {}
    imported: dict[str, str] = {}
    ids = []
    for own in notes:
        if own.bank == bank and 0 < own.note.modified < LATEST:
            rows[own.key] = _row(own)
            ids.append(own.note.id)
            if not own.keeps_guid(bank):
                imported[own.key.item] = own.note.guid
    if not rows:
        return None
    created = min(ids) // 1000
    if not 0 < created < LATEST:
        created = min(row.modified for row in rows.values())
    return Ledger(bank, created, rows, imported=imported)


def _row(own: OwnNote) -> NoteRow:
    """Return the row of the note `own`."""
    data = NoteData(
        own.note_type,
        own.note.guid,
        own.content,
        tuple(card.ordinal for card in own.note.cards),
        tags_in_order(own.note.tags),
    )
    labels = tuple([label_digest(own.content[slug]) for slug in _LABELS.get(own.key.note_type, ())])
    status = Status.RETIRED if own.is_retired else Status.LIVE
    return NoteRow(digest(data), own.note.modified, status, labels if own.key.part else ())


def tags_in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Return `tags` as quizgen's writer orders them: topic, difficulty, and then the others."""
    ranks = ("topic::", "difficulty::")
    return tuple(
        sorted(tags, key=lambda tag: next((i for i, r in enumerate(ranks) if tag.startswith(r)), 2))
    )
