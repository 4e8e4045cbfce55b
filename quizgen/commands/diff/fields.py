"""What is different in a note, field by field, as its cards show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizgen.commands.diff.field_text import field_text
from quizgen.commands.importing.entry_envelope import entry_in
from quizgen.writers.anki.entry_field import inert_json
from quizgen.writers.anki.note_type import ENTRY_FIELD

SAME_WORDS = "the same words, set in another way"


class FieldChange(NamedTuple):
    """One field of a note, as plain text, before and after."""

    field: str
    before: str
    after: str


def field_changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[FieldChange]:
    """Return the changes of the fields of a note, by name, but for that of the author's entry.

    A field whose text is the same, such as one with a word in bold, is told by what its author
    changed; if that is not in the note, by a word for it.
    """
    changes = []
    unseen = []
    for name, value in after.items():
        former = before.get(name, "")
        if name == ENTRY_FIELD.name or former == value:
            continue
        change = FieldChange(name, field_text(former), field_text(value))
        if change.before == change.after:
            unseen.append(FieldChange(name, "", SAME_WORDS))
        else:
            changes.append(change)
    if unseen:
        seen = {(change.before, change.after) for change in changes}
        entries = before.get(ENTRY_FIELD.name, ""), after.get(ENTRY_FIELD.name, "")
        typed = [change for change in entry_changes(*entries) if change[1:] not in seen]
        changes += unseen if all(change.field == ENTRY_FIELD.name for change in typed) else typed
    return changes


def entry_changes(before: str, after: str) -> Iterator[FieldChange]:
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
