"""Our own notes, recognised by their note types, put together to the items they came from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.commands.importing.html_tree import parse_html
from quizgen.model.ledger import NoteKey
from quizgen.model.text.markdown import visible
from quizgen.readers.apkg import ApkgNote, Package
from quizgen.readers.bank_folder import LANGUAGE
from quizgen.readers.item_keys import NAME
from quizgen.writers.anki.identity import guid
from quizgen.writers.anki.note_type import LANGUAGE_FIELD, NoteType
from quizgen.writers.anki.note_types import MATCHING, NOTE_TYPES, ORDERING

_BY_ID = {note_type.id: note_type for note_type in NOTE_TYPES}
_NAME = re.compile(r"(?P<bank>[^/]+)/(?P<item>[^/]+)(?:/(?P<part>[1-9]\d{0,5}))?")


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note that quizgen wrote: `content` maps field slugs to HTML."""

    note: ApkgNote
    note_type: NoteType
    bank: str
    key: NoteKey
    content: Mapping[str, str]

    @property
    def is_retired(self) -> bool:
        return bool(self.content.get("retired", "").strip())

    @property
    def language(self) -> str:
        """The code that the card names, or nothing: early cards named none."""
        code = self.content.get(LANGUAGE_FIELD.slug, "")
        return code if LANGUAGE.pattern.fullmatch(code) else ""

    def keeps_guid(self, bank: str) -> bool:
        """Whether a note with this name in the bank `bank` gets the guid that this one has."""
        return self.note.guid == guid(bank, self.key)


class OwnItem(NamedTuple):
    """The notes of one item, by the slug of their note type, in the order they were made."""

    id: str
    notes: Mapping[str, Sequence[OwnNote]]

    @property
    def first(self) -> OwnNote:
        return self.first_type[0]

    @property
    def first_type(self) -> Sequence[OwnNote]:
        """Return the notes of the type that comes first."""
        return next(iter(self.notes.values()))

    @property
    def is_matching(self) -> bool:
        return MATCHING.slug in self.notes

    @property
    def has_parts(self) -> bool:
        """Return whether the item is made of parts that say for themselves why they are right."""
        return self.is_matching or ORDERING.slug in self.notes


def own_note(note: ApkgNote, package: Package) -> OwnNote | None:
    """`note` as one of ours, or None where it is not."""
    note_type = _BY_ID.get(note.note_type_id)
    if note_type is None:
        return None
    by_name = dict(zip(package.note_types[note_type.id].fields, note.fields, strict=False))
    content = {field.slug: by_name.get(field.name, "") for field in note_type.fields}
    name = _NAME.fullmatch(parse_html(visible(content["id"])).plain.strip())
    if name is None or not (NAME.accepts(name["bank"]) and NAME.accepts(name["item"])):
        return None
    key = NoteKey(name["item"], int(name["part"] or 0), note_type.slug)
    return OwnNote(note, note_type, name["bank"], key, content)


def bank_of(notes: Iterable[OwnNote]) -> str | None:
    """The bank that most of `notes` come from."""
    counts = Counter(note.bank for note in notes)
    return counts.most_common(1)[0][0] if counts else None


def grouped(notes: Iterable[OwnNote]) -> list[OwnItem]:
    """The items that live notes belong to, in the order of their first notes."""
    items: dict[tuple[str, str], dict[str, list[OwnNote]]] = {}
    for note in notes:
        if not note.is_retired:
            by_slug = items.setdefault((note.bank, note.key.item), {})
            by_slug.setdefault(note.key.note_type, []).append(note)
    return [OwnItem(item, by_slug) for (_, item), by_slug in items.items()]
