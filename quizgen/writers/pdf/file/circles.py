"""Circles as paths of Bézier curves, of which PDF has nothing else to make them."""

from __future__ import annotations

_PULL = 0.5523
"""How far the handles of a quarter circle reach, as a part of its radius: off by 0.03 % at most."""


def circle_path(x: float, y: float, diameter: float) -> str:
    """Return the path of the circle in a square whose bottom left corner is at `x` and `y`."""
    radius = diameter / 2
    across, up, pull = x + radius, y + radius, _PULL * radius
    path = f"{across + radius:.2f} {up:.2f} m"
    for turn in range(4):
        cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
        points = ((radius, pull), (pull, radius), (0.0, radius))
        turned = [(a * cosine - b * sine, a * sine + b * cosine) for a, b in points]
        path += " " + " ".join(f"{across + a:.2f} {up + b:.2f}" for a, b in turned) + " c"
    return path
