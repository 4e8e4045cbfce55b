"""Codes of practice pages are handed in: each is of a page, and has what a pupil answered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial

from quizgen.commands.grade.code_values import code_values
from quizgen.commands.grade.handed_in import HandedIn
from quizgen.commands.grade.screen_kinds import CODES, tell
from quizgen.model.answer_code import CodeError, CodeHead, decode
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.diagnostics import Report
from quizgen.readers.answer_codes import SentCode


def codes_handed_in(codes: Iterable[SentCode], report: Report) -> Iterator[HandedIn]:
    """Yield what `codes` are; report those that are damaged. Faults name no pupil."""
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
