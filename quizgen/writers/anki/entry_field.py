"""The author's entry in a field of a note, from which `quizgen import` makes the bank again.

No card shows the field, and no note is sent again for it: a note is digested without it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any
from unicodedata import is_normalized, normalize

from quizgen.model.bank import Bank
from quizgen.model.item import Item
from quizgen.model.text import Image, Sound, inline_runs
from quizgen.writers.anki.note_type import ENTRY_FIELD, NoteType
from quizgen.writers.anki.notes import NoteData

FORMAT = 1
"""The format of the field's JSON. An import passes over formats that it does not know."""

MAX_ENTRY_LENGTH = 100_000
"""Characters of the field; an entry has some hundred. A longer one is left out (judged)."""

IDENTITY_KEYS = ("id", "renamed_from", "guid")
"""Keys that say which notes an item has; the notes themselves say it too."""

_ACTIVE = re.compile(r"[&<>\[\]{}`]|\\\\")
"""What would mean something in a field: tags, Anki's commands, gaps, and MathJax's backslash."""


def with_entry(
    notes: list[NoteData], item: Item, identity: str, bank: Bank, media: Mapping[str, str]
) -> list[NoteData]:
    """Return `notes`, all those of `item`, with its entry in the first of them.

    `identity` is the item's in the ledger. `media` maps names in texts to names in the package.
    """
    field = _field(notes, item, identity, bank, media)
    if not field:
        return notes
    first = replace(notes[0], content={**notes[0].content, ENTRY_FIELD.slug: field})
    return [first, *notes[1:]]


def notes_digest(notes: Iterable[tuple[NoteType, Mapping[str, str]]]) -> str:
    """Return a digest of all `notes` of an item, note types and content by slugs.

    Their order does not count, nor the field of the entry, nor how marks of letters are encoded:
    Anki composes them (NFC).
    """
    lines = []
    for note_type, content in notes:
        slugs = [field.slug for field in note_type.fields if field.slug != ENTRY_FIELD.slug]
        values = [f"{slug}={content[slug]}" for slug in slugs if content.get(slug)]
        lines.append("\x1f".join((note_type.slug, *values)))
    text = normalize("NFC", "\x1e".join(sorted(lines)))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _field(
    notes: list[NoteData], item: Item, identity: str, bank: Bank, media: Mapping[str, str]
) -> str:
    """Return the content of the field; empty for an item without an entry, or with a huge one."""
    if item.entry is None or not notes:
        return ""
    envelope: dict[str, Any] = {
        "format": FORMAT,
        "of": notes_digest((note.note_type, note.content) for note in notes),
        "entry": {
            key: value for key, value in item.entry.values.items() if key not in IDENTITY_KEYS
        },
    }
    if item.id.value != identity:
        envelope["id"] = item.id.value
    if item.evidence and bank.passage:
        envelope["paragraphs"] = [bank.passage.number(quote.plain) for quote in item.evidence]
    files = {name: media[name] for name in _files(item) if name in media} if media else {}
    if files:
        envelope["media"] = files
    if stem := item.entry.case_stem:
        envelope["case"] = stem
    field = inert_json(envelope)
    return field if len(field) <= MAX_ENTRY_LENGTH else ""


def _files(item: Item) -> list[str]:
    """Return the names of the pictures and sounds in the texts of `item`, each once, sorted."""
    case = (item.case_stem,) if item.case_stem else ()
    texts = (*item.texts, *item.evidence, *case)
    runs = (run for text in texts for run in inline_runs(text.runs))
    return sorted({run.name for run in runs if isinstance(run, Image | Sound)})


def inert_json(value: Any) -> str:
    """Return `value` as JSON in which nothing means anything to HTML or to Anki.

    Characters that Anki would compose (NFC) stand as their codes: the field stays as it is.
    """
    text = _json(value, encode_basestring)
    return text if is_normalized("NFC", text) else _json(value, encode_basestring_ascii)


def _json(value: Any, encode: Callable[[str], str]) -> str:
    """Return `value` as JSON whose strings `encode` has written.

    `json.dumps` would leave brackets in texts no other than those around lists.
    """
    match value:
        case str():
            text = encode(value)
            return _ACTIVE.sub(_code, text) if _ACTIVE.search(text) else text
        case Mapping():
            pairs = [f"{_json(key, encode)}:{_json(inner, encode)}" for key, inner in value.items()]
            return f"{{{','.join(pairs)}}}"
        case Sequence():
            return f"[{','.join([_json(inner, encode) for inner in value])}]"
        case _:
            return json.dumps(value)


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0][0]):04x}"
