"""How options say “all of the above”, “none” or “two of them”: a list in each language."""

from quizgen.checks.nlp.wordings.base import Phrase, Wordings
from quizgen.checks.nlp.wordings.english import ENGLISH_WORDINGS
from quizgen.checks.nlp.wordings.french import FRENCH_WORDINGS
from quizgen.checks.nlp.wordings.german import GERMAN_WORDINGS
from quizgen.checks.nlp.wordings.spanish import SPANISH_WORDINGS

__all__ = [
    "ENGLISH_WORDINGS",
    "FRENCH_WORDINGS",
    "GERMAN_WORDINGS",
    "SPANISH_WORDINGS",
    "Phrase",
    "Wordings",
]
