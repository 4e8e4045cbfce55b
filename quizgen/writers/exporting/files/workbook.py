"""Tables of Excel, written by openpyxl (the extra ``tables``); every cell is text."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from quizgen.writers.exporting.files.xml_file import xml_characters
from quizgen.writers.shared.zip_file import unzipped, zip_bytes

MAX_CELL = 32_767
"""Characters that a cell of Excel holds (Excel specifications and limits)."""

_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads ``_x0041_`` as the character with this code (ECMA-376, ST_Xstring)."""
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORMULA = ("=", "+", "-", "@")


def xlsx_bytes(
    rows: Mapping[int, Sequence[str]],
    *,
    title: str = "Questions",
    widths: Mapping[int, float] | None = None,
    bold: int | None = None,
    right_to_left: bool = False,
) -> bytes:
    """Return the workbook whose one sheet has `rows` by their numbers, from 1.

    `widths` are those of columns, from 1, in characters; `bold` is the row of the headings, which
    stays in view. A cell longer than `MAX_CELL` is cut: tell that before.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.sheet_view.rightToLeft = right_to_left
    for number, cells in rows.items():
        for column, text in enumerate(cells, 1):
            if not text:
                continue
            cell = sheet.cell(number, column)
            cell.value = _CODE.sub("_x005F_", xml_characters(text))[:MAX_CELL]
            cell.data_type = "s"  # openpyxl takes what begins with = for a formula
            cell.quotePrefix = text.startswith(_FORMULA)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == bold:
                cell.font = Font(bold=True)
    for column, width in (widths or {}).items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    if bold:
        sheet.freeze_panes = f"A{bold + 1}"
    book.properties.creator = "quizgen"
    book.properties.created = datetime(1980, 1, 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return zip_bytes(
        {
            name: _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            if "core.xml" in name
            else content
            for name, content in unzipped(buffer.getvalue()).items()
        }
    )
