"""The questions of a table: CSV, TSV, .xlsx and .ods, with any headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.file_kinds import program_of
from quizgen.readers.foreign import ForeignCard, ForeignFile, ForeignLoss, ForeignQuestion, html_of
from quizgen.readers.tables.grid import TableRow, TableSheet, letters
from quizgen.readers.tables.headings import (
    HEADINGS,
    Columns,
    find_columns,
    headings_row,
    taken_for_headings,
)
from quizgen.readers.tables.rows import read_rows
from quizgen.readers.tables.sheets import read_sheets
from quizgen.readers.tables.words import ColumnRole

UNKNOWN_COLUMNS = "unknown-columns"
COLUMN_WORDS = (HEADINGS, *(part.value for part in ColumnRole))
"""The words that ``--column WORD=…`` knows."""

MIN_WITH_WRONG = 2
"""Columns of a table without headings beyond which the others seem to be wrong answers."""

MIN_PAIRS = 2
"""Pairs of the shortest list that is taken for one."""
_OF_OTHERS = re.compile(rb"^\s*[(\[*]{0,2}(?:\d{1,3}|[A-Za-z])[.):\]]|^[A-Za-z]{2,12}:|[{}]|::")
"""What begins questions and options of a typed list, or stands in GIFT."""
_TEXT_ENDINGS = (".csv", ".tsv", ".tab")


class TableReader:
    """Reads tables. A text is one by its ending alone: other lines have commas as well."""

    name = "a table"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is a table."""
        if content.startswith(b"PK"):
            ends = content[:4096] + content[-8192:]
            return b"xl/workbook" in ends or b"opendocument.spreadsheet" in ends
        if program_of(content) is not None:
            return False
        return path.suffix.lower() in _TEXT_ENDINGS or _is_two_columns(content)

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile | None:
        """Return the questions in all sheets of the table, as `ForeignReader` says."""
        sheets = read_sheets(content, path, report)
        if sheets is None:
            return None
        last = max((row.number for sheet in sheets for row in sheet.rows), default=0)
        if (headings_row(columns) or 0) > last:
            report.error(
                "unknown-columns",
                Source(path, "").whole(),
                f"there is no row {columns[HEADINGS]} with headings: the last one is row {last}",
                "give the row of the headings, from 1, or headings=0 where there are none",
            )
            return None
        questions: list[ForeignQuestion] = []
        unread = []
        assumed: list[tuple[ForeignLoss, str]] = []
        for sheet in sheets:
            columns_here = find_columns(sheet, columns)
            assumed += taken_for_headings(sheet, columns_here, columns)
            if columns_here.can_ask:
                questions += read_rows(sheet, columns_here, report)
            elif not columns and sheet.lines and _is_list_of_pairs(pairs := _joined(sheet)):
                questions += _pairs(pairs)
            elif sheet.rows:
                unread.append((sheet, columns_here))
        if not questions:
            for sheet, columns_here in unread[:3]:
                _report_columns(sheet, columns_here, report)
        else:
            for sheet, columns_here in unread:
                _report_columns(sheet, columns_here, report, is_one_of_several=True)
        cut = [(ForeignLoss.CUT, f"{s.name}: {c}" if s.name else c) for s in sheets for c in s.cut]
        return ForeignFile(tuple(questions), (*assumed, *cut))


def _is_two_columns(content: bytes) -> bool:
    """Return whether the first lines are pairs with a tab between, as Quizlet exports them.

    A definition may have several lines; what has labels or braces is no such list.
    """
    lines = [line for line in content[:4000].split(b"\n")[:-1] or [content[:4000]] if line.strip()]
    counts = [line.count(b"\t") for line in lines]
    if len(lines) < MIN_PAIRS or counts[0] != 1 or max(counts) > 1 or sum(counts) < MIN_PAIRS:
        return False
    return min(counts) == 1 or not any(map(_OF_OTHERS.search, lines))


def _joined(sheet: TableSheet) -> TableSheet:
    """Return `sheet`, where a row with a first cell alone goes on with the row above it."""
    rows: list[TableRow] = []
    last = 0
    for row in sheet.rows:
        if rows and not any(row.cells[1:]) and "\n" not in row.cells[0]:
            above = rows[-1]
            between = "\n" if row.number == last + 1 else "\n\n"
            cells = (*above.cells[:-1], f"{above.cells[-1]}{between}{row.cells[0]}")
            rows[-1] = above._replace(cells=cells)
        else:
            rows.append(row)
        last = row.number
    return sheet._replace(rows=tuple(rows))


def _is_list_of_pairs(sheet: TableSheet) -> bool:
    tabs = sheet.source.text.count("\t")
    widths = {len([cell for cell in row.cells if cell]) for row in sheet.rows}
    return tabs >= len(sheet.rows) and widths == {2}


def _pairs(sheet: TableSheet) -> list[ForeignQuestion]:
    return [
        ForeignQuestion(
            stem=html_of(row.cells[0]),
            task=ForeignCard(html_of(row.cells[1])),
            place=sheet.place(row.number),
            where=sheet.where(row.number),
        )
        for row in sheet.rows
    ]


def _way_out(sheet: TableSheet, columns_here: Columns, cells: Sequence[str]) -> str:
    """Return the options to add to the command, with the columns that `sheet` has."""
    filled = [letters(index) for index, cell in enumerate(cells) if cell]
    also = "also option=…, wrong=…, explain=…, topic=…"
    if columns_here.parts:
        missing = "answer" if ColumnRole.QUESTION in columns_here.parts else "question"
        rest = [letters(index) for index in columns_here.unknown] or filled
        return f"say which it is, for example: --column {missing}={rest[0]} ({also})"
    wishes = ["question=A", "answer=B"]
    if len(filled) > 1:
        wishes = [f"question={filled[0]}", f"answer={filled[1]}"]
    if len(filled) > MIN_WITH_WRONG:
        wishes.append(f"wrong={','.join(filled[2:6])}")
    example = " ".join(f"--column {wish}" for wish in wishes)
    name = sheet.source.path.name
    return (
        f"say what its columns hold, for example: quizgen import {name} --column headings=0 "
        f"{example}; without headings=0, row {sheet.rows[0].number} counts as headings ({also})"
    )


def _report_columns(
    sheet: TableSheet, columns_here: Columns, report: Report, *, is_one_of_several: bool = False
) -> None:
    first = sheet.rows[0]
    row = columns_here.row or first.number
    cells = next((r.cells for r in sheet.rows if r.number == row), first.cells)
    headings = ", ".join(f"{letters(i)} = {c[:30]}" for i, c in enumerate(cells[:12]) if c)
    missing = "no column with questions"
    if any(part in columns_here.parts for part in (ColumnRole.QUESTION, ColumnRole.FRONT)):
        missing = "no column with answers"
    name = f"sheet “{sheet.name}”" if sheet.name else "this table"
    message = f"{name} has {missing} that quizgen knows by its heading; row {row}: {headings}"
    help = _way_out(sheet, columns_here, cells)
    if is_one_of_several:
        report.warning("unknown-columns", sheet.place(row), message, help)
    else:
        report.error("unknown-columns", sheet.place(row), message, help)
