"""Find the columns of a roster by their headings."""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

from quizgen.model.did_you_mean import closest
from quizgen.readers.tables.grid import TableRow, TableSheet
from quizgen.readers.tables.words import plain_word

MAX_ROWS_ABOVE = 20
"""Rows in which headings are looked for: above them may stand a school's name and a date."""
MAX_HEADING = 60
"""Characters of a heading; a longer cell is a remark."""


class PupilColumn(enum.Enum):
    """What a column says of a pupil, by the words of ``headings.txt``."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    ID = "id"
    CLASS = "class"
    FORM = "form"


class RosterColumns(NamedTuple):
    """The columns of a roster; `row` is the number of that with the headings.

    `misspelt` are headings that nobody reads, by their column, with the one that may be meant.
    """

    row: int
    columns: Mapping[PupilColumn, int]
    misspelt: Mapping[int, tuple[str, str]]

    @property
    def of_name(self) -> int | None:
        """The column with names, or, of two, with family names."""
        return self.columns.get(PupilColumn.NAME, self.columns.get(PupilColumn.FAMILY))

    def cell(self, row: TableRow, column: PupilColumn) -> str:
        """Return what `row` has in `column`, on one line; empty where there is none."""
        return " ".join(row.cell(self.columns.get(column)).split())


def find_roster_columns(sheet: TableSheet) -> RosterColumns | None:
    """Return the columns of `sheet`, or None where none of them has names of pupils."""
    for row in sheet.rows:
        if row.number > MAX_ROWS_ABOVE:
            break
        columns = _columns(row.cells)
        if PupilColumn.NAME in columns or PupilColumn.FAMILY in columns:
            return RosterColumns(row.number, columns, _misspelt(row.cells, columns))
    return None


def _columns(cells: Sequence[str]) -> dict[PupilColumn, int]:
    """Return the first column of each kind. ``Name`` beside a given name is the family name."""
    columns: dict[PupilColumn, int] = {}
    for index, cell in enumerate(cells):
        kind = _words().get(plain_word(cell)) if len(cell) <= MAX_HEADING else None
        if kind is not None:
            columns.setdefault(kind, index)
    if PupilColumn.GIVEN in columns and PupilColumn.FAMILY not in columns:
        only = PupilColumn.FAMILY if PupilColumn.NAME in columns else PupilColumn.NAME
        other = PupilColumn.NAME if PupilColumn.NAME in columns else PupilColumn.GIVEN
        columns[only] = columns.pop(other)
    return columns


def _misspelt(
    cells: Sequence[str], columns: Mapping[PupilColumn, int]
) -> dict[int, tuple[str, str]]:
    """Return the headings that are nearly the word for a column which is missing."""
    missing = {word for word, kind in _words().items() if kind not in columns and len(word) > 3}
    close = {
        index: (cell, closest(plain_word(cell), missing, _MIN_SIMILARITY))
        for index, cell in enumerate(cells)
        if cell and len(cell) <= MAX_HEADING and index not in columns.values()
    }
    return {index: (cell, word) for index, (cell, word) in close.items() if word}


_MIN_SIMILARITY = 0.8
"""``Klase`` is 0.91 like ``Klasse``, and ``mail`` 0.5 like ``family name``."""


@functools.cache
def _words() -> dict[str, PupilColumn]:
    """Return what ``headings.txt`` holds: the kind of column that each heading names."""
    text = files(__package__).joinpath("headings.txt").read_text(encoding="utf-8")
    words: dict[str, PupilColumn] = {}
    for line in text.splitlines():
        kind, _, listed = line.partition(": ")
        if listed and not line.startswith("#"):
            for word in listed.split(","):
                words.setdefault(plain_word(word), PupilColumn(kind))
    return words
