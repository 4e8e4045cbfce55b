"""What the forms of a word have in common: house, houses; Haus, Häuser.

Stems are those of the Snowball algorithms (https://snowballstem.org).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock

from quizgen.checks.nlp.languages import Language

MIN_STEM = 4
"""Letters that must be left of a stem without its `Language.leftover_letters`: gas is no plural."""

MAX_REMEMBERED = 2**16
"""Words whose stems are remembered in each language: more than a bank has, in a few megabytes."""


def stem(word: str, language: Language, min_letters: int = MIN_STEM) -> str:
    """Return the stem of `word`, which is in lower case.

    In a language without an algorithm that is `word` itself. At least `min_letters` stay of a stem
    from which leftover letters are taken.
    """
    if not language.snowball:
        return word
    algorithm = _algorithm(language.snowball)
    root = algorithm(language.irregular.get(word, word))
    while language.stems_have_stems and (shorter := algorithm(root)) != root:
        root = shorter
    shorter = root.rstrip(language.leftover_letters)
    return shorter if len(shorter) >= min_letters else root


@cache
def _algorithm(name: str) -> Callable[[str], str]:
    """Return the Snowball algorithm `name`, with a memory for the last words.

    The library is imported for the first word only: that takes longer than all else at start-up.
    """
    import snowballstemmer

    stemmer = snowballstemmer.stemmer(name)
    lock = Lock()  # the stemmer holds the word that it works at, and the preview has threads

    @lru_cache(MAX_REMEMBERED)
    def algorithm(word: str) -> str:
        with lock:
            root: str = stemmer.stemWord(word)
        return root

    return algorithm
