"""Printed worksheets and their answer keys, as PDF files.

Author texts are measured and broken into lines (`typesetter`), items become blocks of rows
that know their height (`items`), blocks are placed on pages (`pages`), and pages of plain
marks are painted and tagged (`paint`). Nothing but `fonts` and `pdffile` knows reportlab.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from quizgen.assessment import KEY_SUFFIX, Assessment
from quizgen.words import Words
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.findings import report_findings
from quizgen.writers.pdf.fontbook import FontBook
from quizgen.writers.pdf.key import key
from quizgen.writers.pdf.paint import paint
from quizgen.writers.pdf.pictures import Pictures
from quizgen.writers.pdf.sheet import sheet
from quizgen.writers.pdf.style import STANDARD
from quizgen.writers.pdf.typesetter import Typesetter


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Each worksheet as ``NAME.pdf`` and its answer key as ``NAME-key.pdf``.

    A character that no font has is reported as ``missing-glyph``, a picture that can't be
    read as ``unreadable-image``; both are still printed, as a code and as their description.
    """
    pictures = Pictures(assessment.bank.media)
    named = [font.content for font in assessment.fonts]
    book = FontBook(assessment.bank.language, named, context.machine_fonts)
    words = Words(assessment.bank.language)
    for worksheet in assessment.worksheets:
        report_findings(worksheet, pictures, book, context.report)
        setter = Typesetter(STANDARD, pictures, book, words)
        printed = paint(sheet(worksheet, assessment.bank.language, setter))
        yield Artifact(PurePosixPath(f"{worksheet.name}.pdf"), printed)
        answers = paint(key(worksheet, assessment.bank, setter))
        yield Artifact(PurePosixPath(f"{worksheet.name}{KEY_SUFFIX}.pdf"), answers)
