"""The width of a text on a terminal, and tables with aligned columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Unicode's categories of characters that take no column: marks over letters, format characters."""


def columns(text: str) -> int:
    """Return the number of columns that `text` takes on a terminal.

    A wide East Asian character takes two (UAX #11), a mark none.
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return each of `rows` as a line, where the cells of a column begin at the same place.

    All rows must have the same number of cells.
    """
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
