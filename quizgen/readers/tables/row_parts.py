"""What a row of quizgen's own tables says of each pair, or of each part of an order."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.readers.foreign.choices import Losses
from quizgen.readers.foreign.model import (
    ForeignLoss,
    ForeignMatch,
    ForeignOrder,
    ForeignPart,
    ForeignTask,
    html_of,
)

NONE = "–"
"""The line of a part, or of a right option, of which nothing is said, beside those of others."""


def parts_of(
    task: ForeignTask,
    dates: Sequence[str],
    why: Sequence[str],
    hints: Sequence[str],
    losses: Losses,
) -> tuple[ForeignPart, ...]:
    """Return what is said of each part of `task`; none where it has no parts, or nothing is said.

    `why` and `hints` are lines of cells, one a part. Others go to `losses`.
    """
    match task:
        case ForeignMatch(pairs=pairs):
            count = len(pairs)
        case ForeignOrder(parts=parts):
            count = len(parts)
        case _:
            return ()
    columns = (_of_each(lines, count, losses) for lines in (why, hints, dates))
    listed = tuple(ForeignPart(*texts) for texts in zip(*columns, strict=True))
    return listed if any(map(any, listed)) else ()


def _of_each(lines: Sequence[str], count: int, losses: Losses) -> list[str]:
    """Return the HTML of `lines`, one for each of `count` parts."""
    if len(lines) == count:
        return ["" if line == NONE else html_of(line) for line in lines]
    if lines:
        losses.append((ForeignLoss.UNUSED_COLUMN, " / ".join(lines)))
    return [""] * count
