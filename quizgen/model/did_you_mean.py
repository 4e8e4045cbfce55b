"""The known word that an author may have meant by an unknown one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, words: Iterable[str]) -> str | None:
    """Return "did you mean …?" with the closest of `words`, or None if none is close to `word`."""
    likely = closest(word, words)
    return None if likely is None else f"did you mean {likely!r}?"


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the closest of `words` to `word`, or None if none has a similarity of 0.6 or more.

    The similarity is that of `difflib`, and 0.6 its default for close matches.
    """
    matches = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return matches[0] if matches else None


MAX_NAMES = 12
"""Most names that a message lists (judged: more would hide the message)."""


def suggestion(word: str, words: Iterable[str]) -> str:
    """Return a help text: the closest of `words` to `word`, or else a list of `words`."""
    known = list(words)
    more = ", …" if len(known) > MAX_NAMES else ""
    return did_you_mean(word, known) or f"there are: {', '.join(known[:MAX_NAMES]) or 'none'}{more}"
