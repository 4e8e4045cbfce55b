"""Filled-in forms become results: each by what was handed out, with the key of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from quizgen.commands.grade.attempts import Decisions
from quizgen.commands.grade.filled_forms import SentForm
from quizgen.commands.grade.form_marking import Values
from quizgen.commands.grade.handed_in import HandedIn, screen_outcomes_of
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.screen_kinds import FORMS
from quizgen.commands.grade.screen_prints import ScreenPrints
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Report


def form_outcomes(
    forms: Iterable[SentForm],
    prints: ScreenPrints,
    decisions: Decisions,
    withdrawn: Iterable[str],
    report: Report,
) -> list[SheetOutcome]:
    """Return the results of each worksheet that `forms` are of. Faults name no pupil.

    Raises:
        AmbiguousSheetsError: Several decks could have the keys.
    """
    return screen_outcomes_of(FORMS, _handed_in(forms), prints, decisions, withdrawn, report)


def reading_of(form: SentForm) -> PageReading:
    """Return what decisions know `form` by."""
    code = PageCode(form.root.digest, form.root.form, "", 1, 1)
    return PageReading(form.source, 1, code, (), digest=form.digest)


def _handed_in(forms: Iterable[SentForm]) -> Iterator[HandedIn]:
    for form in forms:
        yield HandedIn(reading_of(form), form.name, partial(_values, form))


def _values(form: SentForm, sheets: AnswerSheets, layout: AnswerSheetLayout) -> Values:
    return form.values
