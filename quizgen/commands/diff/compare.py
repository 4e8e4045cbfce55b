"""What learners will see of the next build: new, changed, retired and unchanged notes."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.diff.field_text import field_text
from quizgen.commands.diff.fields import FieldChange, entry_changes, field_changes
from quizgen.commands.ledgers import History
from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic, Report, has_errors, in_reading_order
from quizgen.model.ledger import Status
from quizgen.project.layout import Project, package_of
from quizgen.readers.apkg import MAX_PACKAGE_SIZE, ApkgNote, ApkgNoteType, Package, read_package
from quizgen.readers.files import read_bytes
from quizgen.writers.anki.artifacts import keeper_for
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.anki.identity import note_name
from quizgen.writers.anki.note_type import ENTRY_FIELD
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.planning import Plan, PlannedNote, plan
from quizgen.writers.anki.tombstones import RETIRED_FIELD

OUR_NOTE_TYPES = {note_type.id for note_type in NOTE_TYPES}
"""The ids of our note types."""


class Kind(enum.Enum):
    """What becomes of a note."""

    NEW = "new"
    CHANGED = "changed"
    RETIRED = "retired"
    UNCHANGED = "unchanged"


class NoteChange(NamedTuple):
    """What becomes of one note. `note` is its name on the card: bank, item, part."""

    kind: Kind
    note: str
    note_type: str
    fields: tuple[FieldChange, ...] = ()


class Difference(NamedTuple):
    """All notes of one deck file; `against` is the package they were compared with, if any."""

    deck: str
    against: str | None
    notes: tuple[NoteChange, ...]

    def count(self, kind: Kind) -> int:
        """Return the number of notes that are of `kind`."""
        return sum(note.kind is kind for note in self.notes)


class Differences(NamedTuple):
    """The differences of all deck files, and what is wrong with these and their banks."""

    decks: tuple[Difference, ...]
    diagnostics: tuple[Diagnostic, ...]


def diff(project: Project, names: Iterable[str] = (), against: Path | None = None) -> Differences:
    """Compare what the deck files `names` (all if none) say now with what pupils have.

    That is the package `against`, or the last one in ``dist/``; where there is none, the
    ledger, which knows which notes changed but not what they said. Writes nothing.
    """
    workspace = Workspace.of(project)
    report = Report()
    decks = []
    for path in [project.deck_file(name) for name in names] or project.deck_files():
        assessment = workspace.assessment(path)
        if (
            assessment is None
            or (anki := ANKI.of(assessment)) is None
            or has_errors(workspace.diagnostics)
        ):
            continue
        history = workspace.history(path, assessment)
        ledger = history.ledger
        keeper = keeper_for(assessment, anki, workspace.records)
        planned = plan(anki, assessment.bank, ledger, ledger.created, history.held, keeper=keeper)
        file = against or package_of(path, project)
        is_required = against is not None or file.is_file()
        content = read_bytes(file, report, MAX_PACKAGE_SIZE, anywhere=True) if is_required else None
        package = read_package(content, file, report) if content is not None else None
        notes = _against_package(planned, package) if package else _against_ledger(planned, history)
        decks.append(Difference(path.stem, str(file) if package else None, tuple(notes)))
    diagnostics = in_reading_order([*workspace.diagnostics, *report.diagnostics])
    return Differences(tuple(decks), tuple(diagnostics))


def _against_package(planned: Plan, package: Package) -> Iterator[NoteChange]:
    old: dict[str, _Before] = {}
    for note in package.notes:
        note_type = package.note_types[note.note_type_id]
        before = _Before(note_type, dict(zip(note_type.fields, note.fields, strict=False)), note)
        if note_type.id not in OUR_NOTE_TYPES or not before.fields.get(RETIRED_FIELD):
            old[note.guid] = before
    for planned_note in planned.notes:
        former = old.pop(planned_note.note.guid, None)
        yield _new(planned_note) if former is None else _compared(planned_note, former)
    for retired in old.values():
        name = field_text(next(iter(retired.fields.values()), ""))
        yield NoteChange(Kind.RETIRED, name, retired.note_type.name, _fields_of_retired(retired))


def _fields_of_retired(retired: _Before) -> tuple[FieldChange, ...]:
    """Return what the note `retired` asked: its first field with a text, behind that of its name.

    Empty for a note with no other text.
    """
    texts = [(field, field_text(text)) for field, text in retired.fields.items()]
    return tuple([FieldChange(field, text, "") for field, text in texts[1:] if text][:1])


class _Before(NamedTuple):
    """A note that pupils have; `fields` by their names."""

    note_type: ApkgNoteType
    fields: Mapping[str, str]
    note: ApkgNote


def _compared(note: PlannedNote, before: _Before) -> NoteChange:
    """Return the change of `note` from `before`.

    A note of another note type changes only once a pupil has changed the note type.
    """
    data, fields, tags = note.data, before.fields, before.note.tags
    if before.note_type.id != data.note_type.id:
        other = FieldChange("Note type", field_text(before.note_type.name), data.note_type.name)
        return NoteChange(Kind.CHANGED, _name(note), data.note_type.name, (other,))
    values = zip(data.note_type.fields, data.note_type.values(data.content), strict=True)
    after = {field.name: value for field, value in values}
    changes = field_changes(fields, after)
    if set(tags) != set(data.tags):
        changes.append(FieldChange("Tags", " ".join(sorted(tags)), " ".join(sorted(data.tags))))
    if not changes:
        entries = fields.get(ENTRY_FIELD.name, ""), data.content.get(ENTRY_FIELD.slug, "")
        changes = list(entry_changes(*entries))
    kind = Kind.CHANGED if changes else Kind.UNCHANGED
    return NoteChange(kind, _name(note), data.note_type.name, tuple(changes))


def _against_ledger(planned: Plan, history: History) -> Iterator[NoteChange]:
    ledger = history.ledger
    for note in planned.notes:
        row = ledger.notes.get(note.key)
        if row is None or row.status is Status.RETIRED:
            yield _new(note)
        else:
            same = row.digest == note.note.digest
            kind = Kind.UNCHANGED if same else Kind.CHANGED
            yield NoteChange(kind, _name(note), note.data.note_type.name)
    for key in planned.retired(history.deck.notes):
        if ledger.notes[key].status is Status.LIVE:
            yield NoteChange(Kind.RETIRED, note_name(ledger.bank, key), key.note_type)


def _new(note: PlannedNote) -> NoteChange:
    data = note.data
    sort_field = next(f for f in data.note_type.fields if f.slug == data.note_type.sort_field)
    first = FieldChange(sort_field.name, "", field_text(data.content[sort_field.slug]))
    return NoteChange(Kind.NEW, _name(note), data.note_type.name, (first,))


def _name(note: PlannedNote) -> str:
    return field_text(note.data.content["id"])
