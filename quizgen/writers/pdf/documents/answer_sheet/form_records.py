"""What stands on worksheets that are filled in on a screen, as whoever marks them needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.answer_sheets.geometry import (
    AnswerSheetLayout,
    Box,
    Bubble,
    BubbleRow,
    FieldKind,
    PageLayout,
)
from quizgen.model.answer_sheets.records import AnswerSheets, sheets_text
from quizgen.model.answer_sheets.typed_questions import form_question
from quizgen.model.assessment import Assessment, Worksheet
from quizgen.project.file_names import FORM_SHEETS
from quizgen.writers.base import Artifact
from quizgen.writers.pdf.documents.answer_sheet.files import origin_of, sheet_questions

_NO_BOX = Box(0, 0, 0, 0)


def form_sheets_files(assessment: Assessment) -> Iterator[Artifact]:
    """Yield the file by which `quizgen grade` marks filled-in forms, if a worksheet is one."""
    fillable = [one for one in assessment.worksheets if one.printing.fillable]
    if fillable:
        text = sheets_text(form_records(assessment, fillable))
        yield Artifact.rendered(FORM_SHEETS, str.encode, text)


def form_records(assessment: Assessment, worksheets: Iterable[Worksheet]) -> AnswerSheets:
    """Return what stands on `worksheets` of `assessment`."""
    sheets = list(worksheets)
    by_name = {question.item.name: question for one in sheets for question in one.questions}
    questions = (form_question(by_name[one.name], one) for one in sheet_questions(sheets))
    return AnswerSheets(
        tuple(map(form_layout, sheets)),
        tuple(questions),
        {one.name: one.printing.partial_credit for one in sheets},
        {one.name: one.title.plain for one in sheets},
        assessment.bank.language,
        origin_of(assessment),
    )


def form_layout(sheet: Worksheet) -> AnswerSheetLayout:
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
