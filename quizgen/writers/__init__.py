"""The formats. To add one, write its file or folder and add a line here."""

from collections.abc import Iterator

from quizgen.model.assessment import Assessment
from quizgen.writers.base import Artifact, Context, Writer


def _anki(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    from quizgen.writers import anki

    yield from anki.write(assessment, context)


def _pdf(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    from quizgen.writers import pdf

    yield from pdf.write(assessment, context)


WRITERS: tuple[Writer, ...] = (
    Writer("anki", _anki, wanted=lambda assessment: assessment.anki is not None),
    Writer("pdf", _pdf, wanted=lambda made: bool(made.worksheets or made.flashcards)),
)
"""Each is imported only where an assessment wants it: reportlab alone takes 65 ms to start."""

__all__ = ["WRITERS", "Artifact", "Context", "Writer"]
