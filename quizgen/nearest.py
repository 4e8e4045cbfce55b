"""The word an author may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str | None:
    """A question that names the one of `words` most like `word`, if any is like it at all."""
    found = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return f"did you mean {found[0]!r}?" if found else None
