"""Ledgers: a bank's notes as last built, the times of their changes, and the decks that have them.

With ledgers a build is a pure function: an unchanged note keeps its time, so that Anki leaves the
note alone, and a changed note gets a later time, so that Anki updates it.
"""

from quizgen.model.ledger.adopt import adopted, as_former_bank, former_place, homes, known_as
from quizgen.model.ledger.advance import NoteFacts, Step, advance
from quizgen.model.ledger.model import DeckLedger, Ledger, NoteKey, NoteRow, Status, TypeRow
from quizgen.model.ledger.parse import parse_deck_ledger, parse_ledger
from quizgen.model.ledger.settle import joined
from quizgen.model.ledger.text import format_deck_ledger, format_ledger, format_moment

__all__ = [
    "DeckLedger",
    "Ledger",
    "NoteFacts",
    "NoteKey",
    "NoteRow",
    "Status",
    "Step",
    "TypeRow",
    "adopted",
    "advance",
    "as_former_bank",
    "format_deck_ledger",
    "format_ledger",
    "format_moment",
    "former_place",
    "homes",
    "joined",
    "known_as",
    "parse_deck_ledger",
    "parse_ledger",
]
