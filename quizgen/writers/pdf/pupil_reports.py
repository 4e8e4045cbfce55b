"""The PDF file with what each pupil of a class gets back; no build writes it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.answer_sheets.reports import PupilReport
from quizgen.model.assessment import Paper, Printing
from quizgen.model.translations import Translations
from quizgen.project.system_fonts import SystemFontFiles


def pupil_reports_file(
    title: str, reports: Sequence[PupilReport], language: str, paper: Paper
) -> bytes:
    """Return the file with `reports`, each on a page of its own; `title` is the worksheet's."""
    from quizgen.writers.pdf.documents.pupil_report import pupil_report_document
    from quizgen.writers.pdf.file.render import render_pdf
    from quizgen.writers.pdf.fonts.font_selection import FontBook
    from quizgen.writers.pdf.layout.editions import STANDARD
    from quizgen.writers.pdf.layout.images import Pictures
    from quizgen.writers.pdf.layout.typesetter import Typesetter

    book = FontBook(language, [], SystemFontFiles())
    typesetter = Typesetter(STANDARD, Pictures({}), book, Translations(language))
    printing = Printing(paper)
    documents = [
        pupil_report_document(title, report, printing, language, typesetter) for report in reports
    ]
    return render_pdf(*documents)
