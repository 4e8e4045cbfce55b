"""What a project remembers of its notes: one ledger a bank, and one beside each deck file."""

from quizgen.commands.ledgers.files import Ledgers
from quizgen.commands.ledgers.history import History, read_history

__all__ = ["History", "Ledgers", "read_history"]
