"""The formats. To add one, write its file or folder and add a line here."""

from quizgen.writers import anki, pdf
from quizgen.writers.base import Artifact, Context, Writer

WRITERS: tuple[Writer, ...] = (
    Writer("anki", anki.write),
    Writer("pdf", pdf.write),
)

__all__ = ["WRITERS", "Artifact", "Context", "Writer"]
