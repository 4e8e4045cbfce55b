"""The bubbles, names and boxes of one question, each at its place. Lengths are millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from quizgen.model.answer_sheets.geometry import Box, Bubble, BubbleRow
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.documents.answer_sheet.plans import BlockPlan, RowPlan
from quizgen.writers.pdf.documents.answer_sheet.style import SheetStyle

MAX_UNIT = 28.0
"""Millimetres for the unit of a number, which is cut where it is longer: by eye."""


class TextPlace(NamedTuple):
    """A short text that begins at `x`, or has its middle there if it is `centred`.

    `y` is the middle of its capitals.
    """

    x: float
    y: float
    text: str
    centred: bool = False


class RowPlace(NamedTuple):
    """A row: its name, those of its options, the box to write its digit into, and its bubbles."""

    label: TextPlace | None
    names: tuple[TextPlace, ...]
    box: Box | None
    field: BubbleRow


class BlockPlace(NamedTuple):
    """A question's rows in a rectangle that is `width` by `height`, whose top left is `x`, `y`.

    `unit` is that of a number, above its boxes.
    """

    plan: BlockPlan
    x: float
    y: float
    width: float
    height: float
    number: TextPlace
    rows: tuple[RowPlace, ...]
    unit: TextPlace | None = None


class Measure(Protocol):
    """Gives the width of a text in the type of a question's number, or in small type."""

    def __call__(self, text: str, *, small: bool) -> float:
        """Return the width of `text` in millimetres."""
        ...


class BlockSetter:
    """Sets blocks in the measures of `style`, none wider than `max_width`.

    `number_width` is the room for the numbers of questions.
    """

    def __init__(
        self, style: SheetStyle, measure: Measure, number_width: float, max_width: float
    ) -> None:
        self.style = style
        self._measure = measure
        self._number_width = number_width
        self._max_width = max_width

    def place(self, plan: BlockPlan) -> BlockPlace:
        """Return `plan` with its top left corner at 0, 0."""
        labels = max((self._measure(row.label, small=True) for row in plan.rows), default=0.0)
        left = self._number_width + (labels + 1.5 if labels else 0.0)
        if plan.has_boxes:
            unit_width = min(self._measure(plan.unit, small=True), MAX_UNIT) if plan.unit else 0.0
            left = max(left + self.style.row + 1.0, unit_width + 2.0)
        rows, width, height = (self._grid if plan.is_grid else self._line)(plan, left)
        first = rows[0].field.bubbles[0].y if rows else 0.0
        number = TextPlace(0.0, first, plan.label)
        unit = TextPlace(0.0, self.style.head / 2, plan.unit) if plan.unit else None
        return BlockPlace(plan, 0.0, 0.0, width, height, number, rows, unit)

    def _line(self, plan: BlockPlan, left: float) -> tuple[tuple[RowPlace, ...], float, float]:
        """Return one row whose options have their names beside them, on as many lines as needed."""
        style, row = self.style, plan.rows[0]
        widths = [self._measure(name, small=False) for _, name in row.options]
        equal = max(widths, default=0.0) if max(map(_length, row.options), default=0) < 3 else 0.0
        x, y, right = left, style.row / 2, 0.0
        names, bubbles = [], []
        for (value, name), width in zip(row.options, widths, strict=True):
            cell = max(width, equal) + style.label_gap + 2 * style.radius
            if x + cell > self._max_width and x > left:
                x, y = left, y + style.row
            names.append(TextPlace(x + max(width, equal) - width, y, name))
            bubbles.append(Bubble(x + cell - style.radius, y, value))
            right = max(right, x + cell)
            x += cell + style.option_gap
        placed = RowPlace(None, tuple(names), None, _field(plan, row, bubbles))
        return (placed,), right, y + style.row / 2

    def _grid(self, plan: BlockPlan, left: float) -> tuple[tuple[RowPlace, ...], float, float]:
        """Return rows below the names of their options; many options go on below all rows."""
        style = self.style
        options = plan.rows[0].options
        fitting = max(1, int((self._max_width - left - 2 * style.radius) / style.pitch) + 1)
        parts: dict[int, list[Bubble]] = {row.part: [] for row in plan.rows}
        middles: dict[int, float] = {}
        heads: list[TextPlace] = []
        y = 0.0
        for first in range(0, len(options), fitting):
            chunk = options[first : first + fitting]
            xs = [left + style.radius + place * style.pitch for place in range(len(chunk))]
            heads += [
                TextPlace(x, y + style.head / 2, name, centred=True)
                for x, (_, name) in zip(xs, chunk, strict=True)
            ]
            y += style.head
            for row in plan.rows:
                middle = y + style.row / 2
                middles.setdefault(row.part, middle)
                for x, (value, _) in zip(xs, row.options[first : first + fitting], strict=True):
                    parts[row.part].append(Bubble(x, middle, value))
                y += style.row
        rows = []
        for index, row in enumerate(plan.rows):
            middle = middles[row.part]
            label = TextPlace(self._number_width, middle, row.label) if row.label else None
            side = style.row - 0.6
            box = Box(left - side - 1.3, middle - side / 2, side, side) if plan.has_boxes else None
            names = tuple(heads) if not index else ()
            rows.append(RowPlace(label, names, box, _field(plan, row, parts[row.part])))
        count = min(fitting, len(options))
        return tuple(rows), left + 2 * style.radius + (count - 1) * style.pitch, y


def _length(option: tuple[str, str]) -> int:
    return len(option[1])


def _field(plan: BlockPlan, row: RowPlan, bubbles: Sequence[Bubble]) -> BubbleRow:
    return BubbleRow(plan.question, plan.label, row.part, plan.kind, tuple(bubbles))


def parted(plan: BlockPlan, max_rows: int) -> Iterator[BlockPlan]:
    """Yield `plan` in parts of at most `max_rows` rows."""
    for first in range(0, len(plan.rows), max_rows):
        yield plan._replace(rows=plan.rows[first : first + max_rows])


def moved(block: BlockPlace, x: float, y: float) -> BlockPlace:
    """Return `block` moved by `x` and `y`, with its coordinates in steps of a micrometre."""

    def text(place: TextPlace) -> TextPlace:
        return place._replace(x=place.x + x, y=place.y + y)

    def bubble(one: Bubble) -> Bubble:
        return Bubble(round(one.x + x, 3), round(one.y + y, 3), one.value)

    rows = tuple(
        RowPlace(
            text(row.label) if row.label else None,
            tuple(map(text, row.names)),
            row.box._replace(x=row.box.x + x, y=row.box.y + y) if row.box else None,
            row.field._replace(bubbles=tuple(map(bubble, row.field.bubbles))),
        )
        for row in block.rows
    )
    return block._replace(
        x=block.x + x,
        y=block.y + y,
        number=text(block.number),
        rows=rows,
        unit=text(block.unit) if block.unit else None,
    )
