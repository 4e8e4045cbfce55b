"""A note as the row that a package has of it, and back."""

from __future__ import annotations

from quizgen.model.hashes import blake2b
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.anki.digests import hashed
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.notes import NoteData

FIELD_SEPARATOR = "\x1f"
"""The character between the fields of a row. No field has it: `html.escape` shows it as another."""

BY_SLUG = {note_type.slug: note_type for note_type in NOTE_TYPES}
"""The note types by their slugs."""


class PackedNote(NamedTuple):
    """A note as a row: plain values, of which a package depends on nothing else.

    `note_type` is a slug; `fields` are all of the note type, with `FIELD_SEPARATOR` between them,
    in UTF-8: a text with one curly quotation mark would take twice as much. `ordinals` and `tags`
    are as in `NoteData`.
    """

    note_type: str
    guid: str
    fields: bytes
    ordinals: tuple[int, ...]
    tags: tuple[str, ...]

    @property
    def kind(self) -> NoteType:
        """The note type."""
        return BY_SLUG[self.note_type]

    @property
    def digest(self) -> str:
        """A digest of all that the note says, as `note_digest` gives it."""
        cards = ",".join(map(str, self.ordinals))
        return hashed(self.fields + FIELD_SEPARATOR.join(("", cards, *self.tags)).encode())

    @property
    def mark(self) -> str:
        """A digest of the whole row: two rows have the same only if they are the same."""
        note_type, guid, fields, *others = self
        return blake2b(
            ascii((note_type, guid, fields.decode(), *others)).encode(), digest_size=32
        ).hexdigest()

    @property
    def data(self) -> NoteData:
        """The note with its fields by their slugs; those without content are empty."""
        kind = self.kind
        slugs = [field.slug for field in kind.fields]
        content = dict(zip(slugs, self.fields.decode().split(FIELD_SEPARATOR), strict=True))
        return NoteData(kind, self.guid, content, self.ordinals, self.tags)


def packed(data: NoteData) -> PackedNote:
    """Return `data` as a row."""
    fields = FIELD_SEPARATOR.join(data.note_type.values(data.content)).encode()
    return PackedNote(data.note_type.slug, data.guid, fields, data.ordinals, data.tags)
