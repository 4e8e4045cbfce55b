"""Printed worksheets and their answer keys, as PDF files.

Author texts are measured and broken into lines (`typesetter`), items become blocks of rows
that know their height (`items`), blocks are placed on pages (`pages`), and pages of plain
marks are painted and tagged (`paint`). Nothing but `fonts` and `pdffile` knows reportlab.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from quizgen.assessment import Assessment, file_stem
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.editions import edition_of
from quizgen.writers.pdf.findings import report_findings
from quizgen.writers.pdf.key import key
from quizgen.writers.pdf.paint import paint
from quizgen.writers.pdf.pictures import Pictures
from quizgen.writers.pdf.sheet import sheet
from quizgen.writers.pdf.typesetter import Typesetter


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Each worksheet in every edition asked for, and its answer key in the first of them.

    A character that no font has is reported as ``missing-glyph``, a picture that can't be
    read as ``unreadable-image``; both are still printed, as a code and as their description.
    """
    pictures = Pictures(assessment.bank.media)
    for worksheet in assessment.worksheets:
        report_findings(worksheet, pictures, context.report)
        for index, edition in enumerate(worksheet.printing.editions):
            setter = Typesetter(edition_of(edition, worksheet.printing), pictures)
            printed = paint(sheet(worksheet, assessment.bank.language, setter))
            yield _file(file_stem(worksheet.name, edition), printed)
            if index == 0:
                answers = paint(key(worksheet, assessment.bank, setter))
                yield _file(file_stem(worksheet.name, edition, key=True), answers)


def _file(stem: str, content: bytes) -> Artifact:
    return Artifact(PurePosixPath(f"{stem}.pdf"), content)
