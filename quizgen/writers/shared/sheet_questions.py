"""What records of answer sheets, forms and practice pages say of questions and of their deck."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quizgen.model.answer_sheets.questions import GradedQuestion, sheet_question
from quizgen.model.answer_sheets.records import Origin
from quizgen.model.assessment import Assessment, Question, Worksheet
from quizgen.model.item import Choice, Item
from quizgen.model.source import NOWHERE, Span
from quizgen.project.layout import BANKS


def sheet_questions(worksheets: Sequence[Worksheet]) -> tuple[GradedQuestion, ...]:
    """Return the questions of `worksheets` for whoever marks, each once."""
    questions: dict[str, Question] = {}
    for worksheet in worksheets:
        for question in worksheet.questions:
            questions.setdefault(question.item.name, question)
    return tuple(
        sheet_question(one, _place(one.item.span), _option_lines(one.item))
        for one in questions.values()
    )


def origin_of(assessment: Assessment) -> Origin:
    """Return where the answer sheets of `assessment` come from."""
    banks = assessment.banks or (assessment.bank,)
    return Origin(assessment.name, tuple(bank.id for bank in banks))


def _option_lines(item: Item) -> tuple[int, ...]:
    """Return the lines on which the options of `item` stand, 0 where that is not to be seen."""
    if not isinstance(item.interaction, Choice) or item.span is NOWHERE:
        return ()
    text = item.span.source.text.split("\n")
    first, last = item.span.line, item.span.end.line + 1
    lines = []
    for option in item.interaction.options:
        words = option.text.plain
        holding = (
            n for n in range(first, min(last, len(text)) + 1) if words and words in text[n - 1]
        )
        lines.append(next(holding, 0))
    return tuple(lines)


def _place(span: Span) -> str:
    """Return the file and line of `span`, from the project's folder on; empty without a file."""
    if span is NOWHERE:
        return ""
    parts = span.source.path.parts
    start = len(parts) - 1 - parts[::-1].index(BANKS) if BANKS in parts else -1
    return f"{Path(*parts[start:]).as_posix()}:{span.line}"
