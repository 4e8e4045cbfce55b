"""How well the questions of a test measure: the field's usual figures.

With formulas from A. Field, Discovering Statistics; L. Crocker and J. Algina, Introduction to
Classical and Modern Test Theory (1986), chapters 7 and 14. tests/commands/grade compares them with
scipy's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from quizgen.model.dataclass import dataclass

GROUP = 0.27
"""The part of pupils in the upper and the lower group (T. L. Kelley, 1939)."""
MIN_PUPILS = 5
"""With fewer, figures are chance and nothing else: judged, not measured."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """Figures of one question; None where they cannot be computed.

    `difficulty` is the mean part of the points that was reached: 1 is easy. `discrimination` is how
    much more of them the upper group reached than the lower. `correlation` is that of the points
    with the sum of all (the point-biserial, for a question that is right or wrong), and
    `rest_correlation` that with the sum of the others.
    """

    count: int
    difficulty: float | None
    discrimination: float | None
    correlation: float | None
    rest_correlation: float | None

    @property
    def values(self) -> tuple[float | None, ...]:
        """All but the count, in the order of a table."""
        return (self.difficulty, self.discrimination, self.correlation, self.rest_correlation)


def item_figures(points: Sequence[float], totals: Sequence[float], most: float) -> ItemFigures:
    """Return the figures of a question that is worth `most`.

    `points` and `totals` are those of the same pupils, who all have an answer that is marked.
    """
    count = len(points)
    if not count or not most:
        return ItemFigures(count, None, None, None, None)
    rest = [total - one for one, total in zip(points, totals, strict=True)]
    return ItemFigures(
        count,
        sum(points) / count / most,
        _discrimination(points, totals, most),
        pearson(points, totals),
        pearson(points, rest),
    )


def _discrimination(points: Sequence[float], totals: Sequence[float], most: float) -> float | None:
    """Return the difference of the two groups. Pupils with equal totals share a place in them."""
    size = max(1, round(GROUP * len(points)))
    if len(points) < 2 * size or len(points) < MIN_PUPILS:
        return None
    upper = _mean_of_group(points, totals, size, highest=True)
    lower = _mean_of_group(points, totals, size, highest=False)
    return (upper - lower) / most


def _mean_of_group(
    points: Sequence[float], totals: Sequence[float], size: int, *, highest: bool
) -> float:
    """Return the mean of the `points` of the pupils with the `highest` or the lowest totals.

    Of those with the total at the group's edge, all count, each as a part: the order in which
    sheets were scanned changes nothing.
    """
    edge = sorted(totals, reverse=highest)[size - 1]
    inside, at_edge = [], []
    for one, total in zip(points, totals, strict=True):
        if total == edge:
            at_edge.append(one)
        elif (total > edge) is highest:
            inside.append(one)
    share = (size - len(inside)) / len(at_edge)
    return (sum(inside) + share * sum(at_edge)) / size


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return the correlation of `xs` and `ys`; None where one of them is always the same."""
    count = len(xs)
    if count < 2:
        return None
    mean_x, mean_y = math.fsum(xs) / count, math.fsum(ys) / count
    across = math.fsum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    square_x = math.fsum((x - mean_x) ** 2 for x in xs)
    square_y = math.fsum((y - mean_y) ** 2 for y in ys)
    if square_x <= 1e-12 or square_y <= 1e-12:
        return None
    return max(-1.0, min(1.0, across / math.sqrt(square_x * square_y)))


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Return Cronbach's alpha for `rows`, the points of each pupil for each question.

    For questions that are right or wrong it is KR-20. None where it cannot be computed.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    count = len(rows[0])
    of_items = math.fsum(_variance([row[i] for row in rows]) for i in range(count))
    of_totals = _variance([math.fsum(row) for row in rows])
    if of_totals <= 1e-12:
        return None
    return count / (count - 1) * (1 - of_items / of_totals)


def _variance(values: Sequence[float]) -> float:
    mean = math.fsum(values) / len(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
