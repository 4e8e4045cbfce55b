"""A table as its cells, whatever file it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.model.source import Position, Source, Span

MAX_ROWS = 20_000
"""Rows that are read of one sheet: twice the largest bank."""

MAX_ROWS_ABOVE = 20
"""Rows in which headings are looked for. Kahoot's stand in row 8."""

MAX_COLUMNS = 200
MAX_CELL_LENGTH = 100_000
"""Characters, as many as a value of a bank may have."""

MAX_TABLE_LENGTH = 32 * 1024 * 1024
"""Characters in all cells of a file: ten times those of the largest bank."""

ALWAYS_ALLOWED = 2 * 1024 * 1024
"""Characters that the cells of any file may have, however small it is."""

MAX_GROWTH = 20
"""Characters of all cells per byte of the file. A cell may say that it stands for many, and a
text may stand once for all cells that have it; real tables stay below 5 (measured)."""


class DamagedTableError(Exception):
    """A table that cannot be read; the message says why in a clause."""


class Room:
    """The characters that the cells of a file of `size` bytes may still have."""

    def __init__(self, size: int) -> None:
        self._left = min(MAX_TABLE_LENGTH, max(ALWAYS_ALLOWED, MAX_GROWTH * size))

    def take(self, cells: Sequence[str], times: int = 1) -> None:
        """Count `cells`, which stand for `times` as many.

        Raises:
            DamagedTableError: There is no room for them.
        """
        self._left -= times * sum(len(cell) + 1 for cell in cells)
        if self._left < 0:
            raise DamagedTableError("its cells unpack to too much")


class TableRow(NamedTuple):
    """The cells of a row, as text without blanks at the ends; `number` is from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """Return the cell in `column`, from 0; empty where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


class TableSheet(NamedTuple):
    """A sheet of a table; `name` is empty in a file with one table and no name.

    `lines` holds, for a text file, the line on which the row with each number begins, from 0.
    `cut` says what of it was not read, each in a clause, and `separator` stands between the cells
    of a text.
    """

    source: Source
    name: str
    rows: tuple[TableRow, ...]
    lines: dict[int, int]
    cut: tuple[str, ...] = ()
    separator: str = ","

    def place(self, row: int, column: int | None = None) -> Span:
        """Return the place of a cell: of a text its characters, of a sheet row and column.

        Without `column`, of a text its line.
        """
        if self.lines:
            line = self.lines.get(row, 0)
            if column is None:
                return Span(self.source, Position(line, 0), Position(line, 0))
            begin, end = _cell(self.source.text, self.source.offset(line), column, self.separator)
            position = self.source.position
            return Span(self.source, position(begin), position(end))
        at = Position(row - 1, column or 0)
        return Span(self.source, at, at)

    def where(self, row: int, column: int | None = None) -> str:
        """Return the place of a row or of its cell in words."""
        cell = f"row {row}" if column is None else f"cell {letters(column)}{row}"
        return f"sheet “{self.name}”, {cell}" if self.name else cell


def _cell(text: str, begin: int, column: int, separator: str) -> tuple[int, int]:
    """Return where the cell in `column`, from 0, of the row that begins at `begin` stands.

    A row with fewer cells has it at its end.
    """
    is_quoted = False
    for offset in range(begin, len(text)):
        sign = text[offset]
        if sign == '"':
            is_quoted = not is_quoted
        elif not is_quoted and sign in (separator, "\n"):
            if column == 0 or sign == "\n":
                return begin, offset
            begin, column = offset + 1, column - 1
    return begin, len(text)


def beyond(row: int, cells: Sequence[str]) -> Iterator[str]:
    """Yield what of the `cells` of `row` is beyond the limits, each in a clause."""
    if any(cell.strip() for cell in cells[MAX_COLUMNS:]):
        yield f"cells of row {row} behind column {MAX_COLUMNS}"
    if any(len(cell) > MAX_CELL_LENGTH for cell in cells):
        yield f"characters of a cell of row {row} behind the first {MAX_CELL_LENGTH}"


def letters(column: int) -> str:
    """Return the letters over `column`, which counts from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(name: str) -> int | None:
    """Return the column with the letters `name`, from 0, or None if they are none."""
    if not name.isascii() or not name.isalpha() or len(name) > 3:
        return None
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
