"""What learners will see of the next build: new, changed, retired and unchanged notes."""

from __future__ import annotations

import enum
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.importing.entry_envelope import entry_in
from quizgen.commands.importing.html_tree import with_readable_codes
from quizgen.commands.ledgers import History
from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic, Report, has_errors, in_reading_order
from quizgen.model.ledger import Status
from quizgen.project.layout import Project, package_of
from quizgen.readers.apkg import MAX_PACKAGE_SIZE, ApkgNote, ApkgNoteType, Package, read_package
from quizgen.readers.files import read_bytes
from quizgen.reporting.concise import printable
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.anki.entry_field import inert_json
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


class FieldChange(NamedTuple):
    """One field of a note, as plain text, before and after."""

    field: str
    before: str
    after: str


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
        planned = plan(anki, assessment.bank, ledger, ledger.created, history.held)
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
        name = _plain(next(iter(retired.fields.values()), ""))
        yield NoteChange(Kind.RETIRED, name, retired.note_type.name, _fields_of_retired(retired))


def _fields_of_retired(retired: _Before) -> tuple[FieldChange, ...]:
    """Return what the note `retired` asked: its first field with a text, behind that of its name.

    Empty for a note with no other text.
    """
    texts = [(field, _plain(text)) for field, text in retired.fields.items()]
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
        other = FieldChange("Note type", _plain(before.note_type.name), data.note_type.name)
        return NoteChange(Kind.CHANGED, _name(note), data.note_type.name, (other,))
    values = zip(data.note_type.fields, data.note_type.values(data.content), strict=True)
    changes = [
        FieldChange(field.name, _plain(fields.get(field.name, "")), _plain(value))
        for field, value in values
        if field != ENTRY_FIELD and fields.get(field.name, "") != value
    ]
    if set(tags) != set(data.tags):
        changes.append(FieldChange("Tags", " ".join(sorted(tags)), " ".join(sorted(data.tags))))
    if not changes:
        entries = fields.get(ENTRY_FIELD.name, ""), data.content.get(ENTRY_FIELD.slug, "")
        changes = list(_changes_of_entry(*entries))
    kind = Kind.CHANGED if changes else Kind.UNCHANGED
    return NoteChange(kind, _name(note), data.note_type.name, tuple(changes))


def _changes_of_entry(before: str, after: str) -> Iterator[FieldChange]:
    """Yield what is different in the author's entry, by keys, from the field's contents.

    No card shows it, but the note goes to pupils again.
    """
    if before == after:
        return
    old, new = entry_in(before), entry_in(after)
    keys = [key for key in sorted({*old, *new}) if old.get(key) != new.get(key)]
    if not old or not new or not keys:
        yield FieldChange(ENTRY_FIELD.name, "", "the author's entry, which no card shows")
        return
    for key in keys:
        texts = [entry.get(key, "") for entry in (old, new)]
        yield FieldChange(key, *(t if isinstance(t, str) else inert_json(t) for t in texts))


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
    first = FieldChange(sort_field.name, "", _plain(data.content[sort_field.slug]))
    return NoteChange(Kind.NEW, _name(note), data.note_type.name, (first,))


def _name(note: PlannedNote) -> str:
    return _plain(note.data.content["id"])


def _plain(field: str) -> str:
    """Return the text of a field without its tags, on one line."""
    text = re.sub(r"<(?:br|/li|/div)>", " ", field)
    return " ".join(html.unescape(with_readable_codes(re.sub(r"<[^>]*>", "", text))).split())


SIGNS = {Kind.NEW: "+", Kind.CHANGED: "~", Kind.RETIRED: "-"}


def as_text(difference: Difference) -> str:
    """Return `difference` for people: a line of counts, then each note that is not the same."""
    counts = ", ".join(f"{difference.count(kind)} {kind.value}" for kind in Kind)
    lines = [f"{difference.deck}: {counts}"]
    for note in difference.notes:
        if note.kind is Kind.UNCHANGED:
            continue
        lines.append(f"{SIGNS[note.kind]} {note.note} ({note.note_type})")
        for change in note.fields:
            if note.kind is Kind.CHANGED:
                lines.append(f"    {change.field}: {change.before}")
                lines.append(f"    {' ' * len(change.field)}→ {change.after}")
            else:
                lines.append(f"    {change.field}: {change.after or change.before}")
    return "".join([f"{printable(line)}\n" for line in lines])


def as_object(difference: Difference) -> dict[str, object]:
    """Return `difference` for programs. Unchanged notes are counted, not listed."""
    return {
        "deck": difference.deck,
        "against": difference.against,
        "counts": {kind.value: difference.count(kind) for kind in Kind},
        "notes": [
            {
                "kind": note.kind.value,
                "note": note.note,
                "note_type": note.note_type,
                "fields": [change._asdict() for change in note.fields],
            }
            for note in difference.notes
            if note.kind is not Kind.UNCHANGED
        ],
    }
