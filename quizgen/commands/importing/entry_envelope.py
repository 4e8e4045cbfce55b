"""Read the field in which quizgen keeps an author's entry. Anyone may have written it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.model.entry import Value
from quizgen.readers.item_keys import NAME
from quizgen.writers.anki.digests import fields_digest
from quizgen.writers.anki.entry_field import FORMAT, IDENTITY_KEYS, MAX_ENTRY_LENGTH, UNSHOWN_KEYS
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

    Return None where there is none: learners had the note before there were entries, or a note was
    changed in Anki, or not all notes of the item are in the package.
    """
    notes = [note for group in item.notes.values() for note in group if not note.key.part]
    fields = [field for note in notes if (field := note.content.get(ENTRY_FIELD.slug, ""))]
    if not fields:
        return None
    digest = fields_digest((n.note_type, n.content) for group in item.notes.values() for n in group)
    return next(filter(None, (_envelope(field, digest) for field in fields)), None)


class Unshown(NamedTuple):
    """What no card of a matching question shows: some `values`, and else as in `EntryEnvelope`."""

    values: dict[str, Value]
    id: str
    media: Mapping[str, str]


def unshown_of(item: QuizgenItem) -> Unshown | None:
    """Return what no note of `item`, a matching question, shows; None where none of them says."""
    for note in (note for notes in item.notes.values() for note in notes):
        read = _read(note.content.get(ENTRY_FIELD.slug, ""))
        unshown, media = read.get("unshown"), read.get("media", {})
        values = _mapping(unshown, 1)
        id = read.get("id", "")
        if (values or unshown == {}) and _is_media(media) and (id == "" or _is_name(id)):
            fields = "".join(
                note.content[f.slug] for f in note.note_type.fields if f != ENTRY_FIELD
            )
            known = {key: value for key, value in values.items() if key in UNSHOWN_KEYS}
            return Unshown(
                known, id, {name: file for name, file in media.items() if file in fields}
            )
    return None


def entry_in(field: str) -> Mapping[str, Value]:
    """Return the keys and values in the content of a `field`, whosever it is; empty without any."""
    read = _read(field)
    return _mapping(read.get("entry"), 1) or _mapping(read.get("unshown"), 1)


def _read(field: str) -> dict[str, Any]:
    """Return the JSON in `field` if quizgen knows its format, else an empty dictionary."""
    if not field or len(field) > MAX_ENTRY_LENGTH:
        return {}
    try:
        read = json.loads(field)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) and read.get("format") == FORMAT else {}


def _envelope(field: str, digest: str) -> EntryEnvelope | None:
    """Return the envelope in `field` if it is one of a note with this `digest`, else None."""
    read = _read(field)
    if read.get("of") != digest:
        return None
    values = _mapping(read.get("entry"), 1)
    id, stem = read.get("id", ""), read.get("case", "")
    media, paragraphs = read.get("media", {}), read.get("paragraphs", [])
    if not values or not (_is_text(stem) and (id == "" or _is_name(id))):
        return None
    if not _is_media(media):
        return None
    if not (isinstance(paragraphs, list) and all(map(_is_number, paragraphs))):
        return None
    for key in IDENTITY_KEYS:
        values.pop(key, None)
    return EntryEnvelope(values, id, tuple(paragraphs), media, stem)


def _is_media(value: Any) -> bool:
    """Return whether `value` maps names of files to names of files."""
    return isinstance(value, dict) and all(map(_is_text, (*value, *value.values())))


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
