"""The step of a bank's ledger at a build: notes are new, changed, unchanged or retired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.model.ledger.model import Ledger, NoteKey, NoteRow, Status, TypeRow
from quizgen.model.named_tuple import NamedTuple


class NoteFacts(NamedTuple):
    """A note as a build has it. The fields are those of `NoteRow`."""

    key: NoteKey
    digest: str
    labels: tuple[str, ...] = ()
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The facts of a build that a ledger is to remember.

    `note_types` and `media` map names to digests; `renamed` and `imported` are as in `Ledger`.
    `resent` are the identities of items whose notes are to be sent again although their digests
    are unchanged.
    """

    bank: str
    notes: Iterable[NoteFacts]
    note_types: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    imported: Mapping[str, str] = field(default_factory=dict)
    resent: Set[str] = frozenset()


def advance(ledger: Ledger, step: Step, built: int, held: Set[str] = frozenset()) -> Ledger:
    """Return `ledger` after the build `step` at the time `built` (seconds since 1970).

    A live note with an unchanged digest keeps its time. A note that is new, has another digest or
    comes back gets the time `built`, or the second after its last time if that is later: Anki
    skips a note whose time is not later than before. A note that the build does not have retires,
    unless the build has no note of its item and `held`, the identities of items in the project's
    other deck files, has the item. Note types get times like notes, and never retire.
    """
    # 1. Enter the notes of the build.
    rows = dict(ledger.notes)
    notes = list(step.notes)
    for facts in notes:
        row = rows.get(facts.key)
        is_resent = facts.key.item in step.resent
        if row is None or is_resent or not _says(row, facts):
            rows[facts.key] = _note(row, facts, built, is_resent)
    built_notes = {facts.key for facts in notes}
    built_items = {key.item for key in built_notes}
    # 2. Retire the notes that are gone.
    for key, row in ledger.notes.items():
        if key not in built_notes and (key.item in built_items or key.item not in held):
            rows[key] = _retired(row, built)
    # 3. Enter the note types that have changed.
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


def _says(row: NoteRow, facts: NoteFacts) -> bool:
    """Return whether `row` is that of the note `facts` already."""
    digest, _, status, labels, sketch = row
    return status is Status.LIVE and (digest, labels, sketch) == facts[1:]


def _note(before: NoteRow | None, facts: NoteFacts, built: int, resent: bool) -> NoteRow:
    """Return the row of the note `facts` after a build, where `before` is its row until now."""
    if before is not None and before.status is Status.LIVE and before.digest == facts.digest:
        modified = _later(before, built) if resent else before.modified
    else:
        modified = _later(before, built)
    return NoteRow(facts.digest, modified, Status.LIVE, facts.labels, facts.sketch)


def _retired(row: NoteRow, built: int) -> NoteRow:
    """Return `row` retired at the time `built`; unchanged if it was retired before."""
    if row.status is Status.RETIRED:
        return row
    return row._replace(status=Status.RETIRED, modified=_later(row, built))


def _later(before: NoteRow | TypeRow | None, built: int) -> int:
    """Return the time `built`, but at least a second more than that of `before`."""
    return built if before is None else max(built, before.modified + 1)
