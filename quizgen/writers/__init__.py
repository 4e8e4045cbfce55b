"""The formats. To add one, write its folder, import it here and add it to `WRITERS`."""

from quizgen.writers import anki, exporting, pdf, practice
from quizgen.writers.base import Artifact, Context, DeckPart, Writer

WRITERS: tuple[Writer, ...] = (
    anki.WRITER,
    pdf.WRITER,
    practice.WRITER,
    exporting.WRITER,
)
"""All writers. Each imports its modules when it writes: those for PDF files take 50 ms."""

DECK_PARTS = tuple(part for writer in WRITERS for part in writer.parts)
"""The parts that a deck file can have, of all writers."""

PART_KEYS = tuple(part.key for part in DECK_PARTS)
"""The keys of all parts, for the reader of deck files."""

__all__ = ["DECK_PARTS", "PART_KEYS", "WRITERS", "Artifact", "Context", "DeckPart", "Writer"]
