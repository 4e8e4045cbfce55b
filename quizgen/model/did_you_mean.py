"""The known word that an author may have meant by an unknown one."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, words: Iterable[str]) -> str | None:
    """Return "did you mean …?" with the closest of `words`, or None if none is close to `word`."""
    likely = closest(word, words)
    return None if likely is None else f"did you mean {likely!r}?"


MIN_SIMILARITY = 0.6
"""The similarity that words need: `difflib`'s default for close matches."""

MIN_SIMILARITY_OF_SHORT = 0.8
"""The similarity that a word of up to five letters needs. "hint" is 0.75 like "lint", and "lines"
0.67: other words. "typ" is 0.86 like "type", and "titel" 0.8 like "title"."""

MAX_SHORT = 5
"""Letters of a short word."""


def closest(word: str, words: Iterable[str], min_similarity: float | None = None) -> str | None:
    """Return the closest of `words` to `word`, or None if none is close.

    The similarity is that of `difflib`. Two letters in the wrong order do not count.
    Without `min_similarity`, the length of `word` says how similar a word must be.
    """
    import difflib  # most often no word is misspelt

    lower, known = word.lower(), list(words)
    if min_similarity is None:
        min_similarity = MIN_SIMILARITY if len(lower) > MAX_SHORT else MIN_SIMILARITY_OF_SHORT
    matches = difflib.get_close_matches(lower, known, n=1, cutoff=min_similarity)
    if matches:
        return matches[0]
    letters = sorted(lower)
    return next((one for one in known if sorted(one) == letters), None)


MAX_NAMES = 12
"""Most names that a message lists (judged: more would hide the message)."""


def suggestion(word: str, words: Iterable[str]) -> str:
    """Return a help text: the closest of `words` to `word`, or else a list of `words`."""
    known = list(words)
    more = ", …" if len(known) > MAX_NAMES else ""
    return did_you_mean(word, known) or f"there are: {', '.join(known[:MAX_NAMES]) or 'none'}{more}"
