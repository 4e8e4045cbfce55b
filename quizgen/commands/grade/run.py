"""Grades: reads scans, puts what was read with what is kept, and returns the files to write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from quizgen.commands.grade.decisions import all_decisions, fitting, settle
from quizgen.commands.grade.faulty_decks import FaultyDecksError
from quizgen.commands.grade.files import earlier_files, names_of, result_files
from quizgen.commands.grade.kept import (
    DECISIONS,
    READINGS,
    KeptFileError,
    decisions_text,
    foreign_files,
    kept_text,
    read_kept,
)
from quizgen.commands.grade.on_screen import read_screen_work, screen_outcomes
from quizgen.commands.grade.origins import AmbiguousSheetsError
from quizgen.commands.grade.outcome import SheetOutcome, count_open, outcomes
from quizgen.commands.grade.prints import known_sheets, named_records, origins_of
from quizgen.commands.grade.pupils import by_code, read_class_list, with_codes
from quizgen.commands.grade.reading import NoSheetsError, ReadSoFar, read_scans
from quizgen.commands.grade.remarks import blank_pages, printed_keys, remarks
from quizgen.commands.grade.review import ReadCrop, review_page
from quizgen.commands.grade.review_entries import Entry, entries, unread_entries
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report, has_errors
from quizgen.model.roster import Pupil
from quizgen.project.alone import alone_in
from quizgen.project.file_names import readable_name
from quizgen.project.layout import OUTPUT, Project, find_project
from quizgen.project.regular_files import read_regular
from quizgen.project.save import recover, save

MAX_CROP = 5_000_000
"""Bytes of the picture of a row."""


@dataclass(frozen=True, slots=True)
class GradeRequest:
    """What is to be graded.

    `folder` is that of the results, `scans` are files or folders, none to mark anew what was read
    before. `sheets` are files ``answer-sheets.json``, ``form-sheets.json`` and
    ``practice-sheets.json``, those of the `project` if none are given.
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


class GradeError(ValueError):
    """Raised where nothing can be graded. Its text says why, and what to do."""


def grade(
    request: GradeRequest,
    progress: Callable[[str], None] = lambda name: None,
    waits: Callable[[], None] = lambda: None,
) -> GradeResult:
    """Read the scans, mark all that was ever read into the folder, and write the results.

    `progress` is called with the name of each page that is read. Where another one grades into
    the same folder, `waits` is called, and this one begins when that has ended.

    Raises:
        GradeError: There is nothing to grade, a file is not there, or the folder is no place for
            results.
        ModuleNotFoundError: The extra ``grade`` is not installed.
    """
    check_folder(request.folder, request.project)
    _check_files([*request.scans, *request.decisions])
    with alone_in(request.folder, waits):
        return _grade(request, progress)


