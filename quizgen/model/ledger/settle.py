"""Rules for two ledgers of a bank that become one.

They are needed after a merge in git, and for ledgers from the time when each deck file had its
own. Each rule of `settle_…` gives the same result whichever of two rows comes first: a merge may
put the lines in any order. A note that two sides sent with different texts is sent again, with a
later time than either, so that the learners of both sides get it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from quizgen.model.ledger.model import UNKNOWN, Ledger, NoteKey, NoteRow, Status, TypeRow

K = TypeVar("K")
V = TypeVar("V")


def settle_note(first: NoteRow, second: NoteRow) -> NoteRow:
    """Return the row that counts for a note with the rows `first` and `second`: the later row.

    Where the two have the same time and different digests, nobody knows which text a learner has:
    the digest becomes `UNKNOWN`.
    """
    if first.modified != second.modified:
        return max(first, second, key=lambda row: row.modified)
    digest = first.digest if first.digest == second.digest else UNKNOWN
    live = Status.LIVE in (first.status, second.status)
    return NoteRow(
        digest,
        first.modified,
        Status.LIVE if live else Status.RETIRED,
        max(first.labels, second.labels),
        max(first.sketch, second.sketch),
    )


def settle_type(first: TypeRow, second: TypeRow) -> TypeRow:
    """Return the row that counts for a note type with two rows, by the rule of `settle_note`."""
    if first.modified != second.modified:
        return max(first, second, key=lambda row: row.modified)
    return first if first.digest == second.digest else TypeRow(UNKNOWN, first.modified)


def settle_name(first: str, second: str) -> str:
    """Return which of two identities, guids or digests counts: the first in order of characters.

    Two sides gave the same id to different questions. The readers of the bank report the id; the
    rule here only has to give the same result on every machine.
    """
    return min(first, second)


def put(rows: dict[K, V], key: K, value: V, rule: Callable[[V, V], V]) -> None:
    """Enter `value` at `key` of `rows`; where there is a value already, `rule` settles the two."""
    rows[key] = rule(rows[key], value) if key in rows else value


def joined(ledgers: Iterable[Ledger]) -> Ledger:
    """Return the ledger of a bank for `ledgers`, those that each of its deck files had in format 1.

    The numbers of an item's parts are those of the ledger that was created first: a later ledger
    may have numbered the same pairs in another way. Of two created at once, the order of `ledgers`
    decides. Where rows with the same key differ in more than their times, learners have different
    texts under the same guid: the note is sent again.
    """
    ordered = sorted(ledgers, key=lambda ledger: ledger.created)
    if not ordered:
        return Ledger()
    notes: dict[NoteKey, NoteRow] = {}
    types: dict[str, TypeRow] = {}
    media: dict[str, str] = {}
    renamed: dict[str, str] = {}
    imported: dict[str, str] = {}
    for ledger in ordered:
        for key, row in ledger.notes.items():
            put(notes, key, row, _join_note)
        for slug, type_row in ledger.note_types.items():
            put(types, slug, type_row, settle_type)
        _fill(media, ledger.media)
        _fill(renamed, ledger.renamed)
        _fill(imported, ledger.imported)
    created = min((ledger.created for ledger in ordered if ledger.created), default=0)
    return Ledger(ordered[0].bank, created, notes, types, media, renamed, imported)


def _join_note(first: NoteRow, later: NoteRow) -> NoteRow:
    """Return the row for a note that two deck files have, where `first` numbered the part.

    The note has to be sent again where a deck file took it away and the other did not, or where
    the two gave its number to different parts.
    """
    same_part = first.labels == later.labels or not first.labels
    newest = settle_note(first, later) if same_part else first
    is_known = first.status is later.status and (same_part or first.digest == later.digest)
    live = Status.LIVE in (first.status, later.status)
    return NoteRow(
        newest.digest if is_known else UNKNOWN,
        max(first.modified, later.modified),
        Status.LIVE if live else Status.RETIRED,
        newest.labels,
        newest.sketch,
    )


def _fill(target: dict[str, str], rows: Mapping[str, str]) -> None:
    """Add those of `rows` to `target` whose keys it does not have."""
    for name, value in rows.items():
        target.setdefault(name, value)
