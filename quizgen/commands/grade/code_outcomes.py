"""Codes of practice pages become results: each with the page that a deck file makes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from quizgen.commands.grade.analysis import analysed
from quizgen.commands.grade.attempts import NO_DECISIONS, Attempt, Decisions, PageDecisions, or_drop
from quizgen.commands.grade.code_marking import code_question, judged, marked_answer
from quizgen.commands.grade.kept import CODES, damaged, read_record
from quizgen.commands.grade.marking import Result
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.pupils import folded, pupil_code
from quizgen.commands.workspace import Workspace
from quizgen.model.answer_code import CodeError, CodeHead, decode
from quizgen.model.answer_sheets.geometry import (
    AnswerSheetLayout,
    Box,
    BubbleRow,
    FieldKind,
    PageLayout,
)
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.records import AnswerSheets, count_of, record_text, text_of
from quizgen.model.assessment import Worksheet
from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil
from quizgen.model.source import in_file
from quizgen.project.file_names import readable_name
from quizgen.project.layout import Project
from quizgen.readers.answer_codes import SentCode, read_codes
from quizgen.writers.practice.deck_part import PRACTICE

_NO_BOX = Box(0, 0, 0, 0)
_ASK_AGAIN = "ask for the code again, copied as a whole; what stands on other lines is graded"
_IN_ITS_PROJECT = "grade it in the project as it was when that page was built"


class CodePage(NamedTuple):
    """A page without a key, the language of its bank, and the name of its deck file."""

    sheet: Worksheet
    language: str
    deck: str = ""


Pages = Mapping[tuple[str, str], CodePage]
"""Pages by their digests and forms."""


def pages_of(
    project: Project | None, workspace: Workspace | None = None
) -> dict[tuple[str, str], CodePage]:
    """Return the pages without a key that the deck files of `project` make, in a `workspace`."""
    pages = {}
    workspace = workspace or Workspace.of(project)
    for path in project.deck_files() if project else ():
        assessment = workspace.assessment(path)
        if assessment is None:
            continue
        for quiz in PRACTICE.of(assessment) or ():
            if not quiz.has_key:
                sheet = quiz.worksheet
                page = CodePage(sheet, assessment.bank.language, path.stem)
                pages[sheet.digest, sheet.form] = page
    return pages


def all_codes(paths: Iterable[Path], folder: Path, report: Report) -> list[SentCode]:
    """Return what was sent before and the codes in the files at `paths`; report the faults."""
    codes = [*_kept_codes(folder / CODES)]
    known = {one.code: (one.source, one.line) for one in codes}
    for path in paths:
        try:
            sent = read_codes(path)
        except OSError as error:
            why = f"the file cannot be read: {error.strerror or error}"
            sent = [SentCode(readable_name(path.name), 1, "", why)]
        for one in sent:
            before = known.get(one.code)
            if one.why:
                _wrong(one, one.why, report)
            elif before is None:
                codes.append(one)
                known[one.code] = one.source, one.line
            elif before != (one.source, one.line):
                report.warning(
                    "second-code",
                    in_file(one.source, one.line),
                    f"this code stands in {before[0]}:{before[1]} too",
                    "it counts once",
                )
    return codes


def codes_text(codes: Iterable[SentCode]) -> bytes:
    """Return the content of the file that keeps `codes`."""
    record = {"codes": [[one.source, one.line, one.code] for one in codes]}
    return record_text(record).encode()


def _kept_codes(path: Path) -> list[SentCode]:
    if not os.path.lexists(path):
        return []
    record = read_record(path)
    try:
        return [
            SentCode(text_of(source), count_of(line), text_of(code))
            for source, line, code in record["codes"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path) from error


def code_outcomes(
    codes: Iterable[SentCode],
    pages: Pages,
    withdrawn: Iterable[str],
    decisions: Decisions,
    report: Report,
) -> list[SheetOutcome]:
    """Return the results of each page that `codes` are of. Faults name no pupil.

    Answers that no rule judges have the points of `decisions`.
    """
    left_out = frozenset(withdrawn)
    results: dict[str, list[Result]] = {}
    for one in codes:
        key = ""
        try:
            code = decode(one.code)
            page = pages.get((code.head.digest, code.head.form))
            key = _reading(one, code.head).key
            decided = decisions.get(key, NO_DECISIONS)
            if decided.is_dropped:
                continue
            if page is None:
                why = "no deck file makes its page: it is of another build"
                _wrong(one, why, report, key, _IN_ITS_PROJECT)
                continue
            answers = code.answers(page.sheet.questions)
            result = _result(one, code.head, page, answers, left_out, decided)
        except CodeError as error:
            _wrong(one, str(error), report, key)
            continue
        results.setdefault(code.head.digest, []).append(result)
    return [_outcome(pages, digest, of_page, left_out) for digest, of_page in results.items()]


def code_pupils(
    outcomes: Sequence[SheetOutcome],
    known: Collection[Pupil],
    report: Report,
    noun: str = "code",
    elsewhere: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> dict[str, Pupil]:
    """Return the pupils by the names in codes: those of the class list `known` where they fit.

    `noun` is what was handed in, and `elsewhere` has the identities of pupils who have handed in
    something else of a worksheet, by its digest: nothing of theirs is missing.
    """
    listed: dict[str, list[Pupil]] = {}
    for pupil in {id(one): one for one in known}.values():
        for key in {folded(pupil.name), folded(pupil.id), folded(pupil_code(pupil))} - {""}:
            listed.setdefault(key, []).append(pupil)
    pupils = {}
    for result in (result for outcome in outcomes for result in outcome.results):
        name, page = result.attempt.pupil, result.attempt.pages[1]
        fitting = listed.get(folded(name), [])
        if name:
            pupils[name] = fitting[0] if len(fitting) == 1 else Pupil(name)
        if listed and len(fitting) != 1:
            what = f"the name in this {noun} is not in the class list"
            if fitting:
                what = f"the name in this {noun} stands twice in the class list"
            elif not name:
                what = f"this {noun} has no name"
            report.warning(
                "unknown-pupil",
                in_file(page.source, page.number),
                what,
                "its row in the results has the name as it was typed",
            )
    for outcome in outcomes:
        _missing(outcome, pupils, known, report, noun, elsewhere)
    return pupils


def _missing(
    outcome: SheetOutcome,
    by_name: Mapping[str, Pupil],
    known: Iterable[Pupil],
    report: Report,
    noun: str,
    elsewhere: Mapping[str, Collection[int]],
) -> None:
    """Report who is in the class list and has handed in nothing."""
    seen = {id(by_name.get(result.attempt.pupil)) for result in outcome.results}
    seen |= set(elsewhere.get(outcome.digest, ()))
    for pupil in {id(one): one for one in known}.values():
        if id(pupil) not in seen:
            report.warning(
                "missing-pupil",
                pupil.span,
                f"there is no {noun} of {outcome.worksheet!r} of pupil "
                + (pupil.id or f"on line {pupil.span.line}"),
                "the pupil has sent none, or has typed another name: see the names in the results",
            )


def _result(
    sent: SentCode,
    head: CodeHead,
    page: CodePage,
    answers: Iterable[tuple[bool, ...] | tuple[int, ...] | tuple[str, ...]],
    withdrawn: frozenset[str],
    decided: PageDecisions,
) -> Result:
    name = head.name if decided.pupil is None else decided.pupil
    attempt = Attempt(name, sheet_layout(page.sheet), {1: _reading(sent, head)})
    marked = {}
    pairs = zip(page.sheet.questions, answers, strict=True)
    for row, (question, answer) in enumerate(pairs):
        one = marked_answer(question, answer, page.language)
        marked[question.item.name] = judged(one, question.item.points, decided.rows.get(row, ()))
    return Result(attempt, {name: one for name, one in marked.items() if name not in withdrawn})


def _reading(sent: SentCode, head: CodeHead) -> PageReading:
    code = PageCode(head.digest, head.form, "", 1, 1)
    digest = hashlib.sha256(sent.code.encode()).hexdigest()
    return PageReading(sent.source, sent.line, code, (), digest=digest)


def sheet_layout(sheet: Worksheet) -> AnswerSheetLayout:
    """Return a sheet without circles: what tables and reports need of the page."""
    rows = [
        BubbleRow(question.item.name, str(question.number), 0, FieldKind.POINTS, ())
        for question in sheet.questions
    ]
    page = PageLayout(tuple(rows), _NO_BOX, _NO_BOX)
    width, height = sheet.printing.paper.millimetres
    return AnswerSheetLayout(sheet.name, sheet.digest, sheet.form, "", width, height, 0, (page,))


def _outcome(
    pages: Pages, digest: str, results: list[Result], withdrawn: frozenset[str]
) -> SheetOutcome:
    forms = [page for (of, _), page in pages.items() if of == digest]
    sheet, language = forms[0][:2]
    questions = {
        question.item.name: code_question(question, "")
        for question in sheet.questions
        if question.item.name not in withdrawn
    }
    titles = {sheet.name: sheet.title.plain}
    layouts = tuple(sheet_layout(form.sheet) for form in forms)
    sheets = AnswerSheets(layouts, tuple(questions.values()), {}, titles, language)
    analysis = analysed(sheet.name, results, questions)
    return SheetOutcome(sheets, questions, tuple(results), analysis, (), is_of_codes=True)


def _wrong(code: SentCode, why: str, report: Report, key: str = "", help: str = _ASK_AGAIN) -> None:
    place = in_file(code.source, code.line)
    report.warning("unreadable-code", place, why, help + or_drop(key))


def decks_of(codes: Iterable[SentCode], pages: Pages, decisions: Decisions) -> Iterator[str | None]:
    """Yield the names of the decks that `codes` are of, None for one that no deck makes.

    What `decisions` drop and what is damaged is of no deck.
    """
    for one in codes:
        try:
            head = decode(one.code).head
        except CodeError:
            continue
        if not decisions.get(_reading(one, head).key, NO_DECISIONS).is_dropped:
            page = pages.get((head.digest, head.form))
            yield page.deck if page else None
