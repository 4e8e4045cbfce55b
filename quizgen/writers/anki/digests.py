"""Digests of notes: by them a ledger knows what has changed, and an entry whose note it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from quizgen.writers.anki.note_type import ENTRY_FIELD, NoteType
from quizgen.writers.anki.notes import NoteData


def hashed(content: bytes) -> str:
    """Return the digest of `content`: 16 characters, as ledgers hold it."""
    return hashlib.sha256(content).hexdigest()[:16]


def note_digest(data: NoteData) -> str:
    """Return a digest of all that a note says: its fields, its cards and its tags."""
    values = data.note_type.values(data.content)
    cards = ",".join(map(str, data.ordinals))
    return hashed("\x1f".join((*values, cards, *data.tags)).encode())


def fields_digest(notes: Iterable[tuple[NoteType, Mapping[str, str]]]) -> str:
    """Return a digest of all `notes` of an item, note types and fields by slugs.

    Their order does not count, nor the field of the entry, nor how marks of letters are encoded:
    Anki composes them (NFC).
    """
    lines = []
    for note_type, content in notes:
        slugs = [field.slug for field in note_type.fields if field.slug != ENTRY_FIELD.slug]
        values = [f"{slug}={content[slug]}" for slug in slugs if content.get(slug)]
        lines.append("\x1f".join((note_type.slug, *values)))
    return hashed(normalize("NFC", "\x1e".join(sorted(lines))).encode("utf-8", "replace"))
