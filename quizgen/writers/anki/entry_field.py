"""The author's entry in a field of a note, from which `quizgen import` makes the bank again.

No card shows the field, and no note is sent again for it: a note is digested without it.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

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

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
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
    return [notes[0].with_field(ENTRY_FIELD, field), *notes[1:]]


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
    text = unicodedata.normalize("NFC", "\x1e".join(sorted(lines)))
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
    if files := {name: media[name] for name in _files(item) if name in media}:
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


def inert_json(value: object) -> str:
    """Return `value` as JSON in which nothing means anything to HTML or to Anki.

    Characters that Anki would compose (NFC) stand as their codes: the field stays as it is.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if not unicodedata.is_normalized("NFC", text):
        text = json.dumps(value, separators=(",", ":"))
    return _STRING.sub(lambda string: _ACTIVE.sub(_code, string[0]), text)


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0][0]):04x}"
