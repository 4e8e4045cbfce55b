"""How blocks share columns: in their order, each whole, one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.layout.blocks import Block

_CLOSE = 0.5
"""Heights are found to within so many points: nobody sees less."""


def fit(blocks: Sequence[Block], columns: int, height: float) -> bool:
    """Whether `columns` of `height` points hold all of `blocks`."""
    used = 0.0
    for block in blocks:
        above = block.space_above if used else 0.0
        if used and used + above + block.height > height:
            columns -= 1
            above = used = 0.0
        used += above + block.height
        if used > height:
            return False
    return columns > 0


def balanced_height(blocks: Sequence[Block], columns: int, most: float) -> float:
    """The least height, in points, at which `columns` hold all `blocks`; `most` will do."""
    least = max([block.height for block in blocks], default=0.0)
    if fit(blocks, columns, least):
        return least
    while most - least > _CLOSE:
        middle = (least + most) / 2
        if fit(blocks, columns, middle):
            most = middle
        else:
            least = middle
    return most
