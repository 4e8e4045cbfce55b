"""The PDF file with an answer sheet for each pupil of a class; no build writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.assessment import Assessment, Printing, Worksheet
from quizgen.model.translations import Translations
from quizgen.project.system_fonts import SystemFontFiles


class NamedSheet(NamedTuple):
    """The sheet of a pupil: the form, what its code says of the pupil, and the name."""

    worksheet: Worksheet
    code: str
    name: str


def named_sheets_file(
    assessment: Assessment, sheets: Sequence[NamedSheet]
) -> tuple[bytes, AnswerSheets]:
    """Return the file with `sheets`, in the first edition of their worksheets, and their record."""
    from quizgen.writers.pdf.documents.answer_sheet.pages import SheetMaker, SheetPupil
    from quizgen.writers.pdf.documents.student_copy import StudentCopy
    from quizgen.writers.pdf.file.render import render_pdf
    from quizgen.writers.pdf.fonts.font_selection import FontBook
    from quizgen.writers.pdf.layout.editions import edition_of
    from quizgen.writers.pdf.layout.images import Pictures
    from quizgen.writers.pdf.layout.typesetter import Typesetter
    from quizgen.writers.shared.sheet_questions import origin_of, sheet_questions

    language = assessment.bank.language
    contents = [font.content for font in assessment.fonts]
    book, words = FontBook(language, contents, SystemFontFiles()), Translations(language)
    student_copy = StudentCopy()
    makers: dict[str, SheetMaker] = {}
    documents = []
    for sheet in sheets:
        form = sheet.worksheet.form
        if form not in makers:
            edition = sheet.worksheet.printing.editions[0]
            typesetter = Typesetter(edition_of(edition, Printing()), Pictures({}), book, words)
            copy = student_copy.worksheet(sheet.worksheet)
            makers[form] = SheetMaker(copy, edition, typesetter)
        documents.append(makers[form].document(language, SheetPupil(sheet.code, sheet.name)))
    worksheets = list({one.worksheet.form: one.worksheet for one in sheets}.values())
    record = AnswerSheets(
        tuple(maker.layout for maker in makers.values()),
        sheet_questions(worksheets),
        {one.name: one.printing.partial_credit for one in worksheets},
        {one.name: one.title.plain for one in worksheets},
        language,
        origin_of(assessment),
    )
    return render_pdf(*documents), record
