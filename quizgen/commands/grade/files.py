"""The files of results, by their names in the folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.reports import pupil_reports
from quizgen.commands.grade.tables import (
    SUM_HEAD,
    Cell,
    item_rows,
    result_rows,
    sum_rows,
    workbook,
)
from quizgen.model.roster import Pupil
from quizgen.writers.exporting.files.csv_file import csv_bytes

MAX_TITLE = 31
"""Characters of the title of a sheet in a workbook of Excel."""


def result_files(
    outcomes: Sequence[SheetOutcome],
    listed: Mapping[str, Pupil],
    typed: Mapping[str, Pupil] = MappingProxyType({}),
) -> dict[str, bytes | None]:
    """Return the tables of results and of questions, as CSV and XLSX, and the pupils' sheets.

    Pupils on paper are those `listed` by what is printed or filled in there, and those on a screen
    are `typed`, by the names that they have typed: one text may be the id of one pupil and the name
    of another.

    Where several worksheets were graded, each has files of its own, named after it, and
    ``results.csv`` has the sums of all. None is for a file of an earlier run that is removed, and
    for the pupils' sheets where every page was dropped.
    """
    files: dict[str, bytes | None] = {}
    sheets: dict[str, list[list[Cell]]] = {}
    for outcome, name in zip(outcomes, worksheet_names(outcomes), strict=True):
        pupils = typed if outcome.is_on_screen else listed
        rows = result_rows(outcome.results, outcome.questions, pupils)
        ending = f"-{name}" if len(outcomes) > 1 else ""
        files[f"results{ending}.csv"] = _csv(rows)
        files[f"pupils{ending}.pdf"] = pupil_reports(outcome, pupils) if outcome.results else None
        sheets[_title(name, outcome.digest, sheets)] = rows
    if len(outcomes) != 1:
        sums = [
            row
            for one in outcomes
            for row in sum_rows(one.results, one.questions, typed if one.is_on_screen else listed)
        ]
        files |= {"results.csv": _csv([SUM_HEAD, *sums]), "pupils.pdf": None}
    items = item_rows(outcome.analysis for outcome in outcomes)
    files["questions.csv"] = _csv(items)
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


def worksheet_names(outcomes: Sequence[SheetOutcome]) -> list[str]:
    """Return a name for each of `outcomes`: the worksheet's; of one name, the first has it alone.

    Later ones have the digest behind it. So no file changes its name when another print comes.
    """
    names: list[str] = []
    for one in outcomes:
        taken, name, count = {name.casefold() for name in names}, one.worksheet, 1
        while name.casefold() in taken:
            ending = f"-{one.digest}" + (f"-{count}" if count > 1 else "")
            name, count = one.worksheet[: MAX_TITLE - len(ending)] + ending, count + 1
        names.append(name)
    return names


def _csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    return csv_bytes([["" if cell is None else str(cell) for cell in row] for row in rows])
