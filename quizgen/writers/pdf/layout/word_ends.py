"""Where lines end in scripts without spaces between words: Thai, Lao, Khmer and Burmese.

Only a dictionary tells the words apart. ICU has one for each of these languages; icu4py, the extra
``words``, brings it along.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Set

_LETTERS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]{2}"
)
"""Two letters of Thai, Lao, Burmese or Khmer (Unicode's blocks)."""


def needs_dictionary(text: str) -> bool:
    """Return whether `text` has words with no space between."""
    return not text.isascii() and _LETTERS.search(text) is not None


@functools.cache
def has_dictionary() -> bool:
    """Return whether the library with the dictionaries is installed."""
    return importlib.util.find_spec("icu4py") is not None


def ends_of_words(text: str) -> Set[int]:
    """Return the indices in `text` of the letters after which a line may end.

    None in a text of other scripts, and none where the library is not installed.
    """
    if not needs_dictionary(text) or not has_dictionary():
        return frozenset()
    from icu4py.breakers import LineBreaker

    ends, index = set(), -1
    for part in LineBreaker(text, "th"):  # the script says which dictionary counts
        index += len(part)
        if _LETTERS.fullmatch(text[index : index + 2]):
            ends.add(index)
    return ends
