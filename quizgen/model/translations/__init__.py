"""Every word that cards and worksheets say by themselves, in the language of a bank.

The English words stand in `quizgen.model.translations.translations`, the others in ``locale/*.po``:
gettext catalogues, one a language. To add one, see docs/extending.md.
"""

from quizgen.model.translations.catalogues import LANGUAGES, catalogue_for
from quizgen.model.translations.translations import Translations, isolated, translations_for

__all__ = ["LANGUAGES", "Translations", "catalogue_for", "isolated", "translations_for"]
