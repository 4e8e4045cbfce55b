"""The ledgers: what a bank's notes said when they last changed, when that was, and who has them.

With them a build is a pure function: an unchanged note keeps its time, so that Anki leaves it
alone, and a changed one gets a later time, so that Anki takes it over.
"""

from quizgen.model.ledger.adopt import adopted, as_former_bank, exported, former_place
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
    "exported",
    "format_deck_ledger",
    "format_ledger",
    "format_moment",
    "former_place",
    "joined",
    "parse_deck_ledger",
    "parse_ledger",
]
