"""Where a page may end between rows."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.layout.blocks import Row


def count_that_may_end(rows: Sequence[Row], available_height: float, *, anywhere: bool) -> int:
    """Return how many of `rows` fit in `available_height` points, so that a page may end there.

    Groups are divided only if `anywhere`.
    """
    most = count_that_fit(rows, available_height)
    if most == len(rows):
        return most
    while most and (rows[most - 1].keep_with_next or (rows[most - 1].in_group and not anywhere)):
        most -= 1
    return most


def count_that_fit(rows: Sequence[Row], available_height: float) -> int:
    """Return how many of `rows` fit in `available_height` points, wherever they end."""
    used = 0.0
    for index, row in enumerate(rows):
        used += row.height
        if used > available_height:
            return index
    return len(rows)


def unparted(rows: Sequence[Row]) -> float:
    """Return the height of `rows` up to the first place where a page may end."""
    total_height = 0.0
    for row in rows:
        total_height += row.height
        if not (row.keep_with_next or row.in_group):
            break
    return total_height


def without_leading_space(rows: Sequence[Row]) -> Sequence[Row]:
    """Return `rows` from the first that shows something."""
    for index, row in enumerate(rows):
        if row.display_list:
            return rows[index:]
    return ()
