"""How wide a text is on a terminal, and tables of aligned columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

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


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Each row as a line; the cells of a column begin at the same place. Rows are of one length."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