def _grade(request: GradeRequest, progress: Callable[[str], None]) -> GradeResult:
    report = Report()
    journal = request.folder / ".quizgen-journal"
    recover(journal)
    if others := foreign_files(request.folder):
        raise GradeError(
            f"{request.folder} has {', '.join(others[:3])}, which quizgen did not write and may "
            "replace with its results: give a folder that is new or empty, such as "
            f"--out {_other_folder(request.folder)}"
        )
    try:
        named = named_records(request.sheets, report)
        current, prints = known_sheets(request.project, named.paper, report)
        read = ReadSoFar(read_kept(request.folder))
        decisions = all_decisions(request.folder, request.decisions)
        has_sheets = bool(prints or read.kept.prints)
        work = read_screen_work(request, has_sheets, named.on_screen, report, progress)
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
    try:
        read_scans(request.scans, request.jobs, prints, read, progress)
    except NoSheetsError as error:
        raise GradeError(str(error)) from error
    if read.count:  # whatever comes next, no page has to be read again
        save({request.folder / name: content for name, content in _read_files(read)}, journal)
    if not (read.kept.readings or read.kept.unreadable or work.is_any):
        raise GradeError(
            "there is nothing to grade: name PDF files or pictures of filled-in answer sheets, "
            "filled-in PDF forms, or texts with answer codes"
        )
    decisions = fitting(with_codes(decisions, pupils), read.kept)
    settle(read.kept, decisions)
    try:
        on_screen = screen_outcomes(work, request, decisions, report)
        all_outcomes = outcomes(
            read.kept, decisions, current, request.withdrawn, origins_of(named.paper)
        )
    except AmbiguousSheetsError as error:
        raise GradeError(str(error)) from error
    except FaultyDecksError as error:
        return GradeResult((), (), (), error.errors, ())
    blank_pages(read.blank, report)
    printed_keys([*all_outcomes, *on_screen.all], report)
    typed, with_forms = on_screen.pupils(all_outcomes, pupils, report)
    open_entries = [
        *unread_entries(read.kept.unreadable.values()),
        *entries([*all_outcomes, *on_screen.all], decisions, _unlisted(typed, pupils)),
    ]
    withdrawn = _of_sheets(request.withdrawn, on_screen.all)
    remarks(all_outcomes, read.kept, pupils, withdrawn, report, with_forms, on_screen.all)
    all_outcomes += on_screen.all

    names: dict[str, bytes | None] = {
        READINGS: kept_text(read.kept),
        "review.html": review_page(open_entries, _crop_reader(request.folder), decisions),
        **result_files(all_outcomes, pupils, typed),
        **dict(work.files()),
        **({DECISIONS: decisions_text(decisions)} if decisions else {}),
    }
    known = {*on_screen.names, *names_of(read.kept.prints)}
    names |= earlier_files(request.folder, known, names)
    files = {request.folder / name: content for name, content in names.items()}
    save(files, journal)
    return GradeResult(
        tuple(all_outcomes),
        tuple(open_entries),
        tuple(read.kept.unreadable.values()),
        tuple(report.diagnostics),
        tuple(path for path, content in files.items() if content),
        read.count,
    )


def _check_files(paths: Iterable[Path]) -> None:
    """Raise GradeError where some of `paths` are not there."""
    missing = [readable_name(path.as_posix()) for path in paths if not os.path.lexists(path)]
    if missing:
        raise GradeError(
            f"there is no {', '.join(missing)}: check the names. Nothing was read or written"
        )


def _other_folder(folder: Path) -> str:
    """Return the name of a folder for results that is not `folder`."""
    return next(name for name in ("results", "graded") if name != folder.name)


def _unlisted(typed: Mapping[str, Pupil], listed: Mapping[str, Pupil]) -> set[str]:
    """Return the names that were typed and are nobody's in the class list, where there is one."""
    known = set(map(id, listed.values()))
    return {name for name, pupil in typed.items() if id(pupil) not in known} if known else set()


def _crop_reader(folder: Path) -> ReadCrop:
    """Return what reads the pictures of rows and pages in the `folder` of results."""

    def crop(name: str) -> bytes | None:
        try:
            return read_regular(folder / name, MAX_CROP, anywhere=True)
        except OSError:
            return None

    return crop


def _read_files(read: ReadSoFar) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the files that keep what was read."""
    yield READINGS, kept_text(read.kept)
    yield from read.crops.items()
    read.crops.clear()


def _of_sheets(withdrawn: Iterable[str], on_screen: Iterable[SheetOutcome]) -> tuple[str, ...]:
    """Return those of `withdrawn` that stand on no page or form that was read."""
    names = {question.name for one in on_screen for question in one.sheets.questions}
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
                        f"so give another folder, such as --out {_other_folder(path)}"
                    )
        if places & _both(one.root):
            raise GradeError("give a folder of its own for the results, such as --out results")


def _both(path: Path) -> set[Path]:
    """Return `path` as it is named and where its links lead."""
    return {Path(os.path.abspath(path)), Path(os.path.realpath(path))}
