"""The words of cards and worksheets that are quizgen's own, in the language of a bank.

The English words are in `quizgen.model.translations.translations`, the others in ``locale/*.po``:
gettext catalogues, one a language. To add one, see docs/extending.md.
"""

from quizgen.model.translations.catalogues import LANGUAGES, catalogue_for
from quizgen.model.translations.practice_words import PracticeWords
from quizgen.model.translations.translations import Translations, isolated, translations_for

__all__ = [
    "LANGUAGES",
    "PracticeWords",
    "Translations",
    "catalogue_for",
    "isolated",
    "translations_for",
]
