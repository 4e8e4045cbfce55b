"""What is kept in the folder of results: readings, pictures of rows in doubt, decisions."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from quizgen.commands.grade.attempts import PageDecisions
from quizgen.model.answer_sheets.earlier import parted
from quizgen.model.answer_sheets.reading_records import readings_of, readings_record
from quizgen.model.answer_sheets.readings import PageReading, UnreadablePage
from quizgen.model.answer_sheets.record_values import DamagedRecordError
from quizgen.model.answer_sheets.records import AnswerSheets, record_text, sheets_of, sheets_record
from quizgen.model.dataclass import dataclass
from quizgen.project.file_names import ANSWER_SHEETS, FORM_SHEETS, PRACTICE_SHEETS
from quizgen.project.regular_files import MAX_HANDED_OUT_SIZE, read_regular

READINGS = "readings.json"
CODES = "codes.json"
"""What keeps the codes of practice pages that were sent."""
FORMS = "forms.json"
"""What keeps the PDF forms that were filled in."""
DECISIONS = "decisions.json"
CROPS = "crops"
_KEPT = {READINGS, CODES, FORMS, DECISIONS}
_OF_EACH_RUN = {"results.xlsx", "questions.csv", "review.html"}
_RESULTS = re.compile(
    r"results(-.*)?\.csv|results\.xlsx|questions\.csv|pupils(-.*)?\.pdf|review\.html"
)

Prints = dict[str, AnswerSheets]
"""Answer sheets as they were printed, by the digest of the worksheet."""


class KeptFileError(ValueError):
    """Raised for a file that cannot be used. Its text names the file and says why."""


@dataclass()
class Kept:
    """The prints that were read, and what was read and not read so far, by the keys of pages."""

    prints: Prints = field(default_factory=dict)
    readings: dict[tuple[str, int], PageReading] = field(default_factory=dict)
    unreadable: dict[tuple[str, int], UnreadablePage] = field(default_factory=dict)

    def add(self, reading: PageReading) -> PageReading:
        """Add `reading`, in place of what was read of the same page before, and return it.

        The page keeps the name that its file had first: decisions go by it. A page of a named sheet
        that could not be read before is open no more once it is scanned again.
        """
        key = reading.place
        self.unreadable.pop(key, None)
        if reading.code.pupil:
            code = reading.code.text
            self.unreadable = {k: one for k, one in self.unreadable.items() if one.code != code}
        if key in self.readings:
            reading = replace(reading, source=self.readings[key].source)
        self.readings[key] = reading
        return reading

    def add_unreadable(self, page: UnreadablePage) -> bool:
        """Add `page`, unless it has been read before, and return whether it was added.

        A page of a named sheet that was read elsewhere is not added: it has been scanned again.
        """
        key = page.place
        if key in self.readings or (page.code and page.code in self._named()):
            return False
        if key in self.unreadable:
            page = page._replace(source=self.unreadable[key].source)
        self.unreadable[key] = page
        return True

    def _named(self) -> set[str]:
        return {one.code.text for one in self.readings.values() if one.code.pupil}


def foreign_files(folder: Path) -> list[str]:
    """Return the names in `folder` that results may have, if no run has left its own there yet.

    They are files of somebody else, which results may replace.
    """
    names = set(os.listdir(folder)) if folder.is_dir() else set()
    if names & _KEPT or names >= _OF_EACH_RUN:
        return []
    return [name for name in sorted(names) if _RESULTS.fullmatch(name.casefold())]


def read_record(path: Path, way_out: str = "") -> Any:
    """Return what the JSON file at `path` holds.

    Raises KeptFileError, with the `way_out`, or with that for a file of its name.
    """
    way_out = way_out or _way_out(path)
    try:
        text = read_regular(path, MAX_HANDED_OUT_SIZE, anywhere=True).decode("utf-8-sig")
        record = json.loads(text)
        if "\\ud" in text.lower():  # perhaps half a character, which no file can hold
            json.dumps(record, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise KeptFileError(f"{place}: this file is damaged here; {way_out}") from error
    except (ValueError, RecursionError) as error:
        raise damaged(path, way_out=way_out) from error
    except OSError as error:
        why = f"{path} cannot be read: {error.strerror or error}"
        raise KeptFileError(f"{why}; {way_out}") from error
    return record


def damaged(path: Path, what: str = "such file", way_out: str = "") -> KeptFileError:
    """Return the error for the file at `path`, whose content is not what quizgen writes."""
    way_out = way_out or _way_out(path)
    return KeptFileError(f"{path} is damaged, or no {what} at all; {way_out}")


def _way_out(path: Path) -> str:
    """Return what to do where the file at `path` is damaged."""
    if path.name in (READINGS, CODES, FORMS):
        return "put back a copy of it, or move it away and grade the scans, codes and forms again"
    if path.name in (ANSWER_SHEETS, FORM_SHEETS, PRACTICE_SHEETS):
        return "build again, or put back a copy of it"
    return "put back a copy of it, or move it away and decide again"


def read_sheets(path: Path, way_out: str = "") -> Prints:
    """Return the answer sheets in the file at `path`, by digest.

    Raises KeptFileError, with the `way_out`, or with that for a file of its name.
    """
    try:
        return by_digest(sheets_of(read_record(path, way_out)))
    except DamagedRecordError as error:
        out = way_out or _way_out(path)
        raise KeptFileError(f"{path} cannot be used: {error}; {out}") from error


def kept_prints(records: Iterable[Any]) -> Prints:
    """Return the sheets in `records`, by digest. Raises DamagedRecordError."""
    prints: Prints = {}
    for one in records:
        prints |= by_digest(sheets_of(one))
    return prints


def by_digest(sheets: AnswerSheets) -> Prints:
    """Return `sheets` by the digests of their worksheets. Raises DamagedRecordError."""
    return {one.layouts[0].digest: one for one in parted(sheets)}


def read_kept(folder: Path) -> Kept:
    """Return what the folder of results at `folder` holds. Raises KeptFileError."""
    path = folder / READINGS
    if not os.path.lexists(path):
        return Kept()
    record = read_record(path)
    try:
        prints = kept_prints(record["prints"])
        readings, unreadable = readings_of(record)
        kept = Kept(prints)
        for page in unreadable:
            kept.add_unreadable(page)
        for reading in readings:
            _check(reading, prints)
            kept.add(reading)
    except (KeyError, TypeError, DamagedRecordError) as error:
        raise damaged(path) from error
    return kept


def _check(reading: PageReading, prints: Prints) -> None:
    """Raise DamagedRecordError where `reading` is of a sheet or a row that is not there."""
    code = reading.code
    layout = prints[code.digest].layout_for(code)
    if layout is None or code.page > len(layout.pages):
        raise DamagedRecordError("a page of it is not on the sheet")
    rows = layout.pages[code.page - 1].fields
    for row in reading.fields:
        if row.field >= len(rows):
            raise DamagedRecordError("a row of it is not on the page")
        if not set(row.marked) <= {bubble.value for bubble in rows[row.field].bubbles}:
            raise DamagedRecordError("a mark of it is not in the row")


def kept_text(kept: Kept) -> bytes:
    """Return the content of the file that holds `kept`."""
    record = {
        "prints": [sheets_record(sheets) for sheets in kept.prints.values()],
        **readings_record(kept.readings.values(), kept.unreadable.values()),
    }
    return json.dumps(record, ensure_ascii=False).encode()


def crop_name(page: str, what: str) -> str:
    """Return the name of the picture of `what` on the page of a key; it gives no file's name away.

    `page` is the key of the page.
    """
    digest = hashlib.sha256(page.encode()).hexdigest()[:12]
    return f"{CROPS}/{digest}-{what}.png"


def read_decisions(path: Path) -> dict[str, PageDecisions]:
    """Return the decisions in the file at `path`, by the keys of pages. Raises KeptFileError."""
    record = read_record(path)
    try:
        return {str(key): _decided(one) for key, one in record["pages"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "file of decisions") from error


def _decided(record: Any) -> PageDecisions:
    rows = {
        int(row): tuple(str(value)[:20] for value in values)
        for row, values in record.get("rows", {}).items()
    }
    pupil = record.get("pupil")
    if pupil is not None and not isinstance(pupil, str):
        raise ValueError("the number of a pupil is no text")
    return PageDecisions(rows, pupil and pupil.strip()[:80], bool(record.get("drop")))


def decisions_text(decisions: Mapping[str, PageDecisions]) -> bytes:
    """Return the content of the file that holds `decisions`."""
    pages: dict[str, Any] = {}
    for key, one in decisions.items():
        page: dict[str, Any] = {}
        if one.rows:
            page["rows"] = {str(row): list(values) for row, values in one.rows.items()}
        if one.pupil is not None:
            page["pupil"] = one.pupil
        if one.is_dropped:
            page["drop"] = True
        pages[key] = page
    return record_text({"pages": pages}).encode()


def merged(
    first: Mapping[str, PageDecisions], second: Mapping[str, PageDecisions]
) -> dict[str, PageDecisions]:
    """Return both, of which those of `second` count where they differ."""
    result = dict(first)
    for key, new in second.items():
        old = result.get(key, PageDecisions())
        pupil = old.pupil if new.pupil is None else new.pupil
        result[key] = PageDecisions(
            {**old.rows, **new.rows}, pupil, old.is_dropped or new.is_dropped
        )
    return result
