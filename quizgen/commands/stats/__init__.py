"""What a bank is made of, in numbers: for an author who asks what is still missing."""

from quizgen.commands.stats.facts import BankFacts, bank_facts

__all__ = ["BankFacts", "bank_facts"]
