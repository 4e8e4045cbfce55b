"""Read the field in which quizgen keeps an author's entry. Anyone may have written it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.model.entry import Value
from quizgen.readers.item_keys import NAME
from quizgen.writers.anki.entry_field import FORMAT, IDENTITY_KEYS, MAX_ENTRY_LENGTH, notes_digest
from quizgen.writers.anki.note_type import ENTRY_FIELD

MAX_DEPTH = 8
"""Lists and mappings inside each other. The entries of a bank need four."""


class EntryEnvelope(NamedTuple):
    """What the field holds: the entry's `values`, and what stands elsewhere in the bank.

    `id` is the item's last id, empty where its notes are named by it. `paragraphs` are the numbers
    of its quotes' paragraphs, None for a paragraph without. `media` maps names in its texts to
    names in the package. `case_stem` is Markdown, empty for an item without a case.
    """

    values: dict[str, Value]
    id: str
    paragraphs: tuple[int | None, ...]
    media: Mapping[str, str]
    case_stem: str


def envelope_of(item: QuizgenItem) -> EntryEnvelope | None:
    """Return the envelope in a note of `item` that belongs to its notes as they are now.

    Return None where there is none: the package is older, or a note was changed in Anki, or not
    all notes of the item are in the package.
    """
    notes = [note for group in item.notes.values() for note in group]
    fields = [note.content.get(ENTRY_FIELD.slug, "") for note in notes]
    known = [field for field in fields if field and len(field) <= MAX_ENTRY_LENGTH]
    if not known:
        return None
    digest = notes_digest((note.note_type, note.content) for note in notes)
    return next(filter(None, (_envelope(field, digest) for field in known)), None)


def _envelope(field: str, digest: str) -> EntryEnvelope | None:
    """Return the envelope in `field` if it is one of notes with this `digest`, else None."""
    try:
        read = json.loads(field)
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict) or read.get("format") != FORMAT or read.get("of") != digest:
        return None
    values = _mapping(read.get("entry"), 1)
    id, stem = read.get("id", ""), read.get("case", "")
    media, paragraphs = read.get("media", {}), read.get("paragraphs", [])
    if not values or not (_is_text(stem) and (id == "" or _is_name(id))):
        return None
    if not (isinstance(media, dict) and all(map(_is_text, media.values()))):
        return None
    if not (isinstance(paragraphs, list) and all(map(_is_number, paragraphs))):
        return None
    for key in IDENTITY_KEYS:
        values.pop(key, None)
    return EntryEnvelope(values, id, tuple(paragraphs), media, stem)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and NAME.accepts(value)


def _is_number(value: Any) -> bool:
    """Return whether `value` is the number of a paragraph, or None."""
    return value is None or (type(value) is int and value > 0)


def _is_text(value: Any) -> bool:
    """Return whether `value` is a text that a file can hold: no half of a pair of surrogates."""
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)


def _mapping(value: Any, depth: int) -> dict[str, Value]:
    """Return `value` as keys with values; empty if it is anything else, or holds anything else."""
    if not isinstance(value, dict) or depth > MAX_DEPTH or not all(map(_is_text, value)):
        return {}
    values: dict[str, Value] = {}
    for key, inner in value.items():
        read = _value(inner, depth + 1)
        if read is None:
            return {}
        values[key] = read
    return values


def _value(value: Any, depth: int) -> Value | None:
    """Return `value` as a value of an entry, or None if an entry has no such values."""
    if _is_text(value):
        return str(value)
    if isinstance(value, dict):
        return _mapping(value, depth) or None
    if not isinstance(value, list) or depth > MAX_DEPTH:
        return None
    parts = [_value(part, depth + 1) for part in value if not isinstance(part, list)]
    good = [part for part in parts if part is not None]
    return good if len(good) == len(value) else None
