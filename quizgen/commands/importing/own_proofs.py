"""From the fields of quizgen's notes back to the proofs of items and of their parts."""

from __future__ import annotations

from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.quizgen_notes import OwnItem, OwnNote
from quizgen.commands.importing.source_field import Quotes, read_sources
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.note_types import ALL_EXPLAIN, ALL_SOURCE


def proof_of_whole(item: OwnItem) -> tuple[str, str]:
    """Return explanation and source of `item` as a whole, as HTML.

    The notes of an item with parts have these in fields of their own, beside those of the part.
    Notes of older builds have no such fields: each has the explanation and source of the item.
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
    """Return the keys ``explain`` and ``evidence`` of the part of `item` that `own` asks for.

    A key is left out where the part has the same as the whole item. Quotes are added to `quotes`.
    """
    explain, source = proof_of_whole(item)
    values: dict[str, Value] = {}
    if own.content["explain"] not in ("", explain):
        values["explain"] = carrier.text(own.content["explain"])
    shared = read_sources(source, quotes, carrier).evidence
    evidence = read_sources(own.content["source"], quotes, carrier).evidence
    if any(quote not in shared for quote in evidence):
        values["evidence"] = evidence[0] if len(evidence) == 1 else evidence
    return values
