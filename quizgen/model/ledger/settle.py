"""Two ledgers of one bank made one: after a merge in git, and from the time of one a deck file.

Every rule gives the same result whichever of two rows comes first, so that it does not matter in
which order a merge has put the lines. A note that two sides sent out with different texts is sent
again, later than either, so that learners of both get it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from quizgen.model.ledger.model import UNKNOWN, Ledger, NoteKey, NoteRow, Status, TypeRow

K = TypeVar("K")
V = TypeVar("V")


def settle_note(one: NoteRow, other: NoteRow) -> NoteRow:
    """Return the row that holds for a note with two rows: that of the later time.

    Of two that say different things in the same second, nobody knows which of them a learner
    has: the digest is then unknown.
    """
    if one.modified != other.modified:
        return max(one, other, key=lambda row: row.modified)
    digest = one.digest if one.digest == other.digest else UNKNOWN
    live = Status.LIVE in (one.status, other.status)
    return NoteRow(
        digest,
        one.modified,
        Status.LIVE if live else Status.RETIRED,
        max(one.labels, other.labels),
        max(one.sketch, other.sketch),
    )


def settle_type(one: TypeRow, other: TypeRow) -> TypeRow:
    """Return the row that holds for a note type with two rows, as `settle_note` does."""
    if one.modified != other.modified:
        return max(one, other, key=lambda row: row.modified)
    return one if one.digest == other.digest else TypeRow(UNKNOWN, one.modified)


def settle_name(one: str, other: str) -> str:
    """Return the identity, guid or digest that holds where two are given: the first by letters.

    Two sides gave one id to different questions. The readers of the bank report that; here it
    only matters that every machine settles it alike.
    """
    return min(one, other)


def put(rows: dict[K, V], key: K, value: V, rule: Callable[[V, V], V]) -> None:
    """Enter `value` at `key` of `rows`; where there is a value, by `rule`."""
    rows[key] = rule(rows[key], value) if key in rows else value


def joined(ledgers: Iterable[Ledger]) -> Ledger:
    """Return one ledger for the deck files' own `ledgers` of one bank, from before it had one.

    The numbers of an item's parts are those of the ledger that was created first: a later one
    may have numbered the same pairs otherwise; of two created at once, the order given decides.
    Where rows of one key differ in more than their
    time, learners have different texts under one guid: the note is sent again.
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
    """Return the row for a note that two deck files have; `first` has given the part its number.

    The note has to be sent again where one deck file took it away and the other did not, or
    where the two gave its number to different parts.
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
    for name, value in rows.items():
        target.setdefault(name, value)
