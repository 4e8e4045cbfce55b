"""The author's entry in a field of a note, from which `quizgen import` makes the bank again.

No card shows the field. It belongs to its note like every other: a note that learners have without
it stays without it until something else of it changes (ADR 21).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from json.encoder import (  # type: ignore[attr-defined]
    c_make_encoder,
    encode_basestring,
    encode_basestring_ascii,
)
from typing import Any
from unicodedata import is_normalized

from quizgen.model.bank import Bank
from quizgen.model.entry import AuthorEntry
from quizgen.model.item import Item
from quizgen.model.text import Image, Sound, inline_runs
from quizgen.writers.anki.digests import fields_digest, note_digest
from quizgen.writers.anki.note_type import ENTRY_FIELD
from quizgen.writers.anki.notes import NoteData

FORMAT = 1
"""The format of the field's JSON. An import passes over formats that it does not know."""

MAX_ENTRY_LENGTH = 100_000
"""Characters of the field; an entry has some hundred. A longer one is left out (judged)."""

IDENTITY_KEYS = ("id", "renamed_from", "guid")
"""Keys that say which notes an item has; the notes themselves say it too."""

UNSHOWN_KEYS = ("bonus", "cite_lines", "group", "lint", "points")
"""Keys of which no card shows anything. Of an item whose notes are all of its pairs only they are
in the field: a correction of one pair would else send the note of another again."""

_ACTIVE = re.compile(r"[&<>\[\]{}`]|\\\\")
"""What would mean something in a field: tags, Anki's commands, gaps, and MathJax's backslash."""


def with_entry(
    notes: list[NoteData],
    item: Item,
    names: Sequence[str],
    given: str,
    bank: Bank,
    media: Mapping[str, str],
) -> NoteData:
    """Return the first of `notes`, all of `item`, with its entry; without if learners have it so.

    `given` is the digest of what learners have, empty where the note goes to them anyway. `names`
    are what the item is called and was called, empty for what its notes are named by: a name alone
    sends no note again. `media` maps names in texts to names in the package.
    """
    if item.entry is None:
        return notes[0]
    fields = (_field(notes, item, item.entry, name, bank, media) for name in names)
    return _known_or_newest(notes[0], fields, given)


def with_unshown(
    data: NoteData,
    item: Item,
    names: Sequence[str],
    given: str,
    media: Mapping[str, str],
) -> NoteData:
    """Return `data`, the note of a pair of `item`, with what no card of the item shows.

    These are some keys, the name of the item, and those of the files in the note. The other
    parameters are as for `with_entry`.
    """
    if item.entry is None:
        return data
    typed = item.entry.values
    envelope: dict[str, Any] = {
        "format": FORMAT,
        "unshown": {key: typed[key] for key in UNSHOWN_KEYS if key in typed},
    }
    fields = "".join(data.content.values()) if media else ""
    if files := {name: file for name, file in _named(item, media).items() if file in fields}:
        envelope["media"] = files
    named = ({**envelope, "id": name} if name else envelope for name in names)
    return _known_or_newest(data, map(inert_json, named), given)


def _known_or_newest(data: NoteData, fields: Iterator[str], given: str) -> NoteData:
    """Return `data` with that one of `fields` with which learners have it, else with the first.

    Learners may have it without a field too. A huge field is left out.
    """
    notes = (
        replace(data, content={**data.content, ENTRY_FIELD.slug: field})
        if len(field) <= MAX_ENTRY_LENGTH
        else data
        for field in fields
    )
    newest = next(notes)
    if not given or note_digest(newest) == given:
        return newest
    if note_digest(data) == given:
        return data
    return next((note for note in notes if note_digest(note) == given), newest)


def _field(
    notes: list[NoteData],
    item: Item,
    entry: AuthorEntry,
    name: str,
    bank: Bank,
    media: Mapping[str, str],
) -> str:
    """Return the field for `entry`, that of `item`, which has the `name` and the `notes`.

    The keys are sorted: nothing changes for learners when an author puts them in another order.
    """
    typed = entry.values
    envelope: dict[str, Any] = {
        "format": FORMAT,
        "of": fields_digest((note.note_type, note.content) for note in notes),
        "entry": {key: typed[key] for key in sorted(typed) if key not in IDENTITY_KEYS},
    }
    if name:
        envelope["id"] = name
    if item.evidence and bank.passage:
        envelope["paragraphs"] = [bank.passage.number(quote.plain) for quote in item.evidence]
    if files := _named(item, media):
        envelope["media"] = files
    if entry.case_stem:
        envelope["case"] = entry.case_stem
    return inert_json(envelope)


def _named(item: Item, media: Mapping[str, str]) -> dict[str, str]:
    """Return those of `media` that are in the texts of `item`, sorted by names."""
    if not media:
        return {}
    case = (item.case_stem,) if item.case_stem else ()
    texts = (*item.texts, *item.evidence, *case)
    runs = (run for text in texts for run in inline_runs(text.runs))
    names = {run.name for run in runs if isinstance(run, Image | Sound)}
    return {name: media[name] for name in sorted(names & media.keys())}


def inert_json(value: Any) -> str:
    """Return `value` as JSON in which nothing means anything to HTML or to Anki.

    Characters that Anki would compose (NFC) stand as their codes: the field stays as it is.
    """
    text = _json(value, encode_basestring)
    return text if is_normalized("NFC", text) else _json(value, encode_basestring_ascii)


def _json(value: Any, encode: Callable[[str], str]) -> str:
    """Return `value` as JSON whose strings `encode` has written.

    `json.dumps` would leave brackets in texts no other than those around lists. Its encoder in C
    does the rest, where Python has it: in a third of the time (measured).
    """

    def string(text: str) -> str:
        text = encode(text)
        return _ACTIVE.sub(_code, text) if _ACTIVE.search(text) else text

    if c_make_encoder is None:
        return _json_without_c(value, string)
    write = c_make_encoder(None, None, string, None, ":", ",", False, False, True)
    return "".join(write(value, 0))


def _json_without_c(value: Any, string: Callable[[str], str]) -> str:
    """Return `value` as JSON whose strings `string` has written."""
    match value:
        case str():
            return string(value)
        case Mapping():
            pairs = [
                f"{string(key)}:{_json_without_c(inner, string)}" for key, inner in value.items()
            ]
            return f"{{{','.join(pairs)}}}"
        case Sequence():
            return f"[{','.join([_json_without_c(inner, string) for inner in value])}]"
        case _:
            return json.dumps(value)


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0][0]):04x}"
