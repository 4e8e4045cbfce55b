"""Numbers as the source of a PDF file."""

from __future__ import annotations

_MOST = 2_000
"""So many numbers are remembered: more than begin the texts of a few pages, and 0.3 MB."""


class _Decimals(dict[float, str]):
    """Maps a number to its source with two decimals.

    Most texts begin where others do, above them or beside them, and to look a number up takes a
    fifth of the steps of writing it.
    """

    def __missing__(self, number: float) -> str:
        source = f"{number:.2f}"
        if number:  # 0.0 and -0.0 are one key with two sources
            if len(self) >= _MOST:
                self.clear()
            self[number] = source
        return source


DECIMALS = _Decimals()
