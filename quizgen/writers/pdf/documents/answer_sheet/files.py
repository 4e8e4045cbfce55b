"""The files of answer sheets: a PDF file of each, and one that says where everything is on them."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.questions import GradedQuestion
from quizgen.model.answer_sheets.records import AnswerSheets, Origin, sheets_text
from quizgen.model.assessment import EditionName, Worksheet
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
