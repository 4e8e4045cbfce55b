"""The languages that have lists of words. To add one, write its file and add two lines here.

A bank is in one language: the lists of the others are not read.
"""

from __future__ import annotations

from quizgen.checks.nlp.languages.base import Language

LANGUAGES = ("en", "fr", "de", "es")
"""Their codes, of ISO 639."""


def language_of(code: str) -> Language:
    """Return the word lists of the language `code` (BCP 47: ``en-GB``), empty ones if unknown."""
    short = code.partition("-")[0].lower()
    match short:
        case "en":
            from quizgen.checks.nlp.languages.english import ENGLISH

            return ENGLISH
        case "fr":
            from quizgen.checks.nlp.languages.french import FRENCH

            return FRENCH
        case "de":
            from quizgen.checks.nlp.languages.german import GERMAN

            return GERMAN
        case "es":
            from quizgen.checks.nlp.languages.spanish import SPANISH

            return SPANISH
    return Language(code=short)


__all__ = ["LANGUAGES", "Language", "language_of"]
