"""One build's step of the ledger: which notes are new, changed, the same or retired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.model.ledger.model import Ledger, NoteKey, NoteRow, Siblings, Status, TypeRow


class NoteFacts(NamedTuple):
    """A note as this build has it."""

    key: NoteKey
    digest: str
    labels: tuple[str, ...] = ()
    sketch: str = ""


def advance(
    ledger: Ledger,
    bank: str,
    notes: Iterable[NoteFacts],
    note_types: Mapping[str, str],
    media: Mapping[str, str],
    renamed: Mapping[str, str],
    built: int,
    imported: Mapping[str, str] | None = None,
    siblings: Siblings | None = None,
) -> Ledger:
    """Return the ledger that follows `ledger` after a build at `built` (seconds since 1970).

    A note with an unchanged digest keeps its time. A note that is new, changed or restored
    gets the time `built`, or one second more than its old time if that is later: Anki skips a
    note whose time is not later. A note that is missing from `notes` is retired. Note types
    follow the same rule for times and are never retired. `note_types` and `media` map names
    to digests. If a deck in `siblings` has a changed note with its new digest already, the
    note takes the time from there, so that this deck does not overwrite the sibling's note.
    """
    # 1. The notes of this build.
    others = siblings.rows if siblings else {}
    rows = {
        facts.key: _note(ledger.notes.get(facts.key), facts, others.get(facts.key), built)
        for facts in notes
    }
    # 2. The notes of earlier builds that are gone.
    for key, row in ledger.notes.items():
        if key not in rows:
            rows[key] = _retired(row, others.get(key), built)
    # 3. The note types, also those that no note uses any more.
    types = dict(ledger.note_types)
    for slug, digest in note_types.items():
        before = types.get(slug)
        if before is None or before.digest != digest:
            types[slug] = TypeRow(digest, _later(before.modified if before else None, built))
    # 4. The first build sets the ledger's own time; old and new ids accumulate.
    created = ledger.created or built
    return Ledger(
        bank,
        created,
        rows,
        types,
        media,
        {**ledger.renamed, **renamed},
        {**ledger.imported, **(imported or {})},
    )


def _note(before: NoteRow | None, facts: NoteFacts, sibling: NoteRow | None, built: int) -> NoteRow:
    live = before is not None and before.status is Status.LIVE
    if before is not None and live and before.digest == facts.digest:
        return before._replace(labels=facts.labels, sketch=facts.sketch)
    if sibling is not None and sibling.digest == facts.digest and _is_later(sibling, before):
        modified = sibling.modified
    else:
        modified = _later(_latest(before, sibling), built)
    return NoteRow(facts.digest, modified, Status.LIVE, facts.labels, facts.sketch)


def _is_later(sibling: NoteRow, before: NoteRow | None) -> bool:
    """Whether `sibling` is what pupils have, and reaches those who have `before`."""
    return sibling.status is Status.LIVE and (before is None or sibling.modified > before.modified)


def _retired(row: NoteRow, sibling: NoteRow | None, built: int) -> NoteRow:
    if row.status is Status.RETIRED:
        return row
    return row._replace(status=Status.RETIRED, modified=_later(_latest(row, sibling), built))


def _latest(one: NoteRow | None, sibling: NoteRow | None) -> int | None:
    return max((row.modified for row in (one, sibling) if row is not None), default=None)


def _later(before: int | None, built: int) -> int:
    return built if before is None else max(built, before + 1)
