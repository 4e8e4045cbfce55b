"""The PDF files of an assessment.

Author texts become inline items (`layout.inline_content`) that are measured and broken into lines
(`layout.typesetter`), items become blocks of rows that know their height (`documents`), blocks are
placed on pages (`layout.pagination`), and the display lists of pages are written and tagged
(`file.render`). Only `fonts` and `file.font_resources` know reportlab.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from quizgen.model.assessment import Assessment, EditionName, Worksheet
from quizgen.model.bank import Bank
from quizgen.model.translations import Translations
from quizgen.project.file_names import KEY, SHEET, TEACHER, all_pdf_names, pdf_name
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.documents.answer_key import key
from quizgen.writers.pdf.documents.combined_key import forms_key
from quizgen.writers.pdf.documents.findings import report_card_findings, report_findings
from quizgen.writers.pdf.documents.flashcards import card_edition, flashcard_pages
from quizgen.writers.pdf.documents.student_copy import StudentCopy, in_edition
from quizgen.writers.pdf.documents.teacher import teachers_edition
from quizgen.writers.pdf.documents.worksheet import sheet
from quizgen.writers.pdf.file.render import render_pdf
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.style import Edition
from quizgen.writers.pdf.layout.typesetter import Typesetter


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Each form of each worksheet in every edition asked for, with what its teacher needs, and
    flashcards.

    Keys and teacher's editions are set in the first edition; where there are several forms,
    one key has them all.

    A character that no font has is reported as ``missing-glyph``, a picture that can't be
    read as ``unreadable-image``; both are still printed, as a code and as their description.
    """
    bank, asked, printed = assessment.bank, StudentCopy(), set[str]()
    press = _Press(assessment, context)
    for forms in _by_worksheet(assessment.worksheets):
        report_findings(forms[0], press.pictures, press.book, context.report)
        for artifact in _printed(forms, bank, asked, press):
            printed.add(str(artifact.path).casefold())
            yield artifact
    for cards in assessment.flashcards:
        name = pdf_name(cards.name)
        printed.add(name.casefold())
        if cards.questions:
            report_card_findings(cards, press.pictures, press.book, context.report)
            lay_out = partial(flashcard_pages, report=context.report)
            typesetter = press.typesetter(card_edition(cards.sheet))
            made_of = replace(cards, questions=asked.questions(cards.questions))
            yield press.pdf(name, lay_out, typesetter, made_of, bank.language)
    if not assessment.is_overridden:
        yield from _no_longer_printed(assessment, printed)


class _Press:
    """Makes files of an assessment that are rendered when they are asked for."""

    def __init__(self, assessment: Assessment, context: Context) -> None:
        bank = assessment.bank
        self.pictures = Pictures({**bank.media, **assessment.logos})
        self._fonts = [font.content for font in assessment.fonts]
        self.book = FontBook(bank.language, self._fonts, context.machine_fonts)
        self._words = Translations(bank.language)
        self._typesetters: dict[Edition, Typesetter] = {}

    def typesetter(self, edition: Edition) -> Typesetter:
        """What sets every file in this edition: most of their words are the same."""
        if edition not in self._typesetters:
            made = Typesetter(edition, self.pictures, self.book, self._words)
            self._typesetters[edition] = made
        return self._typesetters[edition]

    def first(self, worksheet: Worksheet) -> Typesetter:
        """What sets the first edition of `worksheet`."""
        printing = worksheet.printing
        return self.typesetter(edition_of(printing.editions[0], printing))

    def pdf(
        self, path: str, lay_out: Callable[..., Document], typesetter: Typesetter, *made_of: object
    ) -> Artifact:
        """The file that `lay_out` gives for `made_of` and a `typesetter` that follows from them."""

        def render(*values: object) -> bytes:
            return render_pdf(lay_out(*values, typesetter))

        return Artifact.rendered(path, render, *made_of, known=self._fonts)


def _printed(
    forms: Sequence[Worksheet], bank: Bank, asked: StudentCopy, press: _Press
) -> Iterator[Artifact]:
    """All files of one worksheet. Those for the teacher know all of the bank but its items."""
    first = forms[0].printing.editions[0]
    bank = replace(bank, topics=(), media={})

    def path(worksheet: Worksheet, edition: EditionName, what: str) -> str:
        return pdf_name(worksheet.name, worksheet.form, edition.value, what)

    for worksheet in forms:
        shown, typesetter = asked.worksheet(worksheet), press.first(worksheet)
        for edition in worksheet.printing.editions:
            own = in_edition(shown, edition)
            to_fill_in = path(worksheet, edition, SHEET)
            yield press.pdf(to_fill_in, sheet, press.first(own), own, bank.language)
        answers = path(worksheet, first, KEY)
        yield press.pdf(answers, key, typesetter, worksheet, bank)
        if worksheet.printing.teacher:
            answered = path(worksheet, first, TEACHER)
            yield press.pdf(answered, teachers_edition, typesetter, worksheet, bank)
    if len(forms) > 1:
        answers = pdf_name(forms[0].name, "", first.value, KEY)
        yield press.pdf(answers, forms_key, press.first(forms[0]), forms, bank)


def _no_longer_printed(assessment: Assessment, printed: Set[str]) -> Iterator[Artifact]:
    """The files that the worksheets had with other numbers of forms, or in other editions."""
    for name in dict.fromkeys(worksheet.name for worksheet in assessment.worksheets):
        for file in all_pdf_names(name):
            if file.casefold() not in printed:
                yield Artifact(PurePosixPath(file), None)


def _by_worksheet(sheets: Iterable[Worksheet]) -> Iterator[tuple[Worksheet, ...]]:
    """Yield for each worksheet of `sheets` all its forms, which stand in a row."""
    for _, forms in itertools.groupby(sheets, key=lambda worksheet: worksheet.name):
        yield tuple(forms)
