"""Tells pages with nothing on them: backs of sheets that were scanned on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EDGE = 0.06
"""The part of each side that is not looked at: scanners leave shadows there."""
_DARK = 0.25
"""How much darker than its surroundings ink is at the least; the other side of thin paper shows
through by less."""
_MAX_INK = 0.0003
"""The part of a blank page that may be ink, such as dust: a line of writing takes 0.002, and an
answer sheet 0.03 (measured)."""
_PIXELS = 500
"""The longer side of the image that is looked at: dust of a pixel or two is gone in it."""


def is_blank(grey: NDArray[np.uint8]) -> bool:
    """Tell whether there is only paper in `grey`."""
    import cv2
    import numpy as np

    scale = min(1.0, _PIXELS / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    down, across = (int(side * _EDGE) for side in small.shape)
    middle = small[down : small.shape[0] - down, across : small.shape[1] - across]
    if min(middle.shape) < 50:
        return False
    paper = cv2.medianBlur(middle, 51).astype(np.float32)
    dark = middle.astype(np.float32) < (1.0 - _DARK) * paper
    return bool(paper.min() > 100 and float(dark.mean()) < _MAX_INK)
