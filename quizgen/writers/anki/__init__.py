"""Anki packages: an .apkg file, and the ledger that goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Assessment
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.base import Artifact, Context, Writer


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the package of `assessment` and its ledger; genanki is imported only now."""
    from quizgen.writers.anki import artifacts

    yield from artifacts.write(assessment, context)


WRITER = Writer(
    "anki",
    write,
    parts=(ANKI,),
    unused={"ExtendedText.lines": "a card has no lines to write on"},
)
