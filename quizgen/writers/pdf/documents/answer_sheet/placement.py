"""The blocks of an answer sheet on its pages, column by column. Lengths are millimetres."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.answer_sheets.geometry import Box, PageLayout
from quizgen.model.answer_sheets.markers import MARKER_MARGIN, MARKER_SIDE
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.documents.answer_sheet.blocks import (
    BlockPlace,
    BlockSetter,
    Measure,
    moved,
    parted,
)
from quizgen.writers.pdf.documents.answer_sheet.plans import BlockPlan, pupil_plan
from quizgen.writers.pdf.documents.answer_sheet.style import (
    BAND,
    CODE_SIDE,
    SIDE,
    SheetStyle,
)

_MIN_BESIDE = 75.0
"""The narrowest column for name and instructions beside the grid for a pupil's number: by eye."""
_GAP = 4.0
"""Between the parts of the head: by eye."""
_MAX_COLUMNS = 4
"""Columns of questions on a page: by eye."""


class SheetHead(NamedTuple):
    """The places of the parts of a page's head, the same on every page.

    `title`, `name` and `instructions` are rectangles, and `pupil` is the grid for the pupil's
    number. The questions begin at `bottom`.
    """

    title: Box
    name: Box
    instructions: Box
    code: Box
    pupil: BlockPlace
    bottom: float


class SheetPagePlace(NamedTuple):
    """A page: its `head`, and the blocks below it."""

    head: SheetHead
    blocks: tuple[BlockPlace, ...]

    @property
    def layout(self) -> PageLayout:
        """What a reader of scans needs to know of the page."""
        blocks = (self.head.pupil, *self.blocks)
        fields = tuple(row.field for block in blocks for row in block.rows)
        return PageLayout(fields, self.head.code, self.head.name)


def head_widths(width: float, style: SheetStyle, measure: Measure) -> tuple[float, float]:
    """Return the widths for the title and for the instructions on a page that is `width` wide."""
    pupil = _pupil_block(width, style, measure)
    beside = width - 2 * SIDE - pupil.width - 2 * _GAP
    edge = MARKER_MARGIN + MARKER_SIDE + _GAP
    title = width - 2 * edge - CODE_SIDE - 2 * _GAP
    return title, beside if beside >= _MIN_BESIDE else width - 2 * SIDE


def place_head(
    width: float, style: SheetStyle, measure: Measure, title_height: float, text_height: float
) -> SheetHead:
    """Return the head of a page that is `width` wide, whose texts have the heights given."""
    edge = MARKER_MARGIN + MARKER_SIDE + _GAP
    title_width, text_width = head_widths(width, style, measure)
    title = Box(edge, MARKER_MARGIN, title_width, title_height)
    code = Box(width - edge - _GAP - CODE_SIDE, MARKER_MARGIN, CODE_SIDE, CODE_SIDE)
    top = max(BAND, title.y + title_height + _GAP / 2, code.y + CODE_SIDE + _GAP)
    name = Box(SIDE, top, text_width, style.name_height)
    text = Box(SIDE, top + name.height + _GAP / 2, text_width, text_height)
    pupil = _pupil_block(width, style, measure)
    if text_width < width - 2 * SIDE:
        pupil = moved(pupil, width - SIDE - pupil.width, top + style.head / 4)
    else:
        pupil = moved(pupil, SIDE, text.y + text_height + style.head)
    bottom = max(text.y + text_height, pupil.y + pupil.height) + _GAP
    return SheetHead(title, name, text, code, pupil, bottom)


def _pupil_block(width: float, style: SheetStyle, measure: Measure) -> BlockPlace:
    return BlockSetter(style, measure, 0.0, width - 2 * SIDE).place(pupil_plan())


def place_blocks(
    plans: Sequence[BlockPlan],
    size: tuple[float, float],
    head: SheetHead,
    style: SheetStyle,
    measure: Measure,
) -> list[SheetPagePlace]:
    """Return the blocks of `plans` on as many pages of `size` as they need; at least one."""
    width, height = size[0] - 2 * SIDE, size[1] - BAND - head.bottom
    numbers = max((measure(plan.label, small=False) for plan in plans), default=0.0) + 2.0
    blocks_of = BlockSetter(style, measure, numbers, width)
    most = max(1, int((height - 3 * style.head) / style.row))
    blocks = [blocks_of.place(part) for plan in plans for part in parted(plan, most)]
    widest = max((block.width for block in blocks), default=width)
    columns = min(_MAX_COLUMNS, int((width + style.column_gap) / (widest + style.column_gap)))
    return list(_pages(blocks, max(1, columns), (width, height), head, style))


def _pages(
    blocks: Iterable[BlockPlace],
    columns: int,
    area: tuple[float, float],
    head: SheetHead,
    style: SheetStyle,
) -> Iterable[SheetPagePlace]:
    """Yield pages with `blocks` in so many `columns`, each filled before the next is begun."""
    step = (area[0] + style.column_gap) / columns
    column, y = 0, 0.0
    placed: list[BlockPlace] = []
    for block in blocks:
        if y and y + block.height > area[1]:
            column, y = column + 1, 0.0
        if column == columns:
            yield SheetPagePlace(head, tuple(placed))
            placed, column = [], 0
        placed.append(moved(block, SIDE + column * step, head.bottom + y))
        y += block.height + style.block_gap
    yield SheetPagePlace(head, tuple(placed))
