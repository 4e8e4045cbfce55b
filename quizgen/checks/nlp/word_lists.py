"""Lists of words as they are written in the languages' files."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, which is in lower case with white space between them."""
    return frozenset(text.split())
