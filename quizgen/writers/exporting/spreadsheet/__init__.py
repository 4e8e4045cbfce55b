"""A table with a row for each question, as CSV or for Excel, which `quizgen import` reads back."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered


def _csv(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.spreadsheet.render import render_csv

    return render_csv(export, bank)


def _xlsx(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.spreadsheet.render import render_xlsx

    return render_xlsx(export, bank)


_FIDELITY = {
    "Reveal": "whole, in one direction",
    "Choice": "whole",
    "TextEntry": "whole",
    "GapFill": "whole, with the gaps as in the bank",
    "Numeric": "whole",
    "Match": "whole, a pair on each line",
    "Order": "whole, a part on each line, with its date",
    "ExtendedText": "whole",
}
_UNUSED = {
    "ExtendedText.lines": "a table has no ruled lines",
    "Numeric.value": "the number stands there as it is written",
    "Numeric.decimal_sign": "numbers have a point, which every import reads",
}
CSV = ExportFormat("csv", "CSV", ".csv", _csv, _FIDELITY, _UNUSED, group=Group.SHEET)
XLSX = ExportFormat(
    name="xlsx",
    title="Excel",
    ending=".xlsx",
    render=_xlsx,
    fidelity=_FIDELITY,
    unused=_UNUSED,
    group=Group.SHEET,
    package="openpyxl",
    extra="tables",
)

__all__ = ["CSV", "XLSX"]
