"""Printed worksheets and their answer keys, as PDF files.

Author texts are measured and broken into lines (`typesetter`), items become blocks of rows
that know their height (`items`), blocks are placed on pages (`pages`), and pages of plain
marks are painted and tagged (`paint`). Nothing but `fonts` and `pdffile` knows reportlab.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from quizgen.assessment import Assessment
from quizgen.naming import all_pdf_names, pdf_name, pdf_names
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.findings import report_card_findings, report_findings
from quizgen.writers.pdf.flashcards import flashcard_pages
from quizgen.writers.pdf.forms_key import forms_key
from quizgen.writers.pdf.key import key
from quizgen.writers.pdf.paint import paint
from quizgen.writers.pdf.pictures import Pictures
from quizgen.writers.pdf.sheet import sheet
from quizgen.writers.pdf.style import STANDARD
from quizgen.writers.pdf.typesetter import Typesetter


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Each form of each worksheet and its answer key, and where there are more one key of all;
    then the flashcards.

    A character that no font has is reported as ``missing-glyph``, a picture that can't be
    read as ``unreadable-image``; both are still printed, as a code and as their description.
    """
    pictures = Pictures(assessment.bank.media)
    for forms in assessment.forms:
        report_findings(forms[0], pictures, context.report)
        setter = Typesetter(STANDARD, pictures)
        for worksheet in forms:
            printed = paint(sheet(worksheet, assessment.bank.language, setter))
            yield _pdf(worksheet.name, worksheet.form, printed)
            answers = paint(key(worksheet, assessment.bank, setter))
            yield _pdf(worksheet.name, worksheet.form, answers, key=True)
        if len(forms) > 1:
            answers = paint(forms_key(forms, assessment.bank, setter))
            yield _pdf(forms[0].name, "", answers, key=True)
    for cards in assessment.flashcards:
        if not cards.questions:
            continue
        report_card_findings(cards, pictures, context.report)
        printed = paint(flashcard_pages(cards, assessment.bank.language, pictures, context.report))
        yield _pdf(cards.name, "", printed)
    yield from _no_longer_printed(assessment)


def _pdf(name: str, form: str, content: bytes, *, key: bool = False) -> Artifact:
    return Artifact(PurePosixPath(pdf_name(name, form, key=key)), content)


def _no_longer_printed(assessment: Assessment) -> Iterator[Artifact]:
    """The files that the worksheets had with other numbers of forms."""
    names = {forms[0].name: len(forms) for forms in assessment.forms}
    printed = {n.casefold() for name, count in names.items() for n in pdf_names(name, count)}
    printed |= {pdf_name(cards.name).casefold() for cards in assessment.flashcards}
    for name in names:
        for file in all_pdf_names(name):
            if file.casefold() not in printed:
                yield Artifact(PurePosixPath(file), None)
