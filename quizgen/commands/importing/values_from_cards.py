"""The keys of a question as its cards show them, where no entry of its author is there."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.commands.importing.quizgen_extras import extras_of
from quizgen.commands.importing.quizgen_note_types import BankContext, read_quizgen_item
from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.commands.importing.quizgen_proofs import proof_of_whole
from quizgen.commands.importing.source_field import read_sources
from quizgen.readers.yaml.emit import Value


def values_from_cards(item: QuizgenItem, id: str, bank: BankContext) -> dict[str, Value] | None:
    """Return the keys of `item`, which gets the `id`, but for its tags and its difficulty.

    Return None if its fields are not as quizgen writes them.
    """
    values = read_quizgen_item(item, bank)
    if values is None:
        return None
    explanation, source = proof_of_whole(item)
    values = {"id": id, **values}
    if explain := bank.converter.to_blocks(explanation):
        values["explain"] = explain
    values |= extras_of(item, bank.converter)
    sources = read_sources(source, bank.quotes, bank.converter)
    for key, texts in (("evidence", sources.evidence), ("reference", sources.references)):
        if texts:
            values[key] = texts[0] if len(texts) == 1 else texts
    return values


def question_text(values: Mapping[str, Value]) -> str:
    """Return what the question with the keys `values` asks, in Markdown."""
    return next((str(values[key]) for key in ("front", "question", "text") if key in values), "")
