"""The part of a deck file that asks for an Anki deck: ``anki:``."""

from __future__ import annotations

from quizgen.assemble import selected_questions
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.readers.keys import Key, TableShape
from quizgen.writers.anki.deck_part.keys import ANKI_KEYS, DECK_NAME, anki_from
from quizgen.writers.anki.deck_part.spec import AnkiDeck, AnkiSpec, StudyOptions, Subdecks
from quizgen.writers.anki.deck_part.study_options import OPTION_KEYS
from quizgen.writers.base import DeckPart

ANKI_FORM = "anki"
"""Seeds, with the bank's id, the shuffles of cards: options stand differently on paper."""


def _assemble(spec: AnkiSpec, bank: Bank, report: Report) -> AnkiDeck:
    if bank.joined:
        report.error(
            "cards-of-several-banks",
            spec.span,
            "cards belong to one bank: pupils' reviews are kept under its id",
            f"write a deck file for each bank with `deck: {spec.deck!r}`; Anki puts the cards of "
            "all of them into that deck",
        )
        return AnkiDeck(spec.deck, spec.subdecks, spec.description, ())
    questions = selected_questions(spec.selection, bank, ANKI_FORM, "the Anki deck", report)
    return AnkiDeck(
        spec.deck,
        spec.subdecks,
        spec.description,
        questions,
        spec.options,
        spec.flips,
        spec.span,
    )


ANKI = DeckPart(
    key=Key("anki", TableShape(ANKI_KEYS, anki_from), "the Anki deck; leave out to make none"),
    noun="Anki deck",
    assemble=_assemble,
)

__all__ = [
    "ANKI",
    "ANKI_FORM",
    "ANKI_KEYS",
    "DECK_NAME",
    "OPTION_KEYS",
    "AnkiDeck",
    "AnkiSpec",
    "StudyOptions",
    "Subdecks",
]
