"""Straightens a page, and takes light and shadow out of it: what is left is ink."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgen.model.answer_sheets.markers import MARKER_CELLS, black_cells, marker_places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SCALE = 8.0
"""Pixels a millimetre of a straightened page: 203 dots an inch."""
_BACKGROUND = 7.0
"""Millimetres: wider than a filled bubble, so that its paper counts as what is around it."""
_MIN_INK = 0.25
"""The darkness of black ink, at the least: on a page with less contrast everything were ink."""


class InkPage(NamedTuple):
    """A straightened page. `ink` is 0 where there is paper and 1 where there is black ink.

    `grey` is the same as a picture for people, and `seen` is 0 where the image does not reach.
    """

    ink: NDArray[np.float32]
    grey: NDArray[np.uint8]
    seen: NDArray[np.uint8]


def straightened(
    grey: NDArray[np.uint8], matrix: NDArray[np.float64], width: float, height: float
) -> InkPage:
    """Return the page of `width` by `height` millimetres that `matrix` takes to `grey`."""
    import cv2
    import numpy as np

    size = round(width * SCALE), round(height * SCALE)
    to_millimetres = np.diag([1 / SCALE, 1 / SCALE, 1.0])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    full = matrix @ to_millimetres
    upright = cv2.warpPerspective(grey, full, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    reached = np.full(grey.shape[:2], 255, np.uint8)
    seen = cv2.warpPerspective(
        reached, full, size, flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP, borderValue=0
    )
    darkness = 1.0 - upright.astype(np.float32) / _paper(upright)
    black = max(_MIN_INK, _darkness_of_black(darkness, width, height))
    return InkPage(np.clip(darkness / black, 0.0, 1.0), upright, seen)


def cut_out(
    grey: NDArray[np.uint8],
    matrix: NDArray[np.float64],
    box: tuple[float, float, float, float],
    scale: float,
) -> NDArray[np.uint8]:
    """Return the rectangle `box` of a page (left, top, width, height) as `scale` pixels a mm."""
    import cv2
    import numpy as np

    left, top, width, height = box
    to_millimetres = np.array([[1 / scale, 0, left], [0, 1 / scale, top], [0, 0, 1.0]])
    size = round(width * scale), round(height * scale)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpPerspective(
            grey, matrix @ to_millimetres, size, flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
    )


def _paper(upright: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return how bright the paper is at each point, as if nothing stood on it."""
    import cv2
    import numpy as np

    part = 4
    small = cv2.resize(upright, None, fx=1 / part, fy=1 / part, interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(small, 3)
    side = int(_BACKGROUND * SCALE / part) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    paper = cv2.GaussianBlur(paper, (0, 0), side / 3)
    size = upright.shape[1], upright.shape[0]
    large = cv2.resize(paper, size, interpolation=cv2.INTER_LINEAR).astype(np.float32)
    return np.asarray(np.maximum(large, 16.0))


def _darkness_of_black(darkness: NDArray[np.float32], width: float, height: float) -> float:
    """Return how dark the corner marks are: the median of the middles of their black cells."""
    import numpy as np

    values = []
    for number, (x, y, side) in enumerate(marker_places(width, height)):
        cell = side / MARKER_CELLS
        for row, column in black_cells(number):
            across, down = x + (column + 0.5) * cell, y + (row + 0.5) * cell
            values.append(darkness[int(down * SCALE), int(across * SCALE)])
    return float(np.median(values))
