"""Finds the corner marks of a page, and from them where every point of the paper is."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quizgen.model.answer_sheets.markers import MARKERS, marker_places
from quizgen.readers.scans.errors import PageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MIN_MARKERS = 3
"""Corner marks that give enough points also for a photograph. With fewer, the QR code is one more,
and the bubbles themselves say the rest."""


_BORDER = 24
"""Pixels of white put around an image: marks that touch its edge are seen as well."""


@functools.cache
def _detector(window: int) -> Any:
    import cv2

    parameters = cv2.aruco.DetectorParameters()
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    parameters.cornerRefinementWinSize = 3
    parameters.adaptiveThreshWinSizeMin = 5
    parameters.adaptiveThreshWinSizeMax = window
    parameters.adaptiveThreshWinSizeStep = 12
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    return cv2.aruco.ArucoDetector(dictionary, parameters)


def find_markers(grey: NDArray[np.uint8]) -> dict[int, NDArray[np.float32]]:
    """Return the corners of the corner marks in `grey`, clockwise from the top left, by number.

    Where some are missing, they are looked for again in the image made smoother, and larger.
    """
    import cv2

    grey = cv2.copyMakeBorder(grey, *(_BORDER,) * 4, cv2.BORDER_CONSTANT, value=255)
    best: dict[int, NDArray[np.float32]] = {}
    for attempt in range(4):
        match attempt:
            case 0:
                image, scale = grey, 1.0
            case 1:
                image, scale = cv2.GaussianBlur(grey, (0, 0), 1.6), 1.0
            case 2:
                image, scale = (
                    cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA),
                    0.5,
                )
            case _:
                image = cv2.createCLAHE(3.0, (8, 8)).apply(cv2.GaussianBlur(grey, (0, 0), 1.0))
                scale = 1.0
        for number, corners in _detected(image, 29 if attempt == 0 else 65).items():
            best.setdefault(number, corners / scale - _BORDER)
        if len(best) == len(MARKERS):
            break
    return best


def _detected(image: NDArray[np.uint8], window: int) -> dict[int, NDArray[np.float32]]:
    import cv2

    corners, numbers, _ = _detector(window).detectMarkers(image)
    result: dict[int, NDArray[np.float32]] = {}
    if numbers is None:
        return result
    for four, number in zip(corners, numbers.ravel().tolist(), strict=True):
        points = four.reshape(4, 2)
        known = result.get(number)
        if number >= len(MARKERS):
            continue
        if known is not None and _are_two(points, known):
            raise PageError(TWO_SHEETS)
        if known is None or cv2.contourArea(points) > cv2.contourArea(known):
            result[number] = points
    return result


def _are_two(first: NDArray[np.float32], second: NDArray[np.float32]) -> bool:
    """Tell whether two corner marks of one number are of one size, and far from each other."""
    import cv2
    import numpy as np

    smaller, larger = sorted((cv2.contourArea(first), cv2.contourArea(second)))
    apart = float(np.linalg.norm(first.mean(axis=0) - second.mean(axis=0)))
    return bool(smaller > _ALIKE * larger and apart > _APART * larger**0.5)


_ALIKE = 0.15
"""How much of the area of a corner mark another one has at the least: noise that looks like one is
smaller."""
_APART = 4.0
"""Sides of a corner mark between the marks of two sheets: they stand 200 mm from one another."""
TWO_SHEETS = "there are parts of two sheets on it: scan each sheet alone"


class Anchors:
    """Points of a page in millimetres, and where they are in its image."""

    def __init__(self) -> None:
        self._on_page: list[tuple[float, float]] = []
        self._in_image: list[tuple[float, float]] = []

    def add(
        self, on_page: Iterable[tuple[float, float]], in_image: Iterable[tuple[float, float]]
    ) -> None:
        """Add points, each `on_page` with its place `in_image`."""
        self._on_page += on_page
        self._in_image += in_image

    def matrix(self, *, is_flat: bool = False) -> NDArray[np.float64]:
        """Return the matrix that takes millimetres on the page to pixels.

        With `is_flat`, the page is taken to be seen from above, which asks for fewer points.

        Raises:
            PageError: The points are not where they are on a page.
        """
        import cv2
        import numpy as np

        source = np.array(self._on_page, np.float64)
        target = np.array(self._in_image, np.float64)
        if is_flat:
            terms = np.hstack([source, np.ones((len(source), 1))])
            solution = np.linalg.lstsq(terms, target, rcond=None)[0]
            matrix = np.vstack([solution.T, (0.0, 0.0, 1.0)])
        else:
            matrix, _ = cv2.findHomography(source, target, cv2.RANSAC, 12.0)
        if matrix is None or not np.isfinite(matrix).all():
            raise PageError("its corner marks do not stand as on a page")
        off = np.abs(cv2.perspectiveTransform(source[None], matrix)[0] - target).max()
        across = np.ptp(target, axis=0).max() / max(1.0, float(np.ptp(source, axis=0).max()))
        if not np.isfinite(off) or off > MAX_OFF * across:
            raise PageError("its corner marks do not stand as on a page: is it of other paper?")
        return np.asarray(matrix, np.float64)


MAX_OFF = 6.0
"""Millimetres that a corner may be off its place: more than curled paper is."""


def marker_anchors(markers: dict[int, NDArray[np.float32]], width: float, height: float) -> Anchors:
    """Return where the corners of `markers` are on a page of `width` by `height`."""
    anchors = Anchors()
    places = marker_places(width, height)
    for number, corners in markers.items():
        x, y, side = places[number]
        anchors.add(square(x, y, side), [(float(a), float(b)) for a, b in corners])
    return anchors


def square(x: float, y: float, side: float) -> list[tuple[float, float]]:
    """Return the corners of a square, clockwise from its top left one."""
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
