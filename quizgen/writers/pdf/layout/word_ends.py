"""Where lines end in scripts without spaces between words: Thai, Lao, Khmer and Burmese.

Only a dictionary tells the words apart. ICU has one for each of these languages; icu4py, the extra
``words``, brings it along.
"""

from __future__ import annotations

import functools
import importlib.util
import re
import unicodedata
from collections.abc import Set

_LETTERS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]{2}"
)
"""Two letters of Thai, Lao, Burmese or Khmer (Unicode's blocks)."""
_VOWELS_BEHIND = frozenset("\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3")
"""Vowels of Thai and Lao that stand behind their consonant: letters to Unicode, not marks."""


def needs_dictionary(text: str) -> bool:
    """Return whether `text` has words with no space between."""
    return not text.isascii() and _LETTERS.search(text) is not None


@functools.cache
def has_dictionary() -> bool:
    """Return whether the library with the dictionaries is installed."""
    return importlib.util.find_spec("icu4py") is not None


def ends_of_words(text: str) -> Set[int]:
    """Return the indices in `text` of the letters after which a line may end.

    None in a text of other scripts, and none where the library is not installed. No line begins
    with a mark or a vowel that belongs to the letter before it, whatever a text with typing errors
    leads ICU to.
    """
    if not needs_dictionary(text) or not has_dictionary():
        return frozenset()
    from icu4py.breakers import LineBreaker

    ends, index = set(), -1
    for part in LineBreaker(text, "th"):  # the script says which dictionary counts
        index += len(part)
        two = text[index : index + 2]
        if _LETTERS.fullmatch(two) and not _belongs_to_the_last(two[1]):
            ends.add(index)
    return ends


def _belongs_to_the_last(letter: str) -> bool:
    """Return whether `letter` is written around the one before it."""
    return letter in _VOWELS_BEHIND or unicodedata.category(letter).startswith("M")
