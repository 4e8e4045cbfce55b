"""Ledgers as text files: a line a row, sorted, so that git merges them line by line.

With ``*.ledger merge=union`` in .gitattributes, git keeps the lines of both sides wherever two
branches touch neighbouring rows. So a row may be there twice, and marks of a conflict that
somebody left in mean no more than that: `quizgen.model.ledger.settle` says which row holds.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from quizgen.model.ledger.model import DeckLedger, Ledger, NoteKey

VERSION = 2
_COMMENT = "# Written by `quizgen build`. Commit it with your questions; never edit it."


def format_ledger(ledger: Ledger) -> str:
    """Return the text of a bank's `ledger`: the same rows always give the same text."""
    return _file(_rows(ledger))


def format_deck_ledger(ledger: DeckLedger) -> str:
    """Return the text of a deck file's `ledger`: the same rows always give the same text."""
    return _file(
        [
            f"deck\t{ledger.bank}\t{format_moment(ledger.created)}",
            *(f"gave\t{key.name}\t{key.note_type}" for key in sorted(ledger.notes)),
        ]
    )


def _file(rows: Iterator[str] | list[str]) -> str:
    return "\n".join([f"quizgen-ledger {VERSION}", _COMMENT, *rows]) + "\n"


def _rows(ledger: Ledger) -> Iterator[str]:
    yield f"bank\t{ledger.bank}\t{format_moment(ledger.created)}"
    for slug, row in sorted(ledger.note_types.items()):
        yield f"type\t{slug}\t{row.digest}\t{format_moment(row.modified)}"
    for name, digest in sorted(ledger.media.items()):
        yield f"media\t{name}\t{digest}"
    for now, first in sorted(ledger.renamed.items()):
        yield f"renamed\t{now}\t{first}"
    for item, guid in sorted(ledger.imported.items()):
        yield f"imported\t{item}\t{guid}"
    for key, note in sorted(ledger.notes.items()):
        labels = "\t" + ",".join(note.labels) if note.labels else ""
        yield (
            f"note\t{key.name}\t{key.note_type}\t{note.digest}\t{format_moment(note.modified)}"
            f"\t{note.status.value}\t{note.sketch}{labels}"
        )


def format_moment(seconds: int) -> str:
    """Return a time in seconds since 1970 as ledgers write it, in UTC."""
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def note_key(name: str, part: str | None, note_type: str) -> NoteKey:
    """Return the key that a row spells as ``name`` or ``name/part``, and a note type."""
    return NoteKey(name, int(part or 0), note_type)
