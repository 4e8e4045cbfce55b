"""Words for true and false in the languages of banks."""

from __future__ import annotations

_WORDS = {
    "de": ("wahr falsch", "ja nein"),
    "es": ("cierto falso", "sí no", "si no"),
    "fr": ("vrai faux", "oui non"),
    "it": ("vero falso", "sì no", "si no"),
    "pt": ("verdadeiro falso", "sim não"),
    "nl": ("waar onwaar", "ja nee"),
}
"""The words for true and false, and for yes and no, by the first part of a BCP 47 tag."""


def truth_in(language: str, word: str) -> bool | None:
    """Return the truth that `word` says in `language`, a BCP 47 tag; None where it says none.

    The words that quizgen prints for true and false in that language are among them.
    """
    from quizgen.model.translations import catalogue_for, translations_for

    pairs = [tuple(pair.split()) for pair in _WORDS.get(language.partition("-")[0].lower(), ())]
    pairs.append(translations_for(catalogue_for(language)).truth)
    typed = word.strip().casefold()
    for true, false in pairs:
        if typed in (true.casefold(), false.casefold()):
            return typed == true.casefold()
    return None
