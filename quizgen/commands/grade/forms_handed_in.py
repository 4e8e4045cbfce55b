"""Filled-in forms are handed in: each is of a worksheet, and has what a pupil chose and typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from quizgen.commands.grade.filled_forms import SentForm
from quizgen.commands.grade.form_marking import Values
from quizgen.commands.grade.handed_in import HandedIn
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.records import AnswerSheets


def forms_handed_in(forms: Iterable[SentForm]) -> Iterator[HandedIn]:
    """Yield what `forms` are."""
    for form in forms:
        yield HandedIn(_reading(form), form.name, partial(_values, form))


def _reading(form: SentForm) -> PageReading:
    """Return what decisions know `form` by."""
    code = PageCode(form.root.digest, form.root.form, "", 1, 1)
    return PageReading(form.source, 1, code, (), digest=form.digest)


def _values(form: SentForm, sheets: AnswerSheets, layout: AnswerSheetLayout) -> Values:
    return form.values
