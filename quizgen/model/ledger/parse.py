"""Reading of ledger files. A damaged line is reported, never guessed at."""

from __future__ import annotations

import contextlib
import datetime
import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.model.ledger.model import DeckLedger, Ledger, NoteKey, NoteRow, Status, TypeRow
from quizgen.model.ledger.settle import put, settle_name, settle_note, settle_type
from quizgen.model.ledger.text import VERSION, note_key
from quizgen.model.named_tuple import of_fields
from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Source, Span

_HEADER = pattern(r"quizgen-ledger (\d{1,6})")
_CONFLICT = pattern(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")
"""The marks that git leaves in a file where it could not merge. Lines between them are rows."""
_RESTORE = (
    "take the file back from git; without it every note would count as changed, and pupils "
    "would lose what they edited themselves"
)

MAX_TIMES = 1000
"""Times that are kept as numbers: most notes have that of one of the last builds."""

_NAME = r"[\w.-]+"
_IDENTITY = rf"{_NAME}(?::{_NAME})?"
_DIGEST = r"[0-9a-f]{8,64}"
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
_KEY = rf"(?P<item>{_IDENTITY})(?:/(?P<part>[1-9]\d{{0,5}}))?\t(?P<type>{_NAME})"
_ROWS = {
    "bank": pattern(rf"bank\t(?P<name>{_NAME})\t(?P<time>{_TIME})"),
    "deck": pattern(rf"deck\t(?P<name>{_NAME})\t(?P<time>{_TIME})"),
    "gave": pattern(rf"gave\t{_KEY}"),
    "type": pattern(rf"type\t(?P<slug>{_NAME})\t(?P<digest>{_DIGEST})\t(?P<time>{_TIME})"),
    "media": pattern(rf"media\t(?P<name>[^\x00-\x1f]+)\t(?P<digest>{_DIGEST})"),
    "renamed": pattern(rf"renamed\t(?P<now>{_NAME})\t(?P<first>{_IDENTITY})"),
    "imported": pattern(rf"imported\t(?P<item>{_IDENTITY})\t(?P<guid>[^\x00-\x20\x7f]+)"),
    "note": pattern(
        rf"note\t{_KEY}\t(?P<digest>{_DIGEST})\t(?P<time>{_TIME})\t(?P<status>live|retired)"
        rf"\t(?P<sketch>[0-9a-f]*)(?:\t(?P<labels>{_DIGEST}(?:,{_DIGEST})*))?"
    ),
}

_ALL_NOTES = pattern(f"^{_ROWS['note'].pattern}$", re.MULTILINE)
_ALL_GIVEN = pattern(f"^{_ROWS['gave'].pattern}$", re.MULTILINE)
_MANY = ("note\t", "gave\t")
"""How most lines of a ledger begin: those of notes."""

_STATUSES = {status.value: status for status in Status}


@dataclass(slots=True)
class _Rows:
    """The rows read so far. Rows with the same key are settled as in `settle`.

    `banks` and `decks` map the ids of banks to the times of their first builds.
    """

    banks: dict[str, int] = field(default_factory=dict)
    decks: dict[str, int] = field(default_factory=dict)
    given: set[NoteKey] = field(default_factory=set)
    types: dict[str, TypeRow] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    imported: dict[str, str] = field(default_factory=dict)
    notes: dict[NoteKey, NoteRow] = field(default_factory=dict)

    def enter(self, kind: str, part: dict[str, str]) -> None:
        """Enter a row of `kind` with the groups `part` of its pattern.

        Raises:
            ValueError: The time of the row is not in the calendar.
        """
        time = _seconds(part["time"]) if "time" in part else 0
        match kind:
            case "bank":
                put(self.banks, part["name"], time, min)
            case "deck":
                put(self.decks, part["name"], time, min)
            case "type":
                put(self.types, part["slug"], TypeRow(part["digest"], time), settle_type)
            case "media":
                put(self.media, part["name"], part["digest"], settle_name)
            case "renamed":
                put(self.renamed, part["now"], part["first"], settle_name)
            case _:
                put(self.imported, part["item"], part["guid"], settle_name)

    def enter_note(
        self,
        item: str,
        part: str | None,
        note_type: str,
        digest: str,
        time: str,
        status: str,
        sketch: str,
        labels: str | None,
    ) -> None:
        """Enter a note: the groups of its pattern. Raises ValueError as `enter` does."""
        row = NoteRow(
            digest,
            _seconds(time),
            _STATUSES[status],
            _labels(labels),
            sketch,
        )
        put(self.notes, note_key(item, part, note_type), row, settle_note)


@functools.lru_cache(MAX_TIMES)
def _seconds(moment: str) -> int:
    """Return the time `moment`, in ISO 8601, in seconds since 1970."""
    return int(datetime.datetime.fromisoformat(moment).timestamp())


def parse_ledger(source: Source, report: Report) -> Ledger | None:
    """Return the bank's ledger in `source`, or None with a diagnostic for every damaged line.

    A ledger is never repaired by guessing. For a row that is lost, a build would have to send the
    note again, which overwrites what learners edited themselves.
    """
    rows = _parse(source, report, lambda rows: rows.banks)
    return _ledger(rows) if rows else None


def parse_deck_ledger(source: Source, report: Report) -> DeckLedger | None:
    """Return the deck file's ledger in `source`, or None as `parse_ledger` does.

    A ledger in format 1 had the rows that are in the bank's ledger now; they become `former`.
    """
    rows = _parse(source, report, lambda rows: rows.decks or rows.banks)
    if rows is None:
        return None
    former = _ledger(rows) if rows.banks else None
    bank, created = next(iter((rows.decks or rows.banks).items()))
    return DeckLedger(bank, created, frozenset(rows.given).union(rows.notes), former)


def _ledger(rows: _Rows) -> Ledger:
    """Return the ledger of the bank in `rows`, which must name one."""
    bank, created = next(iter(rows.banks.items()))
    return Ledger(bank, created, rows.notes, rows.types, rows.media, rows.renamed, rows.imported)


def _parse(
    source: Source, report: Report, owner: Callable[[_Rows], dict[str, int]]
) -> _Rows | None:
    """Return the rows of `source`, or None once its faults are reported.

    `owner` returns the banks by which `rows` name the ledger's bank; there must be exactly one.
    """
    known = len(report.diagnostics)
    rows = _Rows()
    lines = source.text.split("\n")
    if not any(_HEADER.fullmatch(line) for line in lines[:3]):
        message = "this is not a ledger of quizgen's"
        report.error("ledger-damaged", source.whole(), message, _RESTORE)
        return None
    are_entered = _enter_notes(rows, source.text, lines)
    for number, line in enumerate(lines):
        if (are_entered and line.startswith(_MANY)) or _enter(rows, line):
            continue
        if header := _HEADER.fullmatch(line):
            _check_version(int(header[1]), _line(source, number), report)
        elif not _is_no_row(line):
            message = "this line is damaged"
            report.error("ledger-damaged", _line(source, number), message, _RESTORE)
    if len(report.diagnostics) > known:
        return None
    owners = owner(rows)
    if len(owners) != 1:
        names = " and ".join(sorted(owners))
        message = f"this ledger is of two banks, {names}" if owners else "this ledger names no bank"
        report.error("ledger-damaged", source.whole(), message, _RESTORE)
        return None
    return rows


def _enter_notes(rows: _Rows, text: str, lines: Iterable[str]) -> bool:
    """Enter the rows of notes in `text`, with these `lines`, all in one go: a quarter of the time.

    Return False, and enter none, if any of them is damaged.
    """
    notes, given = _ALL_NOTES.findall(text), _ALL_GIVEN.findall(text)
    if len(notes) + len(given) < sum([line.startswith(_MANY) for line in lines]):
        return False
    entered = rows.notes
    times = _times({note[4] for note in notes})
    if times is None:
        return False
    for item, part, note_type, digest, time, status, sketch, labels in notes:
        row = of_fields(
            NoteRow,
            (digest, times[time], _STATUSES[status], _labels(labels), sketch),
        )
        key = of_fields(NoteKey, (item, int(part or 0), note_type))
        if (before := entered.setdefault(key, row)) is not row:
            entered[key] = settle_note(before, row)
    rows.given.update([of_fields(NoteKey, (item, int(part or 0), t)) for item, part, t in given])
    return True


def _times(moments: Iterable[str]) -> dict[str, int] | None:
    """Return `moments` with the seconds since 1970; None if one is not in the calendar."""
    with contextlib.suppress(ValueError):
        return {moment: _seconds(moment) for moment in moments}
    return None


def _labels(listed: str | None) -> tuple[str, ...]:
    return tuple(listed.split(",")) if listed else ()


def _check_version(version: int, span: Span, report: Report) -> None:
    """Report a `version` of the format that this quizgen cannot read."""
    if version > VERSION:
        report.error(
            "ledger-too-new",
            span,
            f"this ledger has format {version}, and this quizgen knows formats up to {VERSION}",
            "install a newer quizgen",
        )
    elif version < 1:
        report.error("ledger-damaged", span, f"there is no format {version}", _RESTORE)


def _is_no_row(line: str) -> bool:
    """Return whether `line` is empty, a comment, or a mark of a conflict in git."""
    return not line or line.startswith("#") or _CONFLICT.fullmatch(line) is not None


def _enter(rows: _Rows, line: str) -> bool:
    """Enter the row on `line` into `rows`; return False if `line` is no row."""
    kind = line.partition("\t")[0]
    match = _ROWS[kind].fullmatch(line) if kind in _ROWS else None
    if match is None:
        return False
    try:
        if kind == "note":
            rows.enter_note(*match.groups())
        elif kind == "gave":
            rows.given.add(note_key(*match.groups()))
        else:
            rows.enter(kind, match.groupdict())
    except ValueError:
        return False
    return True


def _line(source: Source, number: int) -> Span:
    """Return the span of the line at `number`, from 0."""
    length = len(source.line(number + 1))
    return Span(source, Position(number, 0), Position(number, length))
