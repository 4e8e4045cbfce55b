"""The ledgers of a project: a ledger for each bank, and a ledger beside each deck file."""

from quizgen.commands.ledgers.files import Ledgers
from quizgen.commands.ledgers.history import History, read_history
from quizgen.commands.ledgers.reports import report_abandoned_ledger

__all__ = ["History", "Ledgers", "read_history", "report_abandoned_ledger"]
