"""How options say “all of the above”, “none” or “two of them”: a list in each language."""

from quizgen.checks.nlp.wordings.base import Phrase, Wordings

__all__ = ["Phrase", "Wordings"]
