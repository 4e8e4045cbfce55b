"""The teacher's edition of a worksheet, laid out: the sheet, with the answers in place."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.assessment import Question, Worksheet
from quizgen.bank import Bank
from quizgen.writers.pdf.answers import AnswerLine, answer_lines
from quizgen.writers.pdf.document import Document
from quizgen.writers.pdf.furniture import form_name
from quizgen.writers.pdf.passage import passage_lines
from quizgen.writers.pdf.sheet import laid_out
from quizgen.writers.pdf.typesetter import Typesetter


def teachers_edition(worksheet: Worksheet, bank: Bank, setter: Typesetter) -> Document:
    """The sheet with each answer where pupils write theirs, and its reasons and source below."""
    printed = passage_lines(worksheet, setter)
    form = setter.words.for_teacher(form_name(worksheet, setter))

    def said(question: Question) -> Sequence[AnswerLine]:
        return tuple(answer_lines(question, bank.passage, setter.words, printed))

    return laid_out(worksheet, form, bank.language, setter, said)
