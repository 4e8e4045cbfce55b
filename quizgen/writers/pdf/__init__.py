"""Printed worksheets, their answer keys and flashcards, as PDF files."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Assessment
from quizgen.writers.base import Artifact, Context, Writer
from quizgen.writers.pdf.deck_part import FLASHCARDS, WORKSHEETS


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the PDF files of `assessment`; reportlab is imported only now."""
    from quizgen.writers.pdf import artifacts

    yield from artifacts.write(assessment, context)


WRITER = Writer("pdf", write, parts=(WORKSHEETS, FLASHCARDS))
