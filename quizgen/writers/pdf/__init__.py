"""Printed worksheets, their answer keys, flashcards and puzzles, as PDF files."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Assessment
from quizgen.writers.base import Artifact, Context, Writer
from quizgen.writers.pdf.deck_part import FLASHCARDS, GAMES, PUZZLES, WORKSHEETS


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the PDF files of `assessment`; what that needs is imported only now."""
    from quizgen.writers.pdf import artifacts

    yield from artifacts.write(assessment, context)


WRITER = Writer(
    "pdf",
    write,
    parts=(WORKSHEETS, FLASHCARDS, PUZZLES, GAMES),
    unused={
        "Reveal.reversed": "a sheet asks once; a card of paper can be turned either way",
        "TextEntry.exact_case": "a teacher reads what is written, and judges capitals",
        "Gap.number": "on paper every gap is a blank of its own, in the order of the text",
        "Gap.style": "a blank has no letters, and the key names the answer alone",
    },
    renders_apart=True,
)
