"""``quizgen sheets``: answer sheets with the names of a class."""

from __future__ import annotations

import itertools
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quizgen.commands.grade.pupils import pupil_code, read_class_list
from quizgen.commands.grade.run import GradeError, check_folder
from quizgen.commands.handed_out import record_text_at
from quizgen.commands.workspace import Workspace
from quizgen.model.answer_sheets.earlier import earlier_text
from quizgen.model.answer_sheets.records import AnswerSheets, sheets_text
from quizgen.model.assessment import Worksheet
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report, has_errors, in_reading_order
from quizgen.model.roster import Pupil
from quizgen.project.alone import alone_in
from quizgen.project.file_names import ANSWER_SHEETS, EARLIER_SHEETS
from quizgen.project.layout import OUTPUT, Project
from quizgen.project.save import recover, save
from quizgen.writers.pdf.deck_part.pupils import with_forms
from quizgen.writers.pdf.named_sheets import NamedSheet, named_sheets_file


@dataclass(frozen=True, slots=True)
class SheetsResult:
    """The `files` that were written, none where a diagnostic is an error."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def write_named_sheets(
    project: Project, roster: Path, folder: Path, decks: Sequence[str] = ()
) -> SheetsResult:
    """Write a PDF file for each worksheet with answer sheets, with one for each pupil, to `folder`.

    `decks` are deck files or their names, all of the project's if there are none. Raises
    FileNotFoundError for one that is not there, and GradeError where there is nothing to write.
    """
    check_folder(folder, project)
    with alone_in(project.journal.parent):  # a build keeps earlier sheets in the same file
        return _write_named_sheets(project, roster, folder, decks)


def _write_named_sheets(
    project: Project, roster: Path, folder: Path, decks: Sequence[str]
) -> SheetsResult:
    report = Report()
    pupils = read_class_list(roster, report)
    workspace = Workspace.of(project)
    files: list[tuple[str, str, bytes]] = []
    records: list[tuple[str, AnswerSheets]] = []
    paths = [project.deck_file(name) for name in decks] or project.deck_files()
    for path in {os.path.realpath(path): path for path in paths}.values():
        assessment = workspace.assessment(path)
        if assessment is None or not pupils or has_errors(workspace.diagnostics):
            continue
        sheets = (one for one in assessment.worksheets if one.printing.answer_sheet)
        for name, forms in itertools.groupby(sheets, key=lambda one: one.name):
            named = list(named_sheets(tuple(forms), pupils, report))
            if named and not report.has_errors:  # or nothing is written
                content, record = named_sheets_file(assessment, named)
                files.append((path.stem, name, content))
                records.append((path.stem, record))
    kept = _kept(project, records, report)
    errors_and_warnings = in_reading_order([*report.diagnostics, *workspace.diagnostics])
    errors = [one for one in errors_and_warnings if one.severity.value == "error"]
    if errors:
        return SheetsResult((), tuple(errors))
    if not files:
        raise GradeError("no worksheet has answer sheets: write `answer_sheet: true` at one")
    contents = _by_name(folder, files)
    journal = folder / ".quizgen-journal"
    recover(journal)
    save(contents, journal)
    if kept:
        save(kept, project.journal)
    return SheetsResult(tuple(contents), tuple(report.diagnostics))


def _kept(
    project: Project, records: Iterable[tuple[str, AnswerSheets]], report: Report
) -> dict[Path, bytes | None]:
    """Return the files that keep those `records` of what is printed which no build has.

    Each record has its deck's name. Report a file that cannot be read, and would be lost.
    """
    files: dict[Path, bytes | None] = {}
    for deck, record in records:
        folder = project.root / OUTPUT / deck
        path = folder / EARLIER_SHEETS
        text = (files.get(path) or b"").decode() or record_text_at(path, report)
        built = record_text_at(folder / ANSWER_SHEETS, report)
        if text is None or built is None:
            break
        kept = earlier_text(text, sheets_text(record), built)
        if kept is not None:
            files[path] = kept.encode()
    return files


def _by_name(folder: Path, files: Sequence[tuple[str, str, bytes]]) -> dict[Path, bytes | None]:
    """Return the contents of `files` by their paths in `folder`.

    Each has the names of a deck file and of a worksheet; that of the deck file is in the path
    where several have a worksheet of one name, whatever its case.
    """
    counts = Counter(name.casefold() for _, name, _ in files)
    contents: dict[Path, bytes | None] = {}
    for deck, name, content in files:
        whole = name if counts[name.casefold()] == 1 else f"{deck}-{name}"
        contents[folder / f"{whole}-answer-sheets.pdf"] = content
    return contents


def named_sheets(
    forms: Sequence[Worksheet], pupils: Iterable[Pupil], report: Report
) -> Iterator[NamedSheet]:
    """Yield a sheet for each of `pupils`: of the form that the list gives, or of the next one.

    A form that is not among `forms` is reported, and that pupil has no sheet.
    """
    by_letter = {form.form: form for form in forms}
    for pupil in with_forms(pupils, list(by_letter), report):
        name = ", ".join(filter(None, (pupil.name, pupil.class_name)))
        yield NamedSheet(by_letter[pupil.form], pupil_code(pupil), name)
