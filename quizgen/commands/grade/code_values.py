"""The answers of a code as a filled-in form has them: both are marked by one set of rules."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.answer_code import Answer, AnswerCode, CodeError
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, Judging
from quizgen.model.answer_sheets.record_values import DamagedRecordError
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.form_names import question_field


def code_values(
    code: AnswerCode, sheets: AnswerSheets, layout: AnswerSheetLayout
) -> dict[str, str]:
    """Return what `code`, of the page with `layout` among `sheets`, says, by the names of fields.

    Raises:
        DamagedRecordError: The code, whose letters are right, has fewer answers than the page has
            questions, or more.
    """
    rows = layout.pages[0].fields
    questions = [sheets.by_name[row.question] for row in rows if row.question]
    values: dict[str, str] = {}
    try:
        answers = code.answers(questions)
    except CodeError as error:
        raise DamagedRecordError(f"{error}: the record of the page is damaged") from error
    for question, answer in zip(questions, answers, strict=True):
        values |= _fields(question, answer)
    return values


def _fields(question: GradedQuestion, answer: Answer) -> Iterator[tuple[str, str]]:
    name, places = question.name, enumerate(answer, 1)
    match question.kind:
        case AnswerKind.ONE:
            yield question_field(name), " ".join(str(at) for at, is_on in places if is_on)
        case AnswerKind.SEVERAL:
            yield from ((question_field(name, at), str(at)) for at, is_on in places if is_on)
        case AnswerKind.MATCH | AnswerKind.ORDER:
            yield from ((question_field(name, at), str(place)) for at, place in places)
        case _ if question.judging is Judging.GAPS:
            yield from ((question_field(name, at), str(text)) for at, text in places)
        case _:
            yield from ((question_field(name), str(text)) for text in answer)
