"""Tables of Excel and LibreOffice: .xlsx with openpyxl, .ods by its own XML."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from typing import Any

from quizgen.model.source import Source
from quizgen.readers.apkg.archive import Archive
from quizgen.readers.foreign.texts import without_long_blanks
from quizgen.readers.foreign.xml import XmlElement, parse_xml
from quizgen.readers.tables.grid import (
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_ROWS,
    DamagedTableError,
    Room,
    TableRow,
    TableSheet,
    beyond,
)

MAX_SHEETS = 50
MAX_REPEATS = 1000
"""Times that one cell or row with content may stand for; further ones fill a sheet to its end."""

_QUOTED = re.compile(r'"[^"]*"|\\.')
_CODE = re.compile("_x([0-9A-Fa-f]{4})_")
_ENTITY = re.compile(rb"<!\s*E\s*N\s*T\s*I\s*T\s*Y|<!\0E\0N\0T|\0<\0!\0E\0N\0T", re.IGNORECASE)


def read_xlsx(content: bytes, path: Path) -> list[TableSheet]:
    """Return the sheets of the table of Excel in `content`.

    Raises:
        DamagedTableError: It is damaged, or has too much in it.
        PackageError: It is no zip file, or unpacks to too much.
        ModuleNotFoundError: The extra ``tables`` is not installed.
    """
    from openpyxl import load_workbook

    _look_inside(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            room = Room(len(content))
            sheets = [_xlsx_sheet(one, path, room) for one in book.worksheets[:MAX_SHEETS]]
            return _with_rest(sheets, len(book.worksheets))
    except DamagedTableError:
        raise
    except Exception as error:  # whatever a damaged file makes of a library
        raise DamagedTableError(type(error).__name__) from error


def _with_rest(sheets: list[TableSheet], count: int) -> list[TableSheet]:
    """Return `sheets`, the first of `count`; the last one tells of those that are left out."""
    if count <= MAX_SHEETS:
        return sheets
    more = f"sheets behind the first {MAX_SHEETS}"
    return [*sheets[:-1], sheets[-1]._replace(cut=(*sheets[-1].cut, more))]


def _look_inside(content: bytes) -> None:
    """Unpack each file within the limits, before a library unpacks them without; no entities."""
    archive = Archive(content)
    for name in archive.names:
        inside = archive.read(name)
        if _ENTITY.search(inside):
            raise DamagedTableError("it declares entities")


def _xlsx_sheet(sheet: Any, path: Path, room: Room) -> TableSheet:
    sheet.reset_dimensions()
    rows = []
    cut: dict[str, None] = {}
    all_rows = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1)
    for number, cells in enumerate(all_rows, 1):
        values = [cell.value for cell in cells]
        if values.count(None) == len(values):
            continue
        if number > MAX_ROWS:
            cut[f"rows behind row {MAX_ROWS}"] = None
            break
        cut |= dict.fromkeys(beyond(number, [str(value or "") for value in values]))
        texts = [_decoded(_cell_text(cell)) for cell in cells[:MAX_COLUMNS]]
        room.take(texts)
        if any(texts):
            rows.append(TableRow(number, tuple(texts)))
    return TableSheet(Source(path, ""), str(sheet.title), tuple(rows), {}, tuple(cut))


def _cell_text(cell: Any) -> str:
    """Return the text of `cell`: 0.5 that is shown as a percentage is ``50%``."""
    value = cell.value
    if not isinstance(value, int | float) or isinstance(value, bool):
        return _text(value)
    is_percentage = "%" in _QUOTED.sub("", str(cell.number_format))
    return f"{value * 100:.12g}%" if is_percentage else _text(value)


def _decoded(text: str) -> str:
    """Return `text` with the characters whose codes Excel writes (ECMA-376, ST_Xstring).

    Codes of control characters, such as that of a carriage return, are left out.
    """
    return _CODE.sub(_character, text)


def _character(code: re.Match[str]) -> str:
    character = chr(int(code[1], 16))
    return character if character.isprintable() or character in "\n\t" else ""


def _text(value: object) -> str:
    """Return a cell's value as its author sees it; an error of Excel, such as #REF!, as typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = str(value)[:MAX_CELL_LENGTH].strip().removesuffix(" 00:00:00")
    return without_long_blanks(text)


def read_ods(content: bytes, path: Path) -> list[TableSheet]:
    """Return the sheets of the table of LibreOffice in `content`.

    Raises:
        DamagedTableError: It has no table in it, or too much of it.
        PackageError: It is no zip file, or unpacks to too much.
        XmlError: Its XML is damaged.
    """
    archive = Archive(content)
    if "content.xml" not in archive:
        raise DamagedTableError("content.xml is missing")
    root = parse_xml(archive.read("content.xml"))
    tables = list(root.find("table"))
    room = Room(len(content))
    sheets = [_ods_sheet(table, path, room) for table in tables[:MAX_SHEETS]]
    return _with_rest(sheets, len(tables))


def _ods_sheet(table: XmlElement, path: Path, room: Room) -> TableSheet:
    rows: list[TableRow] = []
    cut: dict[str, None] = {}
    number = 1
    for element in table.find("table-row"):
        read = _ods_cells(element)
        cells = tuple(cell[:MAX_CELL_LENGTH] for cell in read[:MAX_COLUMNS])
        repeats = _repeats(element, "number-rows-repeated")
        if any(cells):
            if number > MAX_ROWS:
                cut[f"rows behind row {MAX_ROWS}"] = None
                break
            repeated = range(number, number + min(repeats, MAX_REPEATS))
            room.take(cells, len(repeated))
            rows += [TableRow(at, cells) for at in repeated]
            cut |= dict.fromkeys(beyond(number, read))
            if repeats > MAX_REPEATS:
                cut[f"rows like row {number} behind the first {MAX_REPEATS}"] = None
        number += repeats
    name = table.attributes.get("name", "")
    return TableSheet(Source(path, ""), name, tuple(rows), {}, tuple(cut))


def _ods_cells(row: XmlElement) -> list[str]:
    cells: list[str] = []
    for cell in row.find("table-cell", "covered-table-cell"):
        lines = [_paragraph(part) for part in cell.elements if part.tag == "p"]
        text = without_long_blanks("\n".join(lines).strip()[: MAX_CELL_LENGTH + 1])
        kind = cell.attributes.get("value-type")
        if kind == "float" and (value := cell.attributes.get("value", "")):
            text = _text(_number(value, text))
        elif kind == "boolean":
            text = cell.attributes.get("boolean-value", text).upper()
        cells += [text] * min(_repeats(cell, "number-columns-repeated"), MAX_COLUMNS + 1)
        if len(cells) > MAX_COLUMNS:
            break
    return cells


def _number(value: str, otherwise: str) -> float | str:
    try:
        return float(value)
    except ValueError:
        return otherwise


def _repeats(element: XmlElement, name: str) -> int:
    value = element.attributes.get(name, "1")
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 9 else 1


def _paragraph(element: XmlElement) -> str:
    """Return the characters of a paragraph, with its spaces and line breaks, without notes."""
    text = ""
    for child in element.children:
        if isinstance(child, str):
            text += " ".join(re.split(r"[ \t\r\n]+", child))
        elif child.tag == "s":
            text += " " * min(_repeats(child, "c"), 100)
        elif child.tag == "line-break":
            text += "\n"
        elif child.tag != "annotation":
            text += _paragraph(child)
    return text
