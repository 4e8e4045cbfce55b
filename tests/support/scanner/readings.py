"""Readings as the reader of scans gives them, made without any scans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quizgen.commands.grade.kept import Kept, Prints
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, BubbleRow, FieldKind
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.readings import Doubt, FieldReading, PageReading
from quizgen.model.answer_sheets.records import AnswerSheets


def right_marks(question: GradedQuestion, part: int) -> tuple[str, ...]:
    """What is marked in a row by a pupil who is right."""
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            return tuple(map(str, question.key))
        case AnswerKind.MATCH:
            return (str(question.key[part]),)
        case AnswerKind.ORDER:
            return (str(part + 1),)
        case AnswerKind.NUMBER:
            text = str(question.number)
            return (text[part],) if part < len(text) else ()
        case AnswerKind.TEACHER:
            return (str(question.points),)


def page_of(
    sheets: AnswerSheets,
    layout: AnswerSheetLayout,
    page: int,
    pupil: str,
    other: Mapping[str, tuple[str, ...]] | None = None,
    source: str = "scan.pdf",
    number: int = 1,
) -> PageReading:
    """A page on which all is right, but for the questions in `other`, with what is marked there."""

    def marks(row: BubbleRow) -> tuple[str, ...]:
        if row.kind is FieldKind.PUPIL:
            return (pupil.rjust(4, "0")[row.part],) if pupil else ()
        if other and row.question in other:
            return other[row.question]
        return right_marks(sheets.by_name[row.question], row.part)

    rows = layout.pages[page - 1].fields
    code = PageCode(layout.digest, layout.form, layout.edition, page, len(layout.pages))
    fields = tuple(FieldReading(index, marks(row)) for index, row in enumerate(rows))
    return PageReading(source, number, code, fields)


def doubtful(reading: PageReading, row: int, doubt: Doubt = Doubt.FAINT) -> PageReading:
    """`reading` with a doubt about a row."""
    fields = tuple(replace_doubt(one, doubt) if one.field == row else one for one in reading.fields)
    return replace(reading, fields=fields)


def replace_doubt(reading: FieldReading, doubt: Doubt) -> FieldReading:
    """`reading` with `doubt` about it."""
    return reading._replace(doubt=doubt)


def kept_of(prints: Prints, *readings: PageReading) -> Kept:
    """What is kept after `readings`."""
    kept = Kept(dict(prints))
    for reading in readings:
        kept.add(reading)
    return kept
