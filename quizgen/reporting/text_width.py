"""Measure texts in columns of a terminal, and align the columns of tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Unicode categories of characters without width: combining marks and format characters."""


def display_width(text: str) -> int:
    """Return the terminal columns of `text`: two for a wide East Asian character (UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def align_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return each row as a line, with the cells of a column aligned; rows have the same length."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_pad, row, widths)).rstrip() for row in rows]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))
