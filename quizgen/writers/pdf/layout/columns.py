"""How blocks share columns: in their order, each whole, one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.layout.blocks import Block

_TOLERANCE = 0.5
"""The accuracy of the bisection, in points: nobody sees less."""


def fit(blocks: Sequence[Block], columns: int, height: float) -> bool:
    """Return whether `columns` of `height` points hold all of `blocks`."""
    used = 0.0
    for block in blocks:
        below = used + block.space_above + block.height if used else block.height
        # A block that overflows begins the next column, without the space above it.
        if used and below > height:
            columns -= 1
            below = block.height
        if below > height:
            return False
        used = below
    return columns > 0


def balanced_height(blocks: Sequence[Block], columns: int, upper: float) -> float:
    """Return the smallest height, in points, at which `columns` hold all `blocks`.

    `upper` is a height at which they do. The result is found by bisection.
    """
    lower = max([block.height for block in blocks], default=0.0)
    if fit(blocks, columns, lower):
        return lower
    while upper - lower > _TOLERANCE:
        middle = (lower + upper) / 2
        if fit(blocks, columns, middle):
            upper = middle
        else:
            lower = middle
    return upper
