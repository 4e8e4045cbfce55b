"""How wide a text is on a terminal."""

from __future__ import annotations

import unicodedata

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Unicode's categories of what takes no column: marks over a letter, and signs for layout."""


def columns(text: str) -> int:
    """The columns `text` takes: two a wide East Asian character (UAX #11), none a mark."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
