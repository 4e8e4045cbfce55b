"""Tables of a text: columns as wide as their words want, rows between hairlines."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Style, Styled, Table, filled, gaps_of, plain_text
from quizgen.model.text.runs import Align, Cell, Run
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.layout.block_frame import BlockFrame
from quizgen.writers.pdf.layout.blocks import (
    Row,
    as_group,
    gap,
    height,
    keep_together,
    side_by_side_cells,
    with_repeated_header,
)
from quizgen.writers.pdf.layout.display_list import DrawRule, EmptyTag
from quizgen.writers.pdf.layout.inline_content import GapStyle
from quizgen.writers.pdf.layout.style import HAIR, LINE, TextStyle
from quizgen.writers.pdf.layout.tags import COLUMN_HEAD, Tag
from quizgen.writers.pdf.layout.text_setter import TextSetter

_SLACK = 0.01
"""Points by which a column is wider than its words: adding up floats may lose so much."""

_MAX_WHOLE = 200.0
"""Points up to which a table is not divided, as in `side_by_side_cells`: a quarter of a page."""

_MAX_WHITE = 0.25
"""How much of the width the white between columns takes at most: by eye."""

_SHARES = {Align.START: 0.0, Align.CENTER: 0.5, Align.END: 1.0}
"""How much of the white beside a cell's words stands before them."""


def table_rows(table: Table, typesetter: TextSetter, frame: BlockFrame) -> list[Row]:
    """Return `table`, no wider than `frame`; where a long one goes on, its head is repeated."""
    text_style, x, width, tag, gaps = frame
    edition = typesetter.edition
    strong = text_style._replace(font=text_style.font._replace(strong=True))
    between = min(edition.cell_gap, _MAX_WHITE * width / max(len(table.head) - 1, 1))
    available = width - between * (len(table.head) - 1)
    measure = _Measure(typesetter, gaps, available)
    widths = _column_widths(table, measure, text_style.font, strong.font)
    starts = [x]
    for column in widths:
        starts.append(starts[-1] + column + between)
    columns = list(zip(starts, widths, strict=False))
    across = starts[-1] - between - x
    element = Tag("Table", tag) if tag else None

    def cells(row: Sequence[Cell], style: TextStyle, kind: str, parent: Tag | None) -> list[Row]:
        line = Tag("TR", parent) if parent else None
        attributes = COLUMN_HEAD if kind == "TH" else None
        columns_of_rows = [
            _cell(
                cell,
                typesetter,
                style,
                place,
                Tag(kind, line, attributes=attributes) if line else None,
                gaps,
            )
            for cell, place in zip(row, columns, strict=True)
        ]
        return side_by_side_cells(columns_of_rows, Row(style.leading, baseline=style.baseline))

    def head(parent: Tag | None) -> list[Row]:
        if not table.has_head:
            return []
        rule = DrawRule(x, 0.0, across, edition.stroke, LINE)
        space = gap(edition.option_gap)
        return keep_together(
            [*cells(table.head, strong, "TH", parent), space, Row(edition.stroke, (rule,))]
        )

    body: list[Row] = []
    for index, row in enumerate(table.rows):
        if index:
            rule = DrawRule(x, 0.0, across, edition.hairline, HAIR)
            body.append(Row(edition.hairline, (rule,)))
        lines = cells(row, text_style, "TD", element)
        space = gap(edition.option_gap)
        above = [space] if index or table.has_head else []
        body += [*above, *lines[:-1], *keep_together(lines[-1:]), space]
    rows = [*head(element), *with_repeated_header(body, head(None))]
    return as_group(rows) if height(rows) <= _MAX_WHOLE else rows


def _cell(
    cell: Cell,
    typesetter: TextSetter,
    text_style: TextStyle,
    place: tuple[float, float],
    tag: Tag | None,
    gaps: GapStyle,
) -> list[Row]:
    """Return the rows of `cell`; `place` is where its column begins, and how wide it is."""
    x, width = place
    natural = typesetter.natural_width(cell.runs, text_style.font, width, gaps)
    x += max(width - natural, 0.0) * _SHARES[cell.align]
    rows = typesetter.rows(cell.runs, text_style, x, width + _SLACK, tag, gaps)
    if rows:
        return rows
    empty = (EmptyTag(tag),) if tag else ()
    return [Row(text_style.leading, empty, text_style.baseline)]


class _Measure(NamedTuple):
    """Measures the texts of cells, in points; `available` are those of all columns."""

    typesetter: TextSetter
    gaps: GapStyle
    available: float

    def natural(self, runs: Sequence[Run], font: Font) -> float:
        """Return the width of `runs` on one line."""
        return self.typesetter.natural_width(runs, font, self.available, self.gaps)

    def longest_word(self, runs: Sequence[Run], font: Font) -> float:
        """Return the width of the longest word of `runs`, or blank; at least that of a digit."""
        bold = any(isinstance(run, Styled) and run.style & Style.STRONG for run in runs)
        measured = font._replace(strong=font.strong or bold)
        words = (*plain_text(filled(runs, lambda gap: (" ",))).split(" "), "0")
        blanks = [
            self.typesetter.natural_width((gap,), font, self.available, self.gaps)
            for gap in gaps_of(runs)
        ]
        return max(*blanks, *(self.typesetter.width(word, measured) for word in words))


def _column_widths(table: Table, measure: _Measure, font: Font, strong: Font) -> list[float]:
    """Return the widths of the columns, which may take what `measure` has available.

    Each is as wide as its longest cell. Where that is too wide in all, columns that want less than
    an equal share get what they want. The others have at least their longest words, and what is
    left is shared out by what each wants beyond them; where not even the words fit, they are cut.
    """
    natural_widths, longest_words, available = [], [], measure.available
    for index, head in enumerate(table.head):
        column = [(head.runs, strong), *((row[index].runs, font) for row in table.rows)]
        natural_widths.append(max(measure.natural(r, f) for r, f in column))
        longest_words.append(
            min(natural_widths[-1], max(measure.longest_word(r, f) for r, f in column))
        )
    if sum(natural_widths) <= available:
        return natural_widths
    if sum(longest_words) >= available:
        return [one * available / sum(longest_words) for one in longest_words]
    wide = _wide_columns(natural_widths, longest_words, available)
    words = [
        natural_widths[i] if i not in wide else longest_words[i] for i in range(len(natural_widths))
    ]
    spread = sum(natural_widths[i] - longest_words[i] for i in wide)
    share = (available - sum(words)) / spread if spread else 0.0
    return [word + (more - word) * share for word, more in zip(words, natural_widths, strict=True)]


def _wide_columns(
    natural_widths: Sequence[float], longest_words: Sequence[float], available: float
) -> set[int]:
    """Return the indices of the columns that do not get all that they want.

    A narrow one gets it, if the longest words of the others still fit.
    """
    wide = set(range(len(natural_widths)))
    room, needed = available, sum(longest_words)
    for index in sorted(wide, key=lambda index: natural_widths[index]):
        needed -= longest_words[index]
        if natural_widths[index] > room / len(wide) or room - natural_widths[index] < needed:
            break
        wide.discard(index)
        room -= natural_widths[index]
    return wide
