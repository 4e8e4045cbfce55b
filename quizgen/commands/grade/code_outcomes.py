"""Codes of practice pages become results: each by what was handed out, with the key of today."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial

from quizgen.commands.grade.attempts import NO_DECISIONS, Decisions
from quizgen.commands.grade.code_values import code_values
from quizgen.commands.grade.handed_in import HandedIn, screen_outcomes_of
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.screen_kinds import CODES, tell
from quizgen.commands.grade.screen_prints import ScreenPrints
from quizgen.model.answer_code import CodeError, CodeHead, decode
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.diagnostics import Report
from quizgen.readers.answer_codes import SentCode


def code_outcomes(
    codes: Iterable[SentCode],
    pages: ScreenPrints,
    withdrawn: Iterable[str],
    decisions: Decisions,
    report: Report,
) -> list[SheetOutcome]:
    """Return the results of each page that `codes` are of. Faults name no pupil.

    Answers that no rule judges have the points of `decisions`.

    Raises:
        AmbiguousSheetsError: Several decks could have the keys.
    """
    handed_in = _handed_in(codes, report)
    return screen_outcomes_of(CODES, handed_in, pages, decisions, withdrawn, report)


def counting_digests(codes: Iterable[SentCode], decisions: Decisions) -> Iterator[str]:
    """Yield the digests of the pages that `codes` are of; of what is damaged or dropped none."""
    for one in _handed_in(codes, Report()):
        if not decisions.get(one.reading.key, NO_DECISIONS).is_dropped:
            yield one.reading.code.digest


def _handed_in(codes: Iterable[SentCode], report: Report) -> Iterator[HandedIn]:
    """Yield what `codes` are; report those that are damaged."""
    for one in codes:
        try:
            code = decode(one.code)
        except CodeError as error:
            tell(CODES, (one.source, one.line), str(error), report)
            continue
        yield HandedIn(_reading(one, code.head), code.head.name, partial(code_values, code))


def _reading(sent: SentCode, head: CodeHead) -> PageReading:
    code = PageCode(head.digest, head.form, "", 1, 1)
    digest = hashlib.sha256(sent.code.encode()).hexdigest()
    return PageReading(sent.source, sent.line, code, (), digest=digest)
