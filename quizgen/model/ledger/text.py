"""Ledgers as text files: a line a row, sorted, so that git merges them line by line.

With ``*.ledger merge=union`` in .gitattributes, git keeps the lines of both sides where two
branches touch neighbouring rows. So a file may have two rows with the same key, with or without
marks of a conflict around them: `quizgen.model.ledger.settle` says which row counts.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator

from quizgen.model.ledger.model import DeckLedger, Ledger, NoteKey, Status

VERSION = 2
"""The format of ledger files that this quizgen writes; it reads all formats up to this one."""

MAX_TIMES = 1000
"""Times that are kept as texts: most notes have that of one of the last builds."""

_STATUSES = {status: status.value for status in Status}

_COMMENT = "# Written by `quizgen build`. Commit it with your questions; never edit it."


def format_ledger(ledger: Ledger) -> str:
    """Return the text of the file of a bank's `ledger`; equal ledgers give equal texts."""
    return _file(_rows(ledger))


def format_deck_ledger(ledger: DeckLedger) -> str:
    """Return the text of the file of a deck file's `ledger`; equal ledgers give equal texts."""
    return _file(
        [
            f"deck\t{ledger.bank}\t{format_moment(ledger.created)}",
            *(f"gave\t{key.name}\t{key.note_type}" for key in sorted(ledger.notes)),
        ]
    )


def _file(rows: Iterator[str] | list[str]) -> str:
    """Return the text of a ledger file with `rows` below its header."""
    return "\n".join([f"quizgen-ledger {VERSION}", _COMMENT, *rows]) + "\n"


def _rows(ledger: Ledger) -> Iterator[str]:
    """Yield the rows of a bank's `ledger`, each kind sorted by its keys."""
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
            f"\t{_STATUSES[note.status]}\t{note.sketch}{labels}"
        )


@functools.lru_cache(MAX_TIMES)
def format_moment(seconds: int) -> str:
    """Return the time `seconds` (since 1970) in ISO 8601, in UTC, as ledgers write it."""
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def note_key(name: str, part: str | None, note_type: str) -> NoteKey:
    """Return the key of a note whose row has `name`, `part` if not the first, and `note_type`."""
    return NoteKey(name, int(part or 0), note_type)
