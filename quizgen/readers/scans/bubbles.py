"""How much ink is in each bubble, and beside it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizgen.model.answer_sheets.geometry import BubbleRow
from quizgen.readers.scans.shifts import RowShift
from quizgen.readers.scans.straighten import SCALE, InkPage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INSIDE = 0.55
"""Millimetres from the middle of a bubble's line inwards that do not count: there are the line
itself, its blur, and what is left of a shift."""
_SEARCH = 0.25
"""Millimetres that the emptiest place is looked for around the middle: a line that a scan has
moved into the bubble is no mark."""


class BubbleInk(NamedTuple):
    """`fill` is the mean ink inside a bubble, `dark` the part of it that is nearly black.

    `is_seen`: all of it is on the picture.
    """

    fill: float
    dark: float
    is_seen: bool = True


@functools.cache
def _disc(radius: float) -> NDArray[np.bool_]:
    import numpy as np

    reach = int(radius * SCALE)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    return np.asarray(x * x + y * y <= (radius * SCALE) ** 2)


def row_ink(page: InkPage, field: BubbleRow, shift: RowShift, radius: float) -> list[BubbleInk]:
    """Return the ink in each bubble of `field`, which is moved by `shift`."""
    return [
        _bubble_ink(page, bubble.x + shift.x, bubble.y + shift.y, radius)
        for bubble in field.bubbles
    ]


def _bubble_ink(page: InkPage, x: float, y: float, radius: float) -> BubbleInk:
    disc = _disc(radius - INSIDE)
    reach = disc.shape[0] // 2
    best: BubbleInk | None = None
    step = max(1, round(_SEARCH * SCALE / 2))
    for down in (0, -step, step):
        for across in (0, -step, step):
            column, row = round(x * SCALE) + across, round(y * SCALE) + down
            top, left = row - reach, column - reach
            bottom, right = row + reach + 1, column + reach + 1
            height, width = page.ink.shape
            if top < 0 or left < 0 or bottom > height or right > width:
                return BubbleInk(0.0, 0.0, False)
            inside = page.ink[top:bottom, left:right][disc]
            is_seen = bool(page.seen[top:bottom, left:right][disc].all())
            fill = float(inside.mean())
            if best is None or fill < best.fill:
                best = BubbleInk(fill, float((inside > 0.45).mean()), is_seen)
    assert best is not None
    return best


def emptiness(rows: Sequence[Sequence[BubbleInk]]) -> tuple[float, float]:
    """Return the ink of an empty bubble on a page, and how much it differs from one to another.

    Most bubbles of a page are empty.
    """
    import numpy as np

    fills = np.array([ink.fill for row in rows for ink in row if ink.is_seen])
    if not len(fills):
        return 0.0, 0.0
    low = float(np.quantile(fills, 0.35))
    below = fills[fills <= low]
    spread = float(np.sqrt(np.mean((below - low) ** 2))) if len(below) else 0.0
    return low, spread


def typical_mark(rows: Sequence[Sequence[BubbleInk]], empty: float) -> float | None:
    """Return the ink of the marks on a page, above that of the `empty`; None where there are few.

    A hand that ticks leaves little ink in every bubble, and one that fills much. Only rows with
    one mark count.
    """
    marks = []
    for row in rows:
        fills = sorted((ink.fill - empty for ink in row if ink.is_seen), reverse=True)
        best, second = (*fills, 0.0, 0.0)[:2]
        if best > MIN_ANY and second < best / 3:
            marks.append(best)
    if len(marks) < MIN_MARKS:
        return None
    return sorted(marks)[len(marks) // 2]


MIN_ANY = 0.08
"""Ink that may be a mark."""
MIN_MARKS = 4
"""Marks that are enough to know a hand by."""
