"""The files of answer sheets: a PDF file of each, and one that says where everything is on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.questions import GradedQuestion, sheet_question
from quizgen.model.answer_sheets.records import AnswerSheets, Origin, sheets_text
from quizgen.model.assessment import Assessment, EditionName, Question, Worksheet
from quizgen.model.item import Choice, Item
from quizgen.model.source import NOWHERE, Span
from quizgen.project.layout import BANKS
from quizgen.writers.pdf.documents.answer_sheet.pages import SheetMaker, SheetPupil
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.typesetter import Typesetter


def answer_sheet_document(
    worksheet: Worksheet, language: str, pupil: SheetPupil | None, typesetter: Typesetter
) -> Document:
    """Return the answer sheet of `worksheet` in its first edition, for `pupil` if one is given."""
    edition = worksheet.printing.editions[0]
    return SheetMaker(worksheet, edition, typesetter).document(language, pupil)


def layout_of(
    worksheet: Worksheet, edition: EditionName, typesetter: Typesetter
) -> AnswerSheetLayout:
    """Return where everything is on the answer sheet of `worksheet` in `edition`."""
    return SheetMaker(worksheet, edition, typesetter).layout


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


def answer_sheets_file(
    layouts: Sequence[AnswerSheetLayout],
    questions: Sequence[GradedQuestion],
    titles: Sequence[tuple[str, str, bool]],
    language: str,
    origin: Origin,
) -> bytes:
    """Return the content of ``answer-sheets.json``.

    `titles` are the names of worksheets, each with its title and whether shares of points count.
    """
    sheets = AnswerSheets(
        tuple(layouts),
        tuple(questions),
        {name: shares for name, _, shares in titles},
        {name: title for name, title, _ in titles},
        language,
        origin,
    )
    return sheets_text(sheets).encode()


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
