"""What the forms of a word have in common: house, houses; Haus, Häuser.

Stems are those of the Snowball algorithms (https://snowballstem.org).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from types import ModuleType
from typing import Protocol, cast

from quizgen.checks.nlp.languages import Language
from quizgen.model.results import MISSING, Results

_LIBRARY = "snowballstemmer"

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
    """Return the Snowball algorithm `name`, with a memory for the last words."""
    lock = Lock()  # the stemmer holds the word that it works at, and the preview has threads
    results = Results(f"stem {name}")

    @lru_cache(MAX_REMEMBERED)
    def algorithm(word: str) -> str:
        root = results.of(word)
        if root is MISSING:
            with lock:
                root = _stemmer(name).stemWord(word)
            results.keep(word, root)
        return str(root)

    return algorithm


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802
        """Return the stem of `word`."""


@cache
def _stemmer(name: str) -> _Stemmer:
    """Return the stemmer of the algorithm `name`, without importing those of 30 other languages.

    The library imports all of them in 12 ms, so its package is passed by. Where it has a stemmer
    in C, or is not laid out as expected, it is used as it says.
    """
    spec = None if find_spec("Stemmer") else find_spec(_LIBRARY)
    if spec is not None and _LIBRARY not in sys.modules:
        package = ModuleType(_LIBRARY)
        package.__path__ = list(spec.submodule_search_locations or ())
        sys.modules[_LIBRARY] = package
        try:
            module = import_module(f"{_LIBRARY}.{name}_stemmer")
            return cast("_Stemmer", getattr(module, f"{name.capitalize()}Stemmer")())
        except (ImportError, AttributeError):
            pass
        finally:
            del sys.modules[_LIBRARY]
    import snowballstemmer

    return cast("_Stemmer", snowballstemmer.stemmer(name))
