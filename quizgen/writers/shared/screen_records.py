"""What stands on worksheets and pages that are answered on a screen, as whoever marks needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.model.answer_sheets.geometry import (
    AnswerSheetLayout,
    Box,
    Bubble,
    BubbleRow,
    FieldKind,
    PageLayout,
)
from quizgen.model.answer_sheets.questions import GradedQuestion
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.answer_sheets.typed_questions import form_question
from quizgen.model.assessment import Assessment, Question, Worksheet
from quizgen.model.item import ExtendedText
from quizgen.writers.shared.sheet_questions import origin_of, sheet_questions

_NO_BOX = Box(0, 0, 0, 0)


def screen_records(
    assessment: Assessment, worksheets: Iterable[Worksheet], *, has_paper: bool = True
) -> AnswerSheets:
    """Return what stands on `worksheets` of `assessment`.

    Without `has_paper`, pupils send all that there is of their answers: no drawing, and no essay,
    for each of which a person gives the points.
    """
    sheets = list(worksheets)
    by_name = {question.item.name: question for one in sheets for question in one.questions}

    def typed(printed: GradedQuestion) -> GradedQuestion:
        question: Question = by_name[printed.name]
        if has_paper:
            return form_question(question, printed)
        is_essay = isinstance(question.item.interaction, ExtendedText)
        return printed if is_essay else replace(form_question(question, printed), is_drawn=False)

    return AnswerSheets(
        tuple(map(screen_layout, sheets)),
        tuple(map(typed, sheet_questions(sheets))),
        {one.name: one.printing.partial_credit for one in sheets},
        {one.name: one.title.plain for one in sheets},
        assessment.bank.language,
        origin_of(assessment),
    )


def screen_layout(sheet: Worksheet) -> AnswerSheetLayout:
    """Return a sheet without circles: a row for each question.

    The values of a row are the indices, in the author's order, of what the sheet shows: options,
    responses or events, in its order.
    """
    rows = [
        BubbleRow(
            question.item.name,
            question.label,
            0,
            FieldKind.POINTS,
            tuple(Bubble(0, 0, str(index)) for index in question.order),
        )
        for question in sheet.questions
    ]
    page = PageLayout(tuple(rows), _NO_BOX, _NO_BOX)
    width, height = sheet.printing.paper.millimetres
    return AnswerSheetLayout(sheet.name, sheet.digest, sheet.form, "", width, height, 0, (page,))
