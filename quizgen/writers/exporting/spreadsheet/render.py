"""The table of an export as bytes."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.files.csv_file import csv_bytes
from quizgen.writers.exporting.files.workbook import MAX_CELL, xlsx_bytes
from quizgen.writers.exporting.spreadsheet.losses import cut_cells, losses_of
from quizgen.writers.exporting.spreadsheet.rows import table_of
from quizgen.writers.shared.language import direction

_WIDE = ("Question", "Explanation", "Quotation")
_WIDTH, _WIDE_WIDTH = 18.0, 50.0
"""Characters that a column is wide: texts wrap, and all columns of a question fit a screen."""


def render_csv(export: Export, bank: Bank) -> Rendered:
    """Return the table of `export` as CSV."""
    table = table_of(export.questions, bank)
    losses = (loss for question in export.questions for loss in losses_of(question.item))
    return Rendered(csv_bytes(table), tuple(losses))


def render_xlsx(export: Export, bank: Bank) -> Rendered:
    """Return the table of `export` as a workbook."""
    table = table_of(export.questions, bank)
    losses = [loss for question in export.questions for loss in losses_of(question.item)]
    for question, row in zip(export.questions, table[1:], strict=True):
        losses += cut_cells(question.item, row, MAX_CELL)
    content = xlsx_bytes(
        dict(enumerate(table, 1)),
        widths={n: _WIDE_WIDTH if c in _WIDE else _WIDTH for n, c in enumerate(table[0], 1)},
        bold=1,
        right_to_left=direction(bank.language) == "rtl",
    )
    return Rendered(content, tuple(losses))
