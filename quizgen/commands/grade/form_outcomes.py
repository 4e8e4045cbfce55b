"""Filled-in forms become results: each by what was handed out, with the key of today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from quizgen.commands.grade.analysis import analysed
from quizgen.commands.grade.attempts import (
    NO_DECISIONS,
    Attempt,
    Decisions,
    PageDecisions,
    page_key,
)
from quizgen.commands.grade.code_marking import judged
from quizgen.commands.grade.filled_forms import SentForm, tell
from quizgen.commands.grade.form_marking import marked_form_answer
from quizgen.commands.grade.form_prints import FormPrints
from quizgen.commands.grade.kept import Prints
from quizgen.commands.grade.marking import MarkedAnswer, Result, current_questions
from quizgen.commands.grade.origins import today_of
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.model.answer_code import CodeError
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Report
from quizgen.project.file_names import FORM_SHEETS

_IN_ITS_PROJECT = (
    f"grade it in the project whose build was handed out, with that build's {FORM_SHEETS}"
)


class _Marked:
    """A worksheet that was handed out as `printed`, with its keys of today."""

    def __init__(self, printed: AnswerSheets, today: Prints, withdrawn: Collection[str]) -> None:
        self.printed = printed
        current, shares = today_of(printed, today)
        self.questions, self.changed, self.gone = current_questions(printed, current, withdrawn)
        self.shares: Mapping[str, bool] = shares
        self.has_key = current is not None
        self.results: list[Result] = []

    def answers(
        self, form: SentForm, layout: AnswerSheetLayout, decided: PageDecisions
    ) -> dict[str, MarkedAnswer]:
        """Return the answers of `form`; what is open has the points that a person has given."""
        shares = self.shares.get(layout.worksheet, True)
        answers, language = {}, self.printed.language
        for number, row in enumerate(layout.pages[0].fields):
            question = self.questions.get(row.question)
            if question is None:
                continue
            marked = marked_form_answer(question, row, form.values, language, shares=shares)
            given = decided.rows.get(number, ())
            answers[question.name] = judged(marked, question.points, given)
        return answers

    def outcome(self) -> SheetOutcome:
        """Return the results so far."""
        worksheet, questions = self.printed.layouts[0].worksheet, self.questions
        analysis = analysed(worksheet, self.results, questions)
        changed, gone = tuple(self.changed), tuple(self.gone)
        outcome = SheetOutcome(
            self.printed, questions, tuple(self.results), analysis, changed, gone, self.has_key
        )
        return replace(outcome, is_of_forms=True)


def form_outcomes(
    forms: Iterable[SentForm],
    prints: FormPrints,
    decisions: Decisions,
    withdrawn: Iterable[str],
    report: Report,
) -> list[SheetOutcome]:
    """Return the results of each worksheet that `forms` are of. Faults name no pupil.

    Raises AmbiguousSheetsError.
    """
    left_out = frozenset(withdrawn)
    sheets: dict[str, _Marked] = {}
    for one in forms:
        reading = reading_of(one)
        decided = decisions.get(page_key(reading), NO_DECISIONS)
        if decided.is_dropped:
            continue
        printed = prints.known.get(one.root.digest)
        layout = printed.layout_for(reading.code) if printed else None
        if printed is None or layout is None:
            why = "no record says what stands on it: it is of another build"
            tell(one.source, why, report, reading.key, _IN_ITS_PROJECT)
            continue
        if one.root.digest in prints.rivals:
            first, second = prints.rivals[one.root.digest]
            why = f"its worksheet could be of the deck {first!r} or {second!r}, "
            tell(one.source, why + "whose keys or points differ", report, reading.key)
            continue
        marked = sheets.get(one.root.digest)
        if marked is None:
            marked = _Marked(printed, prints.today, left_out)
        try:
            answers = marked.answers(one, layout, decided)
        except CodeError as error:
            tell(one.source, str(error), report, reading.key)
            continue
        sheets[one.root.digest] = marked
        name = decided.pupil if decided.pupil is not None else one.name
        attempt = Attempt(name, layout, {1: reading})
        marked.results.append(Result(attempt, answers))
    return [one.outcome() for one in sheets.values()]


def reading_of(form: SentForm) -> PageReading:
    """Return what decisions know `form` by."""
    code = PageCode(form.root.digest, form.root.form, "", 1, 1)
    return PageReading(form.source, 1, code, (), digest=form.digest)
