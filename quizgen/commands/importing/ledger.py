"""The ledger of a deck that was built before: each note keeps the time it last changed at.

So the first build of an imported bank tells learners' Anki of nothing that is not new.
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
"""The year 2100: no note was changed after that."""

_LABELS = {
    note_types.MATCHING.slug: ("premise", "response"),
    note_types.DATE.slug: ("event", "date"),
}
"""The fields that tell an item's notes of one type apart, the most telling first."""


def ledger_of(bank: str, notes: Iterable[OwnNote]) -> Ledger | None:
    """The ledger that a build would have left after making `notes`; None if there are none.

    Each of `notes` keeps its guid, by its name or as the guid of an imported item.
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
    """`tags` as our writer puts them: topic, difficulty, and then the others."""
    ranks = ("topic::", "difficulty::")
    return tuple(
        sorted(tags, key=lambda tag: next((i for i, r in enumerate(ranks) if tag.startswith(r)), 2))
    )
