"""The ledger: what a deck's notes said when they last changed, and when that was.

With it a build is a pure function: an unchanged note keeps its time, so that Anki leaves
it alone, and a changed one gets a later time, so that Anki takes it over.
"""

from quizgen.model.ledger.advance import NoteFacts, advance
from quizgen.model.ledger.model import Ledger, NoteKey, NoteRow, Siblings, Status, TypeRow
from quizgen.model.ledger.text import format_ledger, parse_ledger

__all__ = [
    "Ledger",
    "NoteFacts",
    "NoteKey",
    "NoteRow",
    "Siblings",
    "Status",
    "TypeRow",
    "advance",
    "format_ledger",
    "parse_ledger",
]
