"""Read explanations and sources of quizgen's items, and of their parts, from their notes."""

from __future__ import annotations

from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.quizgen_extras import hint_of, hint_of_whole
from quizgen.commands.importing.quizgen_notes import QuizgenItem, QuizgenNote
from quizgen.commands.importing.source_field import PassageQuotes, read_sources
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.note_types import ALL_EXPLAIN, ALL_SOURCE


def proof_of_whole(item: QuizgenItem) -> tuple[str, str]:
    """Return the explanation and the source of `item`, as HTML.

    The notes of an item with parts have fields for both. Notes of early versions have the
    explanation and source of the whole item in each note.
    """
    content = item.first.content
    explain = content.get(ALL_EXPLAIN.slug, "") if item.has_parts else ""
    source = content.get(ALL_SOURCE.slug, "") if item.has_parts else ""
    pairs = {(note.content["explain"], note.content["source"]) for note in item.first_type}
    if explain or source:
        return explain or (content["explain"] if not item.is_matching else ""), source
    return next(iter(pairs)) if len(pairs) == 1 or not item.is_matching else ("", "")


def proof_of_part(
    note: QuizgenNote, item: QuizgenItem, quotes: PassageQuotes, converter: FieldConverter
) -> dict[str, Value]:
    """Return the keys ``hint``, ``explain`` and ``evidence`` of the part that `note` asks.

    A key is left out where the part has the value of the whole `item`.
    """
    explain, source = proof_of_whole(item)
    values: dict[str, Value] = {}
    hint = hint_of(note.content, converter)
    if hint not in ("", hint_of_whole(item, converter)):
        values["hint"] = hint
    if note.content["explain"] not in ("", explain):
        values["explain"] = converter.to_blocks(note.content["explain"])
    shared = read_sources(source, quotes, converter).evidence
    evidence = read_sources(note.content["source"], quotes, converter).evidence
    if any(quote not in shared for quote in evidence):
        values["evidence"] = evidence[0] if len(evidence) == 1 else evidence
    return values
