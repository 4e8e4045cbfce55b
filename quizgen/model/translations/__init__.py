"""Every word that cards and worksheets say by themselves, in the language of a bank.

The English words stand in `quizgen.model.translations.words`, the others in ``locale/*.po``:
gettext catalogues, one a language. To add one, see docs/extending.md.
"""

from quizgen.model.translations.catalogues import LANGUAGES, catalogue_for
from quizgen.model.translations.words import Words, isolated, words_for

__all__ = ["LANGUAGES", "Words", "catalogue_for", "isolated", "words_for"]
