"""Grades: reads scans, puts what was read with what is kept, and returns the files to write."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path

from quizgen.commands.grade.attempts import PageDecisions, page_key
from quizgen.commands.grade.files import result_files
from quizgen.commands.grade.form_outcomes import form_entries
from quizgen.commands.grade.kept import (
    CROPS,
    DECISIONS,
    READINGS,
    Kept,
    KeptFileError,
    Prints,
    crop_name,
    decisions_text,
    kept_text,
    merged,
    read_decisions,
    read_kept,
    read_sheets,
)
from quizgen.commands.grade.on_screen import read_screen_work, screen_outcomes
from quizgen.commands.grade.origins import AmbiguousSheetsError, check_prints
from quizgen.commands.grade.outcome import SheetOutcome, count_open, outcomes
from quizgen.commands.grade.pupils import by_code, read_class_list
from quizgen.commands.grade.remarks import remarks
from quizgen.commands.grade.review import Entry, entries, review_page
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report, has_errors
from quizgen.model.roster import Pupil
from quizgen.project.file_names import ANSWER_SHEETS
from quizgen.project.layout import OUTPUT, Project, find_project
from quizgen.project.regular_files import read_regular
from quizgen.project.save import recover, save

MAX_CROP = 5_000_000
"""Bytes of the picture of a row."""


@dataclass(frozen=True, slots=True)
class GradeRequest:
    """What is to be graded.

    `folder` is that of the results, `scans` are files or folders, none to mark anew what was read
    before. `sheets` are files ``answer-sheets.json``, those of the `project` if none are given.
    `decisions` are further files of decisions, and `withdrawn` names of questions that do not
    count.
    """

    folder: Path
    scans: tuple[Path, ...] = ()
    sheets: tuple[Path, ...] = ()
    project: Project | None = None
    roster: Path | None = None
    withdrawn: tuple[str, ...] = ()
    decisions: tuple[Path, ...] = ()
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class GradeResult:
    """What came of it. `entries` are what a person has to decide, `files` what was written.

    There are none where a diagnostic is an error.
    """

    outcomes: tuple[SheetOutcome, ...]
    entries: tuple[Entry, ...]
    unreadable: tuple[UnreadablePage, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...]
    pages: int = 0

    @property
    def count_open(self) -> int:
        """How many answers are open."""
        return count_open(self.outcomes)


@dataclass()
class _Read:
    """What is read so far: readings, and pictures by their names in the folder."""

    kept: Kept
    crops: dict[str, bytes] = field(default_factory=dict)


class GradeError(ValueError):
    """Raised where nothing can be graded. Its text says why, and what to do."""


def grade(
    request: GradeRequest, progress: Callable[[str], None] = lambda name: None
) -> GradeResult:
    """Read the scans, mark all that was ever read into the folder, and write the results.

    `progress` is called with the name of each page that is read.

    Raises:
        GradeError: There is nothing to grade, or the folder is no place for results.
        ModuleNotFoundError: The extra ``grade`` is not installed.
    """
    check_folder(request.folder, request.project)
    report = Report()
    journal = request.folder / ".quizgen-journal"
    recover(journal)
    try:
        current = _current_sheets(request)
        read = _Read(read_kept(request.folder))
        decisions = _decisions(request)
        has_sheets = bool(current or read.kept.prints)
        work = read_screen_work(request, has_sheets, report, progress)
        request = replace(request, scans=work.scans)
    except (KeptFileError, AmbiguousSheetsError) as error:
        raise GradeError(str(error)) from error
    pupils: Mapping[str, Pupil] = {}
    if request.roster is not None:
        of_list = Report()
        pupils = by_code(read_class_list(request.roster, of_list))
        report.diagnostics += of_list.diagnostics
        if has_errors(of_list.diagnostics):
            return GradeResult((), (), (), tuple(report.diagnostics), ())
    pages = _read_scans(request, current, read, progress)
    if not (read.kept.readings or read.kept.unreadable or work.is_any):
        raise GradeError(
            "there is nothing to grade: name PDF files or pictures of filled-in answer sheets, "
            "filled-in PDF forms, or texts with answer codes"
        )
    on_screen = screen_outcomes(work, request, decisions, report)
    decisions = _fitting(decisions, read.kept)
    try:
        all_outcomes = outcomes(read.kept, decisions, current, request.withdrawn)
    except AmbiguousSheetsError as error:
        raise GradeError(str(error)) from error
    open_entries = [*entries(all_outcomes, decisions), *form_entries(on_screen.of_forms)]
    names, with_forms = on_screen.pupils(all_outcomes, pupils, report)
    withdrawn = _of_sheets(request.withdrawn, itertools.chain(*on_screen))
    remarks(all_outcomes, read.kept, pupils, withdrawn, report, with_forms)
    pupils = {**names, **pupils}
    all_outcomes += itertools.chain(*on_screen)

    def crop(name: str) -> bytes | None:
        if name in read.crops:
            return read.crops[name]
        try:
            return read_regular(request.folder / name, MAX_CROP, anywhere=True)
        except OSError:
            return None

    files: dict[Path, bytes | None] = {
        request.folder / READINGS: kept_text(read.kept),
        request.folder / "review.html": review_page(open_entries, crop, decisions),
        **{request.folder / name: content for name, content in read.crops.items()},
        **{
            request.folder / name: content
            for name, content in result_files(all_outcomes, pupils).items()
        },
        **dict(work.files(request.folder)),
    }
    if decisions:
        files[request.folder / DECISIONS] = decisions_text(decisions)
    save(files, journal)
    return GradeResult(
        tuple(all_outcomes),
        tuple(open_entries),
        tuple(read.kept.unreadable.values()),
        tuple(report.diagnostics),
        tuple(path for path in files if path.parent.name != CROPS),
        pages,
    )


def _of_sheets(withdrawn: Iterable[str], on_screen: Iterable[SheetOutcome]) -> tuple[str, ...]:
    """Return those of `withdrawn` that stand on no page or form that was read."""
    names = {r.question for o in on_screen for r in o.sheets.layouts[0].pages[0].fields}
    return tuple(name for name in withdrawn if name not in names)


def check_folder(path: Path, project: Project | None) -> None:
    """Raise GradeError where what names pupils would get among the files of a project."""
    if path.exists() and not path.is_dir():
        raise GradeError(f"{path} is a file: name a folder for the results")
    places = _both(path)
    projects = {project, *(find_project(place) for place in places)}
    for one in filter(None, projects):
        for part in (one.banks, one.decks, one.root / OUTPUT):
            for folder in _both(part):
                if any(folder == place or folder in place.parents for place in places):
                    raise GradeError(
                        f"{path} is in {part.name}/, which others get: results name pupils, "
                        "so give another folder, such as --out results"
                    )
        if places & _both(one.root):
            raise GradeError("give a folder of its own for the results, such as --out results")


def _both(path: Path) -> set[Path]:
    """Return `path` as it is named and where its links lead."""
    return {Path(os.path.abspath(path)), Path(os.path.realpath(path))}


def _current_sheets(request: GradeRequest) -> Prints:
    paths: Iterable[Path] = request.sheets
    if not request.sheets and request.project:
        paths = sorted((request.project.root / OUTPUT).glob(f"*/{ANSWER_SHEETS}"))
    prints: Prints = {}
    for path in paths:
        for digest, sheets in read_sheets(path).items():
            check_prints(sheets, prints.get(digest))
            prints[digest] = sheets
    return prints


def _decisions(request: GradeRequest) -> dict[str, PageDecisions]:
    decisions: dict[str, PageDecisions] = {}
    kept_file = request.folder / DECISIONS
    for path in ([kept_file] if kept_file.exists() else []) + list(request.decisions):
        decisions = merged(decisions, read_decisions(path))
    return decisions


def _fitting(decisions: Mapping[str, PageDecisions], kept: Kept) -> dict[str, PageDecisions]:
    """Return `decisions` without those about rows and values that are not on the page."""
    fitting = dict(decisions)
    for reading in kept.readings.values():
        decided = decisions.get(page_key(reading))
        if decided is None:
            continue
        code = reading.code
        layout = kept.prints[code.digest].by_key[code.digest, code.form, code.edition]
        fields = layout.pages[code.page - 1].fields
        rows = {
            row: values
            for row, values in decided.rows.items()
            if 0 <= row < len(fields) and set(values) <= {b.value for b in fields[row].bubbles}
        }
        fitting[page_key(reading)] = replace(decided, rows=rows)
    return fitting


def _read_scans(
    request: GradeRequest, current: Prints, read: _Read, progress: Callable[[str], None]
) -> int:
    """Read all scans into `read`, and return how many pages they have."""
    if not request.scans:
        return 0
    from quizgen.readers.scans.page import ReadPage
    from quizgen.readers.scans.pages import PageSource, all_page_sources, content_digest
    from quizgen.readers.scans.pool import read_pages

    prints = {**current, **read.kept.prints}
    if not prints:
        raise GradeError(
            "there are no answer sheets to compare with: write `answer_sheet: true` at a worksheet "
            f"and run quizgen build, or name the file {ANSWER_SHEETS} of the build with --sheets"
        )
    layouts = {key: one for sheets in prints.values() for key, one in sheets.by_key.items()}

    def sources() -> Iterable[PageSource]:
        for source in all_page_sources(request.scans):
            if isinstance(source, PageSource):
                yield source
            else:
                path, why = source
                read.kept.add_unreadable(UnreadablePage(path.name, 0, why, content_digest(path)))

    count = 0
    for source, page in read_pages(sources(), layouts, request.jobs):
        count += 1
        progress(f"{source.label}, page {source.page + 1}")
        if isinstance(page, ReadPage):
            reading = read.kept.add(replace(page.reading, digest=source.digest))
            digest = reading.code.digest
            read.kept.prints.setdefault(digest, prints[digest])
            key = page_key(reading)
            if page.name:
                read.crops[crop_name(key, "name")] = page.name
            for row, content in page.crops.items():
                read.crops[crop_name(key, str(row))] = content
        else:
            read.kept.add_unreadable(page._replace(digest=source.digest))
    return count
