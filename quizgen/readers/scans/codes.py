"""Reads the QR code of a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizgen.model.answer_sheets.page_code import PageCode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class FoundCode(NamedTuple):
    """A code, and its corners in the image, clockwise from that at the top left of the code."""

    code: PageCode
    corners: tuple[tuple[float, float], ...]


def find_code(grey: NDArray[np.uint8]) -> FoundCode | None:
    """Return the code of an answer sheet in `grey`; None where none can be read."""
    import zxingcpp

    for image in _versions(grey):
        scale = image.shape[0] / grey.shape[0]
        for barcode in zxingcpp.read_barcodes(
            image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        ):
            code = PageCode.parse(barcode.text)
            if code:
                four = barcode.position
                points = (four.top_left, four.top_right, four.bottom_right, four.bottom_left)
                return FoundCode(code, tuple((at.x / scale, at.y / scale) for at in points))
    return None


def _versions(grey: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    """Yield `grey` as it is, then smoother, larger, and in black and white by its surroundings."""
    import cv2

    yield grey
    blurred = cv2.GaussianBlur(grey, (0, 0), 1.2)
    yield blurred
    larger = cv2.resize(grey, None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC)
    yield larger
    yield cv2.GaussianBlur(larger, (0, 0), 2.5)
    for block in (31, 71):
        yield cv2.adaptiveThreshold(
            cv2.GaussianBlur(larger, (0, 0), 2.0),
            255,
            cv2.ADAPTIVE_THRESH_MEAN_C,
            cv2.THRESH_BINARY,
            block,
            5,
        )
    yield cv2.morphologyEx(
        larger, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3))
    )
    yield cv2.morphologyEx(
        larger, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3))
    )
