"""A roster: the pupils of a class in a table, each on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.model.diagnostics import Related, Report, has_errors
from quizgen.model.roster import Pupil, Roster
from quizgen.model.source import Source
from quizgen.readers.files import read_bytes
from quizgen.readers.roster.columns import PupilColumn, RosterColumns, find_roster_columns
from quizgen.readers.tables.grid import TableRow, TableSheet
from quizgen.readers.tables.sheets import read_sheets

MAX_ROSTER_SIZE = 8 * 1024 * 1024
"""Bytes of a file. A pupil takes about 50."""
MAX_PUPILS = 2000
"""So many have sheets at once: a large school."""
MAX_NAME = 80
"""Characters of a name, an id or a class."""

_FORM = re.compile(r"(?:.{0,20}[\s:_-])?([A-Za-z])\.?")
"""A letter, behind a word or not: ``B``, ``Form B``."""
_FAMILY_FIRST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
"""Names in kana, Han characters or Hangul: the family name stands first, without a space."""
_SPACED_ID = re.compile(r"\s")
_NEEDS = "this needs openpyxl: pip install 'quizgen[tables]', or save the table as CSV"


def read_roster(path: Path, report: Report) -> Roster | None:
    """Return the pupils in the table at `path`, wherever it lies.

    Only names, ids, classes and forms are read, by the headings of their columns. What is wrong is
    reported by line, and never with a pupil's name. A row with a fault is left out; None where
    nothing could be read.
    """
    content = read_bytes(path, report, MAX_ROSTER_SIZE, anywhere=True)
    if content is None:
        return None
    try:
        sheets = read_sheets(content, path, report)
    except ModuleNotFoundError:
        whole = Source(path, "").whole()
        report.error("missing-extra", whole, "this roster is a table of Excel", _NEEDS)
        return None
    if sheets is None:
        return None
    faults = len(report.diagnostics)
    columns = [(sheet, find_roster_columns(sheet)) for sheet in sheets if sheet.rows]
    known = [(sheet, these) for sheet, these in columns if these is not None]
    for sheet, these in columns:
        if these is None:
            _report_unknown(sheet, report, is_one_of_several=bool(known))
    pupils = [
        pupil
        for sheet, these in known
        for pupil in _pupils(sheet, these, sheet.name if len(known) > 1 else "", report)
    ]
    if not pupils and not has_errors(report.diagnostics[faults:]):
        whole = Source(path, "").whole()
        report.error("empty-roster", whole, "this roster has no pupils", "write one on each line")
    if len(pupils) > MAX_PUPILS:
        message = f"this roster has more than {MAX_PUPILS} pupils"
        report.error("bad-roster", pupils[MAX_PUPILS].span, message, "split it into several")
        return None
    _report_encoding(content, sheets, report)
    _report_twins(pupils, report)
    return Roster(path, tuple(pupils)) if pupils else None


def _pupils(
    sheet: TableSheet, columns: RosterColumns, class_name: str, report: Report
) -> Iterator[Pupil]:
    """Yield the pupils of `sheet`; `class_name` counts where no column has classes."""
    for clause in sheet.cut:
        report.error("bad-roster", sheet.place(1), f"not all is read: {clause}", "split the roster")
    for index, (heading, likely) in columns.misspelt.items():
        report.warning(
            "unknown-roster-column",
            sheet.place(columns.row, index),
            f"the column {heading!r} is not read",
            f"if it is to be read, write {likely!r} above it",
        )
    for row in sheet.rows:
        if row.number <= columns.row:
            continue
        pupil = Pupil(
            name=_name(row, columns),
            id=columns.cell(row, PupilColumn.ID),
            class_name=columns.cell(row, PupilColumn.CLASS) or class_name,
            form=columns.cell(row, PupilColumn.FORM),
            span=sheet.place(row.number, columns.of_name),
        )
        if any((pupil.name, pupil.id, columns.cell(row, PupilColumn.CLASS), pupil.form)):
            if (fault := _fault(pupil)) is None:
                yield _with_letter(pupil)
            else:
                what, message, help = fault
                where = f"{sheet.where(row.number)}: " if not sheet.lines else ""
                place = sheet.place(row.number, columns.columns.get(what, columns.of_name))
                report.error("bad-roster", place, where + message, help)


def _name(row: TableRow, columns: RosterColumns) -> str:
    """Return the pupil's name; of two columns, in the order in which it is spoken."""
    name = columns.cell(row, PupilColumn.NAME)
    given = columns.cell(row, PupilColumn.GIVEN)
    family = columns.cell(row, PupilColumn.FAMILY)
    if name and (given or family in name):
        return name
    given = given or name
    if given and family and _FAMILY_FIRST.fullmatch(given + family):
        return family + given
    return f"{given} {family}".strip()


