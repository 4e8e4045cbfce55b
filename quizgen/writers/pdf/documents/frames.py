"""Frames around rows that a page may part: open where they go on overleaf."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.layout.blocks import Row, prepend
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox, DrawRule
from quizgen.writers.pdf.layout.style import LINE
from quizgen.writers.pdf.layout.tags import Tag


def open_frame(
    rows: Sequence[Row], x: float, width: float, stroke: float, tag: Tag | None = None
) -> list[Row]:
    """Return `rows` in a frame, from `x` on and `width` points wide, with lines of `stroke` points.

    Its upper edge is content of `tag`.
    """
    framed = []
    for index, row in enumerate(rows):
        frame: list[DisplayItem] = [
            DrawBox(side - stroke / 2, 0.0, stroke, row.height, 0, LINE) for side in (x, x + width)
        ]
        if index == 0:
            frame.insert(0, DrawRule(x, 0.0, width, stroke, LINE, tag))
        if index == len(rows) - 1:
            frame.append(DrawRule(x, row.height, width, stroke, LINE))
        framed.append(prepend(frame, row))
    return framed
