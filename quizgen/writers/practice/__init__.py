"""Quizzes that open in any browser: one HTML file each, ``practice:`` of a deck file."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Assessment
from quizgen.writers.base import Artifact, Context, Writer
from quizgen.writers.practice.deck_part import PRACTICE


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the pages of `assessment`; what makes them is imported only now."""
    from quizgen.writers.practice import artifacts

    yield from artifacts.write(assessment, context)


WRITER = Writer(
    "practice",
    write,
    parts=(PRACTICE,),
    unused={
        "Reveal.reversed": "a page asks a flashcard one way, from its front",
        "Gap.number": "every gap is a field of its own, in the order of the text",
    },
)
"""The interface of practice pages."""
