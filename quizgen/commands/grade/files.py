"""The files of results, by their names in the folder."""

from __future__ import annotations

import itertools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from quizgen.commands.grade.kept import Prints
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.reports import pupil_reports
from quizgen.commands.grade.tables import (
    SUM_HEAD,
    Cell,
    item_rows,
    result_rows,
    workbook,
)
from quizgen.model.roster import Pupil
from quizgen.writers.exporting.files.csv_file import csv_bytes

_MAX_SAME = 4
"""Names of a worksheet with one digest: alone, on paper, of codes and of forms."""
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
    sums: list[list[Cell]] = []
    for outcome, name in zip(outcomes, worksheet_names(outcomes), strict=True):
        pupils = typed if outcome.is_on_screen else listed
        rows = result_rows(outcome.results, outcome.questions, pupils, outcome.noun)
        ending = f"-{name}" if len(outcomes) > 1 else ""
        files[f"results{ending}.csv"] = _csv(rows)
        files[f"pupils{ending}.pdf"] = pupil_reports(outcome, pupils) if outcome.results else None
        sheets[_title(name, outcome.digest, sheets)] = rows
        sums += [row[: len(SUM_HEAD)] for row in rows[2:]]
    if len(outcomes) != 1:
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

    Later ones have the digest behind it, so the name alone is that of paper, then of codes, then
    of forms.
    """
    names: list[str] = []
    for one in outcomes:
        taken = {name.casefold() for name in names}
        free = (name for name in _names(one.worksheet, one.digest) if name.casefold() not in taken)
        names.append(next(free))
    return names


def _names(worksheet: str, digest: str) -> Iterator[str]:
    """Yield the names that the files of a worksheet may have, without an end."""
    yield worksheet
    for count in itertools.count(1):
        ending = f"-{digest}" + (f"-{count}" if count > 1 else "")
        yield worksheet[: MAX_TITLE - len(ending)] + ending


def names_of(prints: Prints) -> set[tuple[str, str]]:
    """Return the worksheets of `prints`, each with its digest."""
    return {(one.layouts[0].worksheet, digest) for digest, one in prints.items()}


def earlier_files(
    folder: Path, known: Collection[tuple[str, str]], files: Iterable[str]
) -> dict[str, bytes | None]:
    """Return the tables and pupils' sheets in `folder` that are none of `files` any more.

    They are those that an earlier run has named after a worksheet. Of a table its head alone stays,
    so that nobody takes old points for new ones, and sheets are removed. `known` are worksheets
    with their digests; either may be empty, and one build's digest may stand behind another's name.
    No other file is looked at: a teacher may keep one there.
    """
    current = {name.casefold() for name in files}
    worksheets = {worksheet for worksheet, _ in known if worksheet}
    digests = {digest for _, digest in known if digest}
    names = (
        name
        for worksheet in worksheets
        for digest in digests
        for name in itertools.islice(_names(worksheet, digest), _MAX_SAME)
    )
    of_both = (("results-", ".csv", _csv([SUM_HEAD])), ("pupils-", ".pdf", None))
    earlier = ((f"{before}{name}{end}", left) for name in names for before, end, left in of_both)
    return {
        file: left
        for file, left in earlier
        if file.casefold() not in current and os.path.lexists(folder / file)
    }


def _csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    return csv_bytes([["" if cell is None else str(cell) for cell in row] for row in rows])
