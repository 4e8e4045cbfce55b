"""The languages that have lists of words. To add one, write its file and add a line here."""

from quizgen.checks.nlp.languages.base import Language
from quizgen.checks.nlp.languages.english import ENGLISH
from quizgen.checks.nlp.languages.french import FRENCH
from quizgen.checks.nlp.languages.german import GERMAN
from quizgen.checks.nlp.languages.spanish import SPANISH

LANGUAGES: tuple[Language, ...] = (ENGLISH, FRENCH, GERMAN, SPANISH)


def language_of(code: str) -> Language:
    """Return the word lists of the language `code` (BCP 47: ``en-GB``), empty ones if unknown."""
    short = code.partition("-")[0].lower()
    return next((known for known in LANGUAGES if known.code == short), Language(code=short))


__all__ = ["LANGUAGES", "Language", "language_of"]
