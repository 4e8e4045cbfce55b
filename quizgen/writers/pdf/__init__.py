"""Printed worksheets and their answer keys, as PDF files.

Author texts are measured and broken into lines (`typesetter`), items become blocks of rows
that know their height (`items`), blocks are placed on pages (`pages`), and pages of plain
marks are painted and tagged (`paint`). Nothing but `fonts` and `pdffile` knows reportlab.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from pathlib import PurePosixPath

from quizgen.assessment import Assessment, EditionName, Worksheet
from quizgen.bank import Bank
from quizgen.naming import KEY, SHEET, TEACHER, all_pdf_names, pdf_name
from quizgen.words import Words
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.editions import edition_of
from quizgen.writers.pdf.findings import report_card_findings, report_findings
from quizgen.writers.pdf.flashcards import card_edition, flashcard_pages
from quizgen.writers.pdf.fontbook import FontBook
from quizgen.writers.pdf.forms_key import forms_key
from quizgen.writers.pdf.key import key
from quizgen.writers.pdf.paint import paint
from quizgen.writers.pdf.pictures import Pictures
from quizgen.writers.pdf.sheet import sheet
from quizgen.writers.pdf.teacher import teachers_edition
from quizgen.writers.pdf.typesetter import Typesetter


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Each form of each worksheet in every edition asked for, with what its teacher needs, and
    flashcards.

    Keys and teacher's editions are set in the first edition; where there are several forms,
    one key has them all.

    A character that no font has is reported as ``missing-glyph``, a picture that can't be
    read as ``unreadable-image``; both are still printed, as a code and as their description.
    """
    pictures = Pictures({**assessment.bank.media, **assessment.logos})
    named = [font.content for font in assessment.fonts]
    book = FontBook(assessment.bank.language, named, context.machine_fonts)
    words = Words(assessment.bank.language)
    printed: set[str] = set()
    for forms in assessment.forms:
        report_findings(forms[0], pictures, book, context.report)
        for artifact in _printed(forms, assessment.bank, pictures, book, words):
            printed.add(str(artifact.path).casefold())
            yield artifact
    for cards in assessment.flashcards:
        name = pdf_name(cards.name)
        printed.add(name.casefold())
        if cards.questions:
            report_card_findings(cards, pictures, book, context.report)
            setter = Typesetter(card_edition(cards.sheet), pictures, book, words)
            pages = flashcard_pages(cards, assessment.bank.language, setter, context.report)
            yield Artifact(PurePosixPath(name), paint(pages))
    if not assessment.is_overridden:
        yield from _no_longer_printed(assessment, printed)


def _printed(
    forms: Sequence[Worksheet], bank: Bank, pictures: Pictures, book: FontBook, words: Words
) -> Iterator[Artifact]:
    """All files of one worksheet."""
    name, printing = forms[0].name, forms[0].printing
    setters = {
        one: Typesetter(edition_of(one, printing), pictures, book, words)
        for one in printing.editions
    }
    first = printing.editions[0]
    for worksheet in forms:
        for edition, setter in setters.items():
            printed = paint(sheet(worksheet, bank.language, setter))
            yield _pdf(name, worksheet.form, edition, printed)
        answers = paint(key(worksheet, bank, setters[first]))
        yield _pdf(name, worksheet.form, first, answers, KEY)
        if printing.teacher:
            answered = paint(teachers_edition(worksheet, bank, setters[first]))
            yield _pdf(name, worksheet.form, first, answered, TEACHER)
    if len(forms) > 1:
        answers = paint(forms_key(forms, bank, setters[first]))
        yield _pdf(name, "", first, answers, KEY)


def _pdf(name: str, form: str, edition: EditionName, content: bytes, what: str = SHEET) -> Artifact:
    return Artifact(PurePosixPath(pdf_name(name, form, edition.value, what)), content)


def _no_longer_printed(assessment: Assessment, printed: Set[str]) -> Iterator[Artifact]:
    """The files that the worksheets had with other numbers of forms, or in other editions."""
    for name in dict.fromkeys(worksheet.name for worksheet in assessment.worksheets):
        for file in all_pdf_names(name):
            if file.casefold() not in printed:
                yield Artifact(PurePosixPath(file), None)
