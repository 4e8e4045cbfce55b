"""Where rows of bubbles really are on paper that is curled: off by up to some millimetres.

Each row is looked for near its place, then all rows together say how the paper is bent.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizgen.model.answer_sheets.geometry import BubbleRow
from quizgen.readers.scans.straighten import SCALE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FAR = 4.0
"""Millimetres that a row is looked for around its place, or nearly half of the way to the next."""
_NEAR = (1.3, 0.8)
"""The same once it is known how the paper is bent, first roughly."""
_LINE = 0.3
"""The width of a bubble's line, as it comes out of a scanner, in millimetres."""
MIN_LIKENESS = 0.3
"""A correlation below which a row says nothing about where it is, nor about what is marked."""


class RowShift(NamedTuple):
    """How far a row is off its place, in millimetres, and how sure that is, from 0 to 1."""

    x: float
    y: float
    likeness: float


def row_shifts(
    ink: NDArray[np.float32], fields: Sequence[BubbleRow], radius: float
) -> list[RowShift]:
    """Return how far each of `fields` is off its place on the page with this `ink`."""
    import numpy as np

    rows = rough_shifts(ink, fields, radius)
    middles = np.array([middle(field) for field in fields])
    faint = _faint(ink)
    for reach in _NEAR:
        shifts = np.array([(one.x, one.y) for one in rows])
        weights = np.array([max(0.0, one.likeness - MIN_LIKENESS) for one in rows])
        expected = _smooth(middles, shifts, weights)
        rows = [
            _find(faint, field, radius, (float(x), float(y)), reach)
            for field, (x, y) in zip(fields, expected, strict=True)
        ]
    return rows


def rough_shifts(
    ink: NDArray[np.float32], fields: Sequence[BubbleRow], radius: float
) -> list[RowShift]:
    """Return how far each of `fields` seems to be off its place, looked at alone."""
    reaches = _reaches(tuple(fields))
    faint = _faint(ink)
    return [
        _find(faint, field, radius, (0.0, 0.0), reach)
        for field, reach in zip(fields, reaches, strict=True)
    ]


def _faint(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return `ink` with filled bubbles no darker than the lines of empty ones.

    Else the likeness of a row were that of its marks, and the lines would say nothing.
    """
    import cv2
    import numpy as np

    smooth = cv2.GaussianBlur(ink, (0, 0), 1.5)
    return np.asarray(np.minimum(smooth, _LINE_INK), np.float32)


_LINE_INK = 0.25
"""The ink of a bubble's line in a blurred photograph."""


@functools.lru_cache(maxsize=64)
def _reaches(fields: tuple[BubbleRow, ...]) -> list[float]:
    """Return how far each of `fields` may be off without being taken for its neighbour."""
    spans = [(min(b.x for b in f.bubbles), max(b.x for b in f.bubbles)) for f in fields]
    heights = [middle(field)[1] for field in fields]
    reaches = []
    for (left, right), y in zip(spans, heights, strict=True):
        distances = [
            abs(other - y)
            for (start, end), other in zip(spans, heights, strict=True)
            if other != y and start < right and end > left
        ]
        reaches.append(min(_FAR, 0.45 * min(distances, default=2 * _FAR)))
    return reaches


def middle(field: BubbleRow) -> tuple[float, float]:
    """Return the middle of the bubbles of `field`, in millimetres."""
    xs, ys = [b.x for b in field.bubbles], [b.y for b in field.bubbles]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _find(
    ink: NDArray[np.float32],
    field: BubbleRow,
    radius: float,
    near: tuple[float, float],
    reach: float,
) -> RowShift:
    """Return where `field` is, within `reach` millimetres of its place moved by `near`."""
    import cv2
    import numpy as np

    xs, ys = [b.x for b in field.bubbles], [b.y for b in field.bubbles]
    pad = radius + 0.5
    left, top = min(xs) - pad + near[0], min(ys) - pad + near[1]
    template = _template(_relative(field), radius)
    height, width = template.shape
    margin = round(reach * SCALE)
    x0, y0 = round(left * SCALE) - margin, round(top * SCALE) - margin
    x1, y1 = x0 + width + 2 * margin, y0 + height + 2 * margin
    if x0 < 0 or y0 < 0 or x1 > ink.shape[1] or y1 > ink.shape[0]:
        return RowShift(*near, 0.0)
    window = ink[y0:y1, x0:x1]
    likeness = cv2.matchTemplate(window, template, cv2.TM_CCOEFF_NORMED)
    likeness = np.nan_to_num(likeness, nan=0.0, posinf=0.0, neginf=0.0)
    _, best, _, (column, row) = cv2.minMaxLoc(likeness)
    column_part = _peak(likeness[row], column)
    row_part = _peak(likeness[:, column], row)
    x = (x0 + column_part) / SCALE - (min(xs) - pad)
    y = (y0 + row_part) / SCALE - (min(ys) - pad)
    return RowShift(x, y, float(best))


def _peak(values: NDArray[np.float32], index: int) -> float:
    """Return where the parabola through the highest of `values` and its neighbours is highest."""
    if not 0 < index < len(values) - 1:
        return float(index)
    before, at, after = (float(values[index + step]) for step in (-1, 0, 1))
    bend = before - 2 * at + after
    return index + (0.5 * (before - after) / bend if bend < 0 else 0.0)


def _relative(field: BubbleRow) -> tuple[tuple[float, float], ...]:
    left, top = min(b.x for b in field.bubbles), min(b.y for b in field.bubbles)
    return tuple((round(b.x - left, 3), round(b.y - top, 3)) for b in field.bubbles)


@functools.lru_cache(maxsize=512)
def _template(places: tuple[tuple[float, float], ...], radius: float) -> NDArray[np.float32]:
    """Return the picture of a row of empty bubbles, as a scanner would show it."""
    import cv2
    import numpy as np

    pad, fine = radius + 0.5, 4
    width = max(x for x, _ in places) + 2 * pad
    height = max(y for _, y in places) + 2 * pad
    size = round(height * SCALE), round(width * SCALE)
    large = np.zeros((size[0] * fine, size[1] * fine), np.float32)
    scale = SCALE * fine
    for x, y in places:
        middle = round((x + pad) * scale), round((y + pad) * scale)
        cv2.circle(large, middle, round(radius * scale), 1.0, round(_LINE * scale))
    small = cv2.resize(large, (size[1], size[0]), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.float32)


def _smooth(
    middles: NDArray[np.float64], shifts: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the shifts of a sheet that is bent smoothly, as near to `shifts` as can be.

    Rows that do not fit the others count less and less: one that was mistaken for another says
    nothing about the paper.
    """
    import numpy as np

    scaled = middles / 150.0 - 1.0
    x, y = scaled[:, 0], scaled[:, 1]
    powers = [(i, j) for i in range(4) for j in range(5) if i + j <= 4]
    if len(middles) < 3 * len(powers):
        powers = [(i, j) for i, j in powers if i + j <= 2]
    if np.count_nonzero(weights) < 2 * len(powers):
        powers = [(0, 0), (0, 1), (1, 0)]
    terms = np.stack([x**i * y**j for i, j in powers], axis=1)
    ridge = np.diag([1e-3 * (1 + i + j) ** 2 for i, j in powers])
    robust = weights.copy()
    result = np.zeros_like(shifts)
    for _ in range(6):
        weighted = terms * robust[:, None]
        solution = np.linalg.solve(terms.T @ weighted + ridge, weighted.T @ shifts)
        result = terms @ solution
        off = np.linalg.norm(shifts - result, axis=1)
        robust = weights / (1.0 + (off / 0.35) ** 2) ** 2
    return result
