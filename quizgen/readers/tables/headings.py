"""Find the row of headings of a sheet, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.tables.grid import MAX_ROWS_ABOVE, TableRow, TableSheet, column_of
from quizgen.readers.tables.words import ColumnRole, part_of, plain_word

HEADINGS = "headings"
"""The word of ``--column`` for the row of the headings, which is a number; 0 is for none."""
MAX_DIGITS = 6
"""Digits of the number of a row are fewer."""

_INSTRUCTIONS = re.compile(r"^(?:text of the question|question type|\(required\)|e\.g\.)", re.I)
_SINGLE = {
    part
    for part in ColumnRole
    if part
    not in (
        *(ColumnRole.OPTION, ColumnRole.WRONG, ColumnRole.ANSWER),
        *(ColumnRole.WHY_WRONG, ColumnRole.TAGS),
    )
}


@dataclass(slots=True)
class Columns:
    """The columns of a sheet by the part that they hold; `row` is that of the headings.

    `unknown` are columns whose heading says nothing, with the heading. `by_number` says that this
    program writes right answers as numbers of options. `is_assumed` says that nothing in `row`
    shows that it has headings.
    """

    row: int = 0
    parts: dict[ColumnRole, list[int]] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    by_number: bool = False
    is_assumed: bool = False

    def first(self, part: ColumnRole) -> int | None:
        """Return the first column with `part`, or None."""
        return next(iter(self.parts.get(part, ())), None)

    @property
    def can_ask(self) -> bool:
        """Whether the columns hold something to ask and something to answer."""
        has_answer = any(p in self.parts for p in (ColumnRole.ANSWER, ColumnRole.BACK))
        return any(p in self.parts for p in (ColumnRole.QUESTION, ColumnRole.FRONT)) and has_answer


def headings_row(wishes: Mapping[str, str]) -> int | None:
    """Return the row of the headings among `wishes`, 0 for none; None without, or for no number."""
    wish = wishes.get(HEADINGS, "")
    return int(wish) if wish.isascii() and wish.isdigit() and len(wish) < MAX_DIGITS else None


def find_columns(sheet: TableSheet, wishes: Mapping[str, str]) -> Columns:
    """Return the columns of `sheet`; `wishes` are those of ``--column``, by part."""
    best = Columns()
    for row in sheet.rows:
        if row.number > MAX_ROWS_ABOVE:
            break
        columns = _columns(row.number, row.cells)
        if _score(columns) > _score(best):
            best = columns
    if not best.parts and wishes and sheet.rows:
        first = sheet.rows[0]
        unknown = {i: c for i, c in enumerate(first.cells) if c}
        best = Columns(first.number, {}, unknown, is_assumed=True)
    if HEADINGS in wishes:
        number = headings_row(wishes) or 0
        cells = next((r.cells for r in sheet.rows if r.number == number), ())
        best = _columns(number, cells)
    for part, wish in wishes.items():
        if part != HEADINGS:
            _wish(best, ColumnRole(part), wish, sheet)
    return best


def _wish(columns: Columns, part: ColumnRole, wish: str, sheet: TableSheet) -> None:
    """Give the columns that `wish` names, by letter or heading, to `part`."""
    cells = next((row.cells for row in sheet.rows if row.number == columns.row), ())
    chosen = []
    for name in wish.split(","):
        by_heading = [i for i, c in enumerate(cells) if plain_word(c) == plain_word(name)]
        columns.is_assumed &= not by_heading
        column = by_heading[0] if by_heading else column_of(name.strip())
        if column is not None:
            chosen.append(column)
    for others in columns.parts.values():
        others[:] = [column for column in others if column not in chosen]
    columns.parts = {key: value for key, value in columns.parts.items() if value}
    columns.parts[part] = chosen
    for column in chosen:
        columns.unknown.pop(column, None)


def _score(columns: Columns) -> int:
    return len(columns.parts) + 10 * columns.can_ask if len(columns.parts) > 1 else 0


def _columns(number: int, cells: tuple[str, ...]) -> Columns:
    columns = Columns(number)
    for index, cell in enumerate(cells):
        part = part_of(cell) if cell else None
        if part is None or (part in _SINGLE and part in columns.parts):
            if cell:
                columns.unknown[index] = cell
            continue
        columns.parts.setdefault(part, []).append(index)
        words = plain_word(cell)
        columns.by_number |= part is ColumnRole.ANSWER and (
            "only include" in words or "choose" in words
        )
    answers = columns.parts.get(ColumnRole.ANSWER, [])
    if len(answers) > 1 and ColumnRole.OPTION not in columns.parts:
        # One heading several times, as in "answer, answer, answer": the first is right.
        columns.parts[ColumnRole.WRONG] = columns.parts.get(ColumnRole.WRONG, []) + answers[1:]
        columns.parts[ColumnRole.ANSWER] = answers[:1]
    types = columns.parts.get(ColumnRole.TYPE)
    columns.by_number |= bool(types) and any(plain_word(c) == "time in seconds" for c in cells)
    return columns


def taken_for_headings(
    sheet: TableSheet, columns: Columns, wishes: Mapping[str, str]
) -> list[tuple[ForeignLoss, str]]:
    """Return the rows of `sheet` above its questions that may be questions as well.

    These are not headings that are known, or that `wishes` name, nor a title, which is one cell
    alone.
    """
    if HEADINGS in wishes or not columns.can_ask:
        return []
    above = [row for row in sheet.rows if row.number < columns.row + columns.is_assumed]
    texts = [(row.number, list(filter(None, row.cells))) for row in above]
    return [
        (ForeignLoss.HEADINGS, f"row {number}: {' | '.join(cells)}")
        for number, cells in texts
        if len(cells) > 1
    ]


def is_instruction(row: TableRow, columns: Columns) -> bool:
    """Return whether `row` says what to write below it, as the templates of some programs do."""
    return bool(_INSTRUCTIONS.match(row.cell(columns.first(ColumnRole.QUESTION))))


def cells_of(row: TableRow, columns: Columns, part: ColumnRole) -> list[str]:
    """Return the cells of `part` with content; a single column may list several, one a line."""
    places = columns.parts.get(part, [])
    cells = [cell for column in places if (cell := row.cell(column))]
    if len(places) == 1 and cells:
        parts = re.split(r"\s*[;|\n]\s*", cells[0])
        return [re.sub(r"^\(?[A-Ja-j1-9][).]\s+", "", part) for part in parts if part]
    return cells


def options_of(row: TableRow, columns: Columns) -> list[str]:
    """Return the options of `row`, a column each: an empty one keeps its letter and number."""
    places = columns.parts.get(ColumnRole.OPTION, [])
    cells = cells_of(row, columns, ColumnRole.OPTION)
    return [row.cell(column) for column in places] if cells and len(places) > 1 else cells
