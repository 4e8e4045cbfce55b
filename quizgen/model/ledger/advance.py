"""One build's step of a bank's ledger: which notes are new, changed, the same or retired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.model.ledger.model import Ledger, NoteKey, NoteRow, Status, TypeRow


class NoteFacts(NamedTuple):
    """A note as this build has it. The fields are those of `NoteRow`."""

    key: NoteKey
    digest: str
    labels: tuple[str, ...] = ()
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What a build has that a ledger is to remember.

    `note_types` and `media` map names to digests, `renamed` and `imported` are rows as in
    `Ledger`. `resent` are identities of items whose notes are to be sent again although they
    say what they said.
    """

    bank: str
    notes: Iterable[NoteFacts]
    note_types: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    imported: Mapping[str, str] = field(default_factory=dict)
    resent: Set[str] = frozenset()


def advance(ledger: Ledger, step: Step, built: int, held: Set[str] = frozenset()) -> Ledger:
    """Return `ledger` after a build at `built` (seconds since 1970).

    A note that says what it said keeps its time. A note that is new, says something else or
    comes back gets the build's time, but always a later second than before: Anki skips a note of
    the same second. A note that is gone retires, unless its whole item is missing from this
    deck file and `held`, the identities of items in the project's other deck files, has it.
    Note types get times like notes, and never retire.
    """
    rows = dict(ledger.notes)
    here: set[str] = set()
    fresh: set[NoteKey] = set()
    for facts in step.notes:
        rows[facts.key] = _note(rows.get(facts.key), facts, built, facts.key.item in step.resent)
        here.add(facts.key.item)
        fresh.add(facts.key)
    for key, row in ledger.notes.items():
        if key not in fresh and (key.item in here or key.item not in held):
            rows[key] = _retired(row, built)
    types = dict(ledger.note_types)
    for slug, digest in step.note_types.items():
        before = types.get(slug)
        if before is None or before.digest != digest:
            types[slug] = TypeRow(digest, _later(before, built))
    return Ledger(
        step.bank,
        ledger.created or built,
        rows,
        types,
        step.media,
        {**ledger.renamed, **step.renamed},
        {**ledger.imported, **step.imported},
    )


def _note(before: NoteRow | None, facts: NoteFacts, built: int, resent: bool) -> NoteRow:
    if before is not None and before.status is Status.LIVE and before.digest == facts.digest:
        modified = _later(before, built) if resent else before.modified
    else:
        modified = _later(before, built)
    return NoteRow(facts.digest, modified, Status.LIVE, facts.labels, facts.sketch)


def _retired(row: NoteRow, built: int) -> NoteRow:
    if row.status is Status.RETIRED:
        return row
    return row._replace(status=Status.RETIRED, modified=_later(row, built))


def _later(before: NoteRow | TypeRow | None, built: int) -> int:
    return built if before is None else max(built, before.modified + 1)
