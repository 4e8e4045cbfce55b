"""The sheets of a table, whatever program it comes from."""

from __future__ import annotations

from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source
from quizgen.readers.apkg.errors import PackageError
from quizgen.readers.foreign.xml import XmlError
from quizgen.readers.tables.csv_grid import read_csv
from quizgen.readers.tables.grid import DamagedTableError, TableSheet
from quizgen.readers.tables.workbooks import read_ods, read_xlsx


def read_sheets(content: bytes, path: Path, report: Report) -> list[TableSheet] | None:
    """Return the sheets of the table `content`; None once it is reported that it is damaged.

    Raises:
        ModuleNotFoundError: It is one of Excel, and the extra ``tables`` is not installed.
    """
    if not content.startswith(b"PK"):
        return [read_csv(content, path)]
    is_excel = b"xl/workbook" in content[:4096] + content[-8192:]
    try:
        return read_xlsx(content, path) if is_excel else read_ods(content, path)
    except (PackageError, DamagedTableError, XmlError) as error:
        why = f": {error}" if not isinstance(error, PackageError) else ", or much too large"
        report.error(
            UNREADABLE_FILE,
            Source(path, "").whole(),
            f"this table is damaged{why}",
            "open it in its program and save it again, as .xlsx, .ods or CSV",
        )
        return None
