"""Why our own items are right, and their parts: back from the fields of their notes."""

from __future__ import annotations

from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.quizgen_notes import OwnItem, OwnNote
from quizgen.commands.importing.source_field import Quotes, read_sources
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.note_types import ALL_EXPLAIN, ALL_SOURCE


def proof_of_whole(item: OwnItem) -> tuple[str, str]:
    """Return explanation and source of `item`, as HTML.

    Its cards show less where it has parts. Notes built before that was so say all, each.
    """
    content = item.first.content
    explain = content.get(ALL_EXPLAIN.slug, "") if item.has_parts else ""
    source = content.get(ALL_SOURCE.slug, "") if item.has_parts else ""
    shown = {(own.content["explain"], own.content["source"]) for own in item.first_type}
    if explain or source:
        return explain or (content["explain"] if not item.is_matching else ""), source
    return next(iter(shown)) if len(shown) == 1 or not item.is_matching else ("", "")


def proof_of_part(
    own: OwnNote, item: OwnItem, quotes: Quotes, carrier: Carrier
) -> dict[str, Value]:
    """Return the keys that the part of `item` that `own` asks has of its own, if any."""
    explain, source = proof_of_whole(item)
    values: dict[str, Value] = {}
    if own.content["explain"] not in ("", explain):
        values["explain"] = carrier.text(own.content["explain"])
    shared = read_sources(source, quotes, carrier).evidence
    evidence = read_sources(own.content["source"], quotes, carrier).evidence
    if any(quote not in shared for quote in evidence):
        values["evidence"] = evidence[0] if len(evidence) == 1 else evidence
    return values
