"""The teacher's edition of a worksheet, laid out: the sheet, with the answers in place."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank
from quizgen.writers.pdf.documents.answers import AnswerLine, answer_lines
from quizgen.writers.pdf.documents.page_chrome import form_name
from quizgen.writers.pdf.documents.passage import passage_lines
from quizgen.writers.pdf.documents.worksheet import laid_out
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.typesetter import Typesetter


def teachers_edition(worksheet: Worksheet, bank: Bank, typesetter: Typesetter) -> Document:
    """The sheet with each answer where pupils write theirs, and its reasons and source below."""
    printed = passage_lines(worksheet, typesetter)
    form = typesetter.words.for_teacher(form_name(worksheet, typesetter))

    def said(question: Question) -> Sequence[AnswerLine]:
        return tuple(answer_lines(question, bank.passage, typesetter.words, printed))

    return laid_out(worksheet, form, bank.language, typesetter, said)