def _fault(pupil: Pupil) -> tuple[PupilColumn, str, str] | None:
    """Return the column of `pupil` that is wrong, why, and the way out; None if nothing is."""
    name, id, form = PupilColumn.NAME, PupilColumn.ID, PupilColumn.FORM
    for what, text in {
        name: pupil.name,
        id: pupil.id,
        PupilColumn.CLASS: pupil.class_name,
    }.items():
        noun = f"this {what.value}"
        if len(text) > MAX_NAME:
            return what, f"{noun} has more than {MAX_NAME} characters", "shorten it"
        if not text.isprintable() or "\ufffd" in text:
            help = "type it anew, and save as UTF-8"
            return what, f"{noun} has characters that are none", help
    if not pupil.name:
        return name, "this pupil has no name", "write one, or remove the line"
    if _SPACED_ID.search(pupil.id):
        help = "write letters, digits and signs without a space"
        return id, "this id has a space in it", help
    if pupil.form and not _FORM.fullmatch(pupil.form):
        help = "write its letter, such as A, or nothing"
        return form, f"{pupil.form[:20]!r} is no form", help
    return None


def _with_letter(pupil: Pupil) -> Pupil:
    """Return `pupil` with the form as its capital letter."""
    letter = _FORM.fullmatch(pupil.form)
    form = letter[1].upper() if letter else ""
    return Pupil(pupil.name, pupil.id, pupil.class_name, form, pupil.span)


def _report_twins(pupils: Sequence[Pupil], report: Report) -> None:
    """Report pupils that nobody could tell apart."""
    first: dict[str, Pupil] = {}
    for pupil in pupils:
        twin = first.setdefault(pupil.key, pupil)
        if twin is not pupil:
            what = "id" if pupil.id else "name and class, and no id,"
            report.error(
                "duplicate-pupil",
                pupil.span,
                f"this pupil has the same {what} as one above",
                "give each pupil an id of their own, or remove one of the lines",
                (Related("the first", twin.span),),
            )


def _report_unknown(sheet: TableSheet, report: Report, *, is_one_of_several: bool) -> None:
    """Report that no heading of `sheet` names a column with names; never what stands there."""
    name = f"the sheet {sheet.name!r}" if sheet.name else "this roster"
    place, message = sheet.place(sheet.rows[0].number), f"{name} has no column for names"
    help = "write headings above the columns: name, and if you like id, class, form"
    if is_one_of_several:
        report.warning("unknown-roster-column", place, message, help)
    else:
        report.error("unknown-roster-column", place, message, help)


def _report_encoding(content: bytes, sheets: Sequence[TableSheet], report: Report) -> None:
    """Warn of a text whose letters had to be guessed."""
    if content.startswith((b"PK", b"\xff\xfe", b"\xfe\xff")) or content.isascii():
        return
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n")
        source = sheets[0].source
        report.warning(
            "guessed-encoding",
            source.at(source.offset(line)),
            "this roster is not UTF-8; it is read as Windows wrote it in western Europe",
            "look at the names, or save it as “CSV UTF-8”",
        )
