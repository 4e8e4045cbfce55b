"""The teacher's edition of a worksheet: the sheet with the answers in place."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank
from quizgen.writers.pdf.documents.answers import AnswerLine, answer_lines
from quizgen.writers.pdf.documents.page_chrome import form_name
from quizgen.writers.pdf.documents.passage import PassageLines
from quizgen.writers.pdf.documents.worksheet import lay_out_worksheet
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.typesetter import Typesetter


def teacher_document(worksheet: Worksheet, bank: Bank, typesetter: Typesetter) -> Document:
    """Return `worksheet` with answers where pupils write theirs, and reasons and sources below."""
    form = typesetter.words.for_teacher(form_name(worksheet, typesetter))

    def lines(question: Question, passage_lines: PassageLines | None) -> Sequence[AnswerLine]:
        passage = bank.passage_of(question.item)
        return tuple(answer_lines(question, passage, typesetter.words, passage_lines))

    return lay_out_worksheet(worksheet, form, bank.language, typesetter, lines)
