"""Recognise the notes that quizgen wrote by their note types, and group them by items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizgen.commands.importing.field_converter import MAX_HTML_LENGTH
from quizgen.commands.importing.html_tree import parse_html
from quizgen.model.dataclass import dataclass
from quizgen.model.ledger import NoteKey
from quizgen.model.text.markdown import visible
from quizgen.readers.apkg import ApkgNote, Package
from quizgen.readers.bank_folder import LANGUAGE
from quizgen.readers.item_keys import NAME
from quizgen.writers.anki.identity import guid
from quizgen.writers.anki.note_type import ENTRY_FIELD, LANGUAGE_FIELD, NoteType
from quizgen.writers.anki.note_types import MATCHING, NOTE_TYPES, ORDERING

_BY_ID = {note_type.id: note_type for note_type in NOTE_TYPES}
_NAME = re.compile(r"(?P<bank>[^/]+)/(?P<item>[^/]+)(?:/(?P<part>[1-9]\d{0,5}))?")


@dataclass(frozen=True, slots=True)
class QuizgenNote:
    """A note that quizgen wrote for the bank with the id `bank`.

    `content` maps field slugs to HTML.
    """

    apkg_note: ApkgNote
    note_type: NoteType
    bank: str
    key: NoteKey
    content: Mapping[str, str]

    @property
    def guid(self) -> str:
        """The guid that the note has in the package."""
        return self.apkg_note.guid

    @property
    def is_retired(self) -> bool:
        """Whether the note's question was removed from the bank."""
        return bool(self.content.get("retired", "").strip())

    @property
    def language(self) -> str:
        """The language code in the note's field; empty in notes of early versions."""
        code = self.content.get(LANGUAGE_FIELD.slug, "")
        return code if LANGUAGE.pattern.fullmatch(code) else ""

    def with_tags(self, order: Sequence[str]) -> QuizgenNote:
        """Return the note with those of its tags that are in `order` last, and in that order.

        Anki sorts tags.
        """
        present = self.apkg_note.tags
        rest = [tag for tag in present if tag not in order]
        tags = (*rest, *(tag for tag in order if tag in present))
        return replace(self, apkg_note=replace(self.apkg_note, tags=tags))

    def keeps_guid(self, bank: str) -> bool:
        """Return whether quizgen gives the note's key in `bank` the guid that the note has."""
        return self.guid == guid(bank, self.key)


class QuizgenItem(NamedTuple):
    """The notes of an item, by the slugs of their note types, in the order of the package."""

    id: str
    notes: Mapping[str, Sequence[QuizgenNote]]

    @property
    def first(self) -> QuizgenNote:
        """The first note of the item."""
        return self.first_type[0]

    @property
    def first_type(self) -> Sequence[QuizgenNote]:
        """The notes of the note type that comes first."""
        return next(iter(self.notes.values()))

    @property
    def is_matching(self) -> bool:
        """Whether the item is a matching question."""
        return MATCHING.slug in self.notes

    @property
    def has_parts(self) -> bool:
        """Whether the item has parts with explanations and sources of their own."""
        return self.is_matching or ORDERING.slug in self.notes


def as_quizgen_note(note: ApkgNote, package: Package) -> QuizgenNote | None:
    """Return `note` as a note that quizgen wrote, or None if quizgen did not write it.

    A field that is far too long, other than that of the author's entry, is none of quizgen's.
    """
    note_type = _BY_ID.get(note.note_type_id)
    if note_type is None:
        return None
    by_name = dict(zip(package.note_types[note_type.id].fields, note.fields, strict=False))
    content = {field.slug: by_name.get(field.name, "") for field in note_type.fields}
    if any(len(v) > MAX_HTML_LENGTH for slug, v in content.items() if slug != ENTRY_FIELD.slug):
        return None
    name = _NAME.fullmatch(parse_html(visible(content["id"])).plain.strip())
    if name is None or not (NAME.accepts(name["bank"]) and NAME.accepts(name["item"])):
        return None
    key = NoteKey(name["item"], int(name["part"] or 0), note_type.slug)
    return QuizgenNote(note, note_type, name["bank"], key, content)


def bank_of(notes: Iterable[QuizgenNote]) -> str | None:
    """Return the id of the bank that most of `notes` come from, or None if there are no notes."""
    counts = Counter(note.bank for note in notes)
    return counts.most_common(1)[0][0] if counts else None


def group_by_item(notes: Iterable[QuizgenNote]) -> list[QuizgenItem]:
    """Return the items of those `notes` that are not retired, in the order of their first notes."""
    items: dict[tuple[str, str], dict[str, list[QuizgenNote]]] = {}
    for note in notes:
        if not note.is_retired:
            by_slug = items.setdefault((note.bank, note.key.item), {})
            by_slug.setdefault(note.key.note_type, []).append(note)
    return [QuizgenItem(item, by_slug) for (_, item), by_slug in items.items()]
