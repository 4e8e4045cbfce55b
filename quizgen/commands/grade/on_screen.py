"""What is handed in without paper: answer codes, and PDF forms that pupils have filled in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from quizgen.commands.grade.attempts import NO_DECISIONS, Decisions
from quizgen.commands.grade.codes_handed_in import codes_handed_in
from quizgen.commands.grade.faulty_decks import FaultyDecksError
from quizgen.commands.grade.files import names_of
from quizgen.commands.grade.filled_forms import SentForm, part_forms, with_kept
from quizgen.commands.grade.forms_handed_in import forms_handed_in
from quizgen.commands.grade.handed_in import HandedIn, screen_outcomes_of
from quizgen.commands.grade.kept import CODES as KEPT_CODES
from quizgen.commands.grade.kept import FORMS as KEPT_FORMS
from quizgen.commands.grade.kept_codes import codes_text, kept_codes, with_kept_codes
from quizgen.commands.grade.kept_forms import faulty_left, forms_text, kept_forms
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.remarks import pupils_of
from quizgen.commands.grade.screen_kinds import CODES, FORMS, tell
from quizgen.commands.grade.screen_prints import NO_PRINTS, Decks, ScreenPrints
from quizgen.commands.grade.second_ones import report_second_ones
from quizgen.commands.grade.typed_pupils import typed_pupils
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil
from quizgen.model.source import in_file
from quizgen.project.file_names import readable_name
from quizgen.project.layout import Project
from quizgen.readers.answer_codes import SUFFIXES, SentCode


class Request(Protocol):
    """What is needed of a request to grade."""

    @property
    def folder(self) -> Path:
        """Return the folder of the results."""

    @property
    def scans(self) -> tuple[Path, ...]:
        """Return all files and folders that are to be graded."""

    @property
    def roster(self) -> Path | None:
        """Return the class list."""

    @property
    def project(self) -> Project | None:
        """Return the project whose worksheets and pages were handed out."""

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Return the names of questions that do not count."""

    @property
    def jobs(self) -> int:
        """Return how many processes may read."""


