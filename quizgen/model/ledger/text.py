"""The ledger as a text file: one line a row, sorted, so that it merges line by line in git."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TypeVar

from quizgen.model.diagnostics import Report
from quizgen.model.ledger.model import Ledger, NoteKey, NoteRow, Status, TypeRow
from quizgen.model.source import Position, Source, Span

K = TypeVar("K")
V = TypeVar("V")

VERSION = 1
_HEADER = re.compile(r"quizgen-ledger (\d{1,6})")
_COMMENT = "# Written by `quizgen build`. Commit it beside the deck file; never edit it."
_RESTORE = (
    "take the file back from git; without it every note would count as changed, and pupils "
    "would lose what they edited themselves"
)

_NAME = r"[\w.-]+"
_DIGEST = r"[0-9a-f]{8,64}"
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
_ROWS = {
    "bank": re.compile(rf"bank\t(?P<name>{_NAME})\t(?P<time>{_TIME})"),
    "type": re.compile(rf"type\t(?P<slug>{_NAME})\t(?P<digest>{_DIGEST})\t(?P<time>{_TIME})"),
    "media": re.compile(rf"media\t(?P<name>[^\x00-\x1f]+)\t(?P<digest>{_DIGEST})"),
    "renamed": re.compile(rf"renamed\t(?P<now>{_NAME})\t(?P<first>{_NAME})"),
    "imported": re.compile(rf"imported\t(?P<item>{_NAME})\t(?P<guid>[^\x00-\x20\x7f]+)"),
    "note": re.compile(
        rf"note\t(?P<item>{_NAME})(?:/(?P<part>[1-9]\d{{0,5}}))?\t(?P<type>{_NAME})"
        rf"\t(?P<digest>{_DIGEST})\t(?P<time>{_TIME})\t(?P<status>live|retired)"
        rf"\t(?P<sketch>[0-9a-f]*)(?:\t(?P<labels>{_DIGEST}(?:,{_DIGEST})*))?"
    ),
}


def format_ledger(ledger: Ledger) -> str:
    """The text of `ledger`: the same rows always give the same text."""
    return "\n".join([f"quizgen-ledger {VERSION}", _COMMENT, *_lines(ledger)]) + "\n"


def _lines(ledger: Ledger) -> Iterator[str]:
    yield f"bank\t{ledger.bank}\t{_written(ledger.created)}"
    for slug, row in sorted(ledger.note_types.items()):
        yield f"type\t{slug}\t{row.digest}\t{_written(row.modified)}"
    for name, digest in sorted(ledger.media.items()):
        yield f"media\t{name}\t{digest}"
    for now, first in sorted(ledger.renamed.items()):
        yield f"renamed\t{now}\t{first}"
    for item, guid in sorted(ledger.imported.items()):
        yield f"imported\t{item}\t{guid}"
    for key, note in sorted(ledger.notes.items()):
        labels = "\t" + ",".join(note.labels) if note.labels else ""
        yield (
            f"note\t{key.name}\t{key.note_type}\t{note.digest}\t{_written(note.modified)}"
            f"\t{note.status.value}\t{note.sketch}{labels}"
        )


def _written(seconds: int) -> str:
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(written: str) -> int:
    return int(datetime.datetime.fromisoformat(written).timestamp())


def parse_ledger(source: Source, report: Report) -> Ledger | None:
    """The ledger in `source`, or None with a diagnostic for every line that is wrong.

    A ledger is never repaired by guessing: what it lost could only be made up for by
    re-stamping notes, and that costs learners what they edited.
    """
    faults = len(report.diagnostics)
    lines = source.text.split("\n")
    if not _version_fits(lines[0], source, report):
        return None
    reader = _Reader(source, report)
    for number, line in enumerate(lines[1:], 1):
        if line and not line.startswith("#"):
            reader.row(number, line)
    if not reader.bank and len(report.diagnostics) == faults:
        report.error("ledger-damaged", source.whole(), "this ledger names no bank", _RESTORE)
    if len(report.diagnostics) > faults:
        return None
    return Ledger(
        reader.bank,
        reader.created,
        reader.notes,
        reader.types,
        reader.media,
        reader.renamed,
        reader.imported,
    )


def _version_fits(line: str, source: Source, report: Report) -> bool:
    header = _HEADER.fullmatch(line)
    if header is None:
        report.error(
            "ledger-damaged", source.whole(), "this is not a ledger of quizgen's", _RESTORE
        )
        return False
    if int(header[1]) > VERSION:
        report.error(
            "ledger-too-new",
            source.whole(),
            f"this ledger has format {header[1]}, and this quizgen knows formats up to {VERSION}",
            "install a newer quizgen",
        )
        return False
    if int(header[1]) < VERSION:
        report.error("ledger-damaged", source.whole(), f"there is no format {header[1]}", _RESTORE)
        return False
    return True


class _Reader:
    """Gathers rows, and reports lines that are none."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.bank = ""
        self.created = 0
        self.types: dict[str, TypeRow] = {}
        self.media: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        self.imported: dict[str, str] = {}
        self.notes: dict[NoteKey, NoteRow] = {}

    def row(self, number: int, line: str) -> None:
        kind = line.partition("\t")[0]
        match = _ROWS[kind].fullmatch(line) if kind in _ROWS else None
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            self._fault(
                number,
                line,
                "this is a mark of an unfinished git merge",
                "remove the marks; where both sides have a line for the same note, keep the one "
                "with the later time; then run quizgen build",
            )
        elif match is None or not self._enter(kind, match.groupdict()):
            twice = match is not None
            what = "this line repeats or contradicts another" if twice else "this line is damaged"
            help = "of two lines for one note, keep the one with the later time" if twice else None
            self._fault(number, line, what, help or _RESTORE)

    def _enter(self, kind: str, part: dict[str, str]) -> bool:
        """Take over a row; False if there is one of its name, or its time is none."""
        try:
            modified = _seconds(part["time"]) if "time" in part else 0
        except ValueError:
            return False
        if kind == "bank":
            fresh = not self.bank
            self.bank, self.created = part["name"], modified
        elif kind == "type":
            fresh = _put(self.types, part["slug"], TypeRow(part["digest"], modified))
        elif kind == "media":
            fresh = _put(self.media, part["name"], part["digest"])
        elif kind == "renamed":
            fresh = _put(self.renamed, part["now"], part["first"])
        elif kind == "imported":
            fresh = _put(self.imported, part["item"], part["guid"])
        else:
            key = NoteKey(part["item"], int(part["part"] or 0), part["type"])
            labels = tuple(part["labels"].split(",")) if part["labels"] else ()
            status = Status(part["status"])
            row = NoteRow(part["digest"], modified, status, labels, part["sketch"])
            fresh = _put(self.notes, key, row)
        return fresh

    def _fault(self, number: int, line: str, message: str, help: str) -> None:
        span = Span(self.source, Position(number, 0), Position(number, len(line)))
        self.report.error("ledger-damaged", span, message, help)


def _put(rows: dict[K, V], key: K, value: V) -> bool:
    return rows.setdefault(key, value) is value
