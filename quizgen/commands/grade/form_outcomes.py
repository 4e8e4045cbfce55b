"""Filled-in forms become results: each with the worksheet that a deck file makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from quizgen.commands.grade.analysis import analysed
from quizgen.commands.grade.attempts import (
    NO_DECISIONS,
    Attempt,
    Decisions,
    PageDecisions,
    page_key,
)
from quizgen.commands.grade.code_marking import judged
from quizgen.commands.grade.code_outcomes import sheet_layout
from quizgen.commands.grade.filled_forms import SentForm, at, tell
from quizgen.commands.grade.form_marking import form_question, marked_form_answer
from quizgen.commands.grade.marking import MarkedAnswer, Result
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.workspace import Workspace
from quizgen.model.answer_code import CodeError
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.questions import GradedQuestion, sheet_question
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.diagnostics import Report
from quizgen.model.form_names import NAME_FIELD, FormRoot
from quizgen.model.item import TextEntry
from quizgen.project.layout import Project


class FormSheet(NamedTuple):
    """A worksheet of the deck file `deck`; `rival` is another deck whose one looks the same.

    That has other keys or points, so nobody knows whose answers are right.
    """

    sheet: Worksheet
    language: str
    deck: str
    rival: str = ""


FormSheets = Mapping[FormRoot, FormSheet]


def form_sheets(project: Project | None) -> dict[FormRoot, FormSheet]:
    """Return all worksheets that the deck files of `project` make.

    Those that are not fillable any more count as well: what was handed in is of an earlier day.
    """
    sheets: dict[FormRoot, FormSheet] = {}
    workspace = Workspace.of(project)
    for path in project.deck_files() if project else ():
        assessment = workspace.assessment(path)
        for sheet in assessment.worksheets if assessment else ():
            root = FormRoot(sheet.digest, sheet.form)
            known = sheets.get(root)
            new = FormSheet(sheet, assessment.bank.language if assessment else "", path.stem)
            if known is None:
                sheets[root] = new
            elif _marking(known.sheet) != _marking(sheet):
                sheets[root] = known._replace(rival=new.deck)
    return sheets


def _marking(sheet: Worksheet) -> list[object]:
    """Return all that the points for answers depend on."""
    return [sheet.printing.partial_credit, *map(_question_marking, sheet.questions)]


def _question_marking(question: Question) -> object:
    one, interaction = sheet_question(question), question.item.interaction
    accepted: object = ()
    if isinstance(interaction, TextEntry):
        accepted = [text.plain for text in interaction.accepted], interaction.exact_case
    return (
        *(one.name, one.kind, one.points, one.key, one.number, one.tolerance),
        *(one.answer, one.is_bonus, one.parts, one.options, accepted),
    )


def form_outcomes(
    forms: Iterable[SentForm],
    sheets: FormSheets,
    decisions: Decisions,
    withdrawn: Iterable[str],
    report: Report,
) -> list[SheetOutcome]:
    """Return the results of each worksheet that `forms` are of. Faults name no pupil."""
    left_out = frozenset(withdrawn)
    results: dict[str, list[Result]] = {}
    first: dict[tuple[FormRoot, str], SentForm] = {}
    for one in forms:
        known = sheets.get(one.root)
        if known is None:
            tell(one.source, "no deck file makes its worksheet: it is of another build", report)
            continue
        if known.rival:
            why = f"its worksheet could be of the deck {known.deck!r} or {known.rival!r}, "
            tell(one.source, why + "whose keys or points differ", report)
            continue
        reading = _reading(one)
        decided = decisions.get(page_key(reading), NO_DECISIONS)
        if decided.is_dropped:
            continue
        name = decided.pupil if decided.pupil is not None else _name(one)
        try:
            marked = _answers(one, known, decided)
        except CodeError as error:
            tell(one.source, str(error), report)
            continue
        attempt = Attempt(name, sheet_layout(known.sheet), {1: reading})
        answers = {name: one for name, one in marked.items() if name not in left_out}
        results.setdefault(one.root.digest, []).append(Result(attempt, answers))
        before = first.setdefault((one.root, name), one)
        if before is not one and name:
            report.warning(
                "second-form",
                at(one.source),
                f"{before.source} has the same name and other answers",
                "each has a row in the results; leave one out in decisions.json: "
                f'{{"pages": {{"{page_key(reading)}": {{"drop": true}}}}}}',
            )
    return [_outcome(sheets, digest, of_sheet, left_out) for digest, of_sheet in results.items()]


def _name(form: SentForm) -> str:
    return " ".join(form.values.get(NAME_FIELD, "").split())


def _reading(form: SentForm) -> PageReading:
    code = PageCode(form.root.digest, form.root.form, "", 1, 1)
    return PageReading(form.source, 1, code, (), digest=form.digest)


def _answers(form: SentForm, known: FormSheet, decided: PageDecisions) -> dict[str, MarkedAnswer]:
    """Return the answers of `form`; what is open has the points that a person has given."""
    shares = known.sheet.printing.partial_credit
    answers = {}
    for row, question in enumerate(known.sheet.questions):
        marked = marked_form_answer(question, form.values, known.language, shares=shares)
        points = question.item.points
        answers[question.item.name] = judged(marked, points, decided.rows.get(row, ()))
    return answers


def _outcome(
    sheets: FormSheets, digest: str, results: list[Result], withdrawn: frozenset[str]
) -> SheetOutcome:
    forms = [one for root, one in sheets.items() if root.digest == digest]
    sheet, language = forms[0].sheet, forms[0].language
    questions = _questions(sheet, withdrawn)
    layouts = tuple(sheet_layout(form.sheet) for form in forms)
    titles = {sheet.name: sheet.title.plain}
    described = AnswerSheets(layouts, tuple(questions.values()), {}, titles, language)
    analysis = analysed(sheet.name, results, questions)
    outcome = SheetOutcome(described, questions, tuple(results), analysis, ())
    return replace(outcome, is_of_forms=True)


def _questions(sheet: Worksheet, withdrawn: frozenset[str]) -> dict[str, GradedQuestion]:
    from quizgen.writers.pdf.documents.answer_sheet.files import sheet_questions

    by_name = {question.item.name: question for question in sheet.questions}
    return {
        one.name: form_question(by_name[one.name], one)
        for one in sheet_questions([sheet])
        if one.name not in withdrawn
    }