class ScreenWork(NamedTuple):
    """Codes and forms, with those of before, and the `pages` and `worksheets` they may be of.

    `scans` are the files that are neither. `is_any`: there is something, or should have been.
    """

    codes: list[SentCode]
    pages: ScreenPrints
    forms: list[SentForm]
    worksheets: ScreenPrints
    scans: tuple[Path, ...]
    is_any: bool
    faulty: Sequence[UnreadablePage] = ()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the names and contents of the files that keep what was handed in."""
        if self.codes:
            yield KEPT_CODES, codes_text(self.codes, self.pages.to_keep)
        if self.forms or self.faulty:
            yield KEPT_FORMS, forms_text(self.forms, self.worksheets.to_keep, self.faulty)


def read_screen_work(
    request: Request,
    has_answer_sheets: bool,
    named: Sequence[AnswerSheets],
    report: Report,
    progress: Callable[[str], None],
) -> ScreenWork:
    """Read codes and forms among the files of `request`; report those that cannot be used.

    `named` are records of worksheets and pages that a person has named.

    Raises:
        KeptFileError: What was read before is damaged.
    """
    code_files = _code_files(request, report)
    before = kept_codes(request.folder)
    codes = with_kept_codes(before.codes, code_files, report)
    others = [path for path in request.scans if path not in code_files]
    kept = kept_forms(request.folder)
    has_forms = bool(kept.forms or kept.faulty or others)
    is_code = bool(codes or code_files)
    if not (codes or has_forms):
        return ScreenWork([], NO_PRINTS, [], NO_PRINTS, (), is_code)
    decks = Decks(request.project, named, report)
    pages = decks.pages(before.prints) if codes else NO_PRINTS
    if not has_forms:
        return ScreenWork(codes, pages, [], NO_PRINTS, (), is_code)
    worksheets = decks.forms(kept.prints)
    new, scans, new_faulty, are_left = part_forms(
        others,
        decks.on_screen_alone,
        request.jobs,
        report,
        progress,
        has_answer_sheets=has_answer_sheets,
    )
    forms = with_kept(kept.forms, new, report)
    faulty = faulty_left(kept.faulty, new_faulty, new)
    is_any = bool(is_code or forms or faulty) or are_left
    return ScreenWork(codes, pages, forms, worksheets, scans, is_any, faulty)


def _code_files(request: Request, report: Report) -> list[Path]:
    """Return the files that codes are looked for in; report those in folders that nobody reads."""
    from quizgen.readers.scans.pages import folder_files, is_scan

    folders = [path for path in request.scans if path.is_dir()]
    named = [path for path in request.scans if path.suffix.lower() in SUFFIXES]
    files = [path for path in named if path not in folders]
    rosters = {os.path.realpath(request.roster)} if request.roster else set()
    for folder in folders:
        for path in folder_files(folder):
            if path.suffix.lower() in SUFFIXES:
                files += [] if os.path.realpath(path) in rosters else [path]
            elif not is_scan(path) and os.path.realpath(path) not in rosters:
                report.warning(
                    "unread-file",
                    in_file(readable_name(path.as_posix())),
                    "it is neither a PDF file, a picture, nor a text with answer codes",
                    "save what a pupil has handed in as PDF, JPEG or .eml; unpack an archive; "
                    "move away what is nobody's work",
                )
    return files


class ScreenOutcomes(NamedTuple):
    """The results of codes, and those of forms. `names` are of all that they could be of."""

    of_codes: list[SheetOutcome]
    of_forms: list[SheetOutcome]
    names: frozenset[tuple[str, str]] = frozenset()
    """Worksheets, each with its digest."""

    @property
    def all(self) -> list[SheetOutcome]:
        """The results of both."""
        return [*self.of_codes, *self.of_forms]

    def pupils(
        self, on_paper: Sequence[SheetOutcome], listed: Mapping[str, Pupil], report: Report
    ) -> tuple[dict[str, Pupil], dict[str, set[int]]]:
        """Return the pupils by the names that they have typed, and who has filled in a form.

        The second are identities of those `listed`, by the digest of the worksheet. Report names
        that are not listed, and who has handed in nothing, `on_paper` neither.
        """
        papers: dict[str, set[int]] = {}
        for one in on_paper:
            papers.setdefault(one.digest, set()).update(pupils_of(one, listed))
        known = listed.values()
        by_form = typed_pupils(self.of_forms, known, report, "form", papers)
        by_code = typed_pupils(self.of_codes, known, report)
        for outcomes, pupils in ((self.of_forms, by_form), (self.of_codes, by_code)):
            report_second_ones(outcomes, pupils, on_paper, listed, report)
        forms = {one.digest: pupils_of(one, by_form) for one in self.of_forms}
        return {**by_form, **by_code}, forms


def screen_outcomes(
    work: ScreenWork, request: Request, decisions: Decisions, report: Report
) -> ScreenOutcomes:
    """Return the results of `work`, with the points that `decisions` give for open answers.

    Raises:
        AmbiguousSheetsError: Several decks could have the keys.
        FaultyDecksError: A deck file that it is of has an error.
    """
    codes = list(codes_handed_in(work.codes, report))
    of_codes = screen_outcomes_of(CODES, codes, work.pages, decisions, request.withdrawn, report)
    for one in work.faulty:
        if not decisions.get(one.key, NO_DECISIONS).is_dropped:
            tell(FORMS, (one.source, 1), one.why, report, one.key)
    forms = list(forms_handed_in(work.forms))
    of_forms = screen_outcomes_of(
        FORMS, forms, work.worksheets, decisions, request.withdrawn, report
    )
    errors = work.pages.errors_for(_counting_digests(codes, decisions))
    errors = errors or work.worksheets.errors_for(_counting_digests(forms, decisions))
    if errors:
        raise FaultyDecksError(errors)
    names = names_of(work.pages.known) | names_of(work.worksheets.known)
    names |= {("", one.reading.code.digest) for one in forms}
    return ScreenOutcomes(of_codes, of_forms, frozenset(names))


def _counting_digests(handed_in: Iterable[HandedIn], decisions: Decisions) -> Iterator[str]:
    """Yield the digests of what `handed_in` are of; of what is dropped none."""
    for one in handed_in:
        if not decisions.get(one.reading.key, NO_DECISIONS).is_dropped:
            yield one.reading.code.digest
