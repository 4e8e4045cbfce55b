"""The files of results, by their names in the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.reports import pupil_reports
from quizgen.commands.grade.tables import Cell, item_rows, result_rows, workbook
from quizgen.model.roster import Pupil
from quizgen.writers.exporting.files.csv_file import csv_bytes

MAX_TITLE = 31
"""Characters of the title of a sheet in a workbook of Excel."""


def result_files(outcomes: Sequence[SheetOutcome], pupils: Mapping[str, Pupil]) -> dict[str, bytes]:
    """Return the tables of results and of questions, as CSV and XLSX, and the pupils' sheets.

    Where several worksheets were graded, each has files of its own, named after it.
    """
    files: dict[str, bytes] = {}
    sheets: dict[str, list[list[Cell]]] = {}
    for outcome, name in zip(outcomes, _names(outcomes), strict=True):
        rows = result_rows(outcome.results, outcome.questions, pupils)
        ending = f"-{name}" if len(outcomes) > 1 else ""
        files[f"results{ending}.csv"] = csv_bytes([_texts(row) for row in rows])
        files[f"pupils{ending}.pdf"] = pupil_reports(outcome, pupils)
        sheets[_title(name, outcome.digest, sheets)] = rows
    items = item_rows(outcome.analysis for outcome in outcomes)
    files["questions.csv"] = csv_bytes([_texts(row) for row in items])
    title = "Questions"
    while title in sheets:
        title += " "
    files["results.xlsx"] = workbook({**sheets, title: items})
    return files


def _title(name: str, digest: str, others: Collection[str]) -> str:
    """Return a title for the sheet of a workbook, other than those of `others`, whatever case."""
    title = name[:MAX_TITLE]
    if title.casefold() in {one.casefold() for one in others}:
        return f"{name[: MAX_TITLE - 9]}-{digest}"
    return title


def _names(outcomes: Sequence[SheetOutcome]) -> list[str]:
    """Return a name for each of `outcomes`: the worksheet's, with the digest where it is shared.

    A worksheet can be handed in on paper and as a form: these are told apart.
    """
    counts = Counter(outcome.worksheet.casefold() for outcome in outcomes)
    names = []
    for one in outcomes:
        if counts[one.worksheet.casefold()] == 1:
            names.append(one.worksheet)
            continue
        ending = f"-{one.digest}{'-filled' if one.is_of_forms else ''}"
        names.append(one.worksheet[: MAX_TITLE - len(ending)] + ending)
    return names


def _texts(row: Sequence[Cell]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]
