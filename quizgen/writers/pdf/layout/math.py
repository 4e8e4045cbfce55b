"""Formulas in TeX, set as outlines by ziamath, which knows the rules of STIX Two Math."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.math_alt_text import linear

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_LENGTH = 1000
"""Characters of a formula that is still set: one that fills a page has some 300."""

_INK = "black"
_COLOURS = {_INK, "none", None}


class Formula(NamedTuple):
    """A formula as PDF source, drawn from its origin: at the left, on the baseline.

    `ascent` and `descent` (below the baseline, positive) are points, as `width` is. `alt_text`
    is read aloud.
    """

    width: float
    ascent: float
    descent: float
    source: str
    alt_text: str


@functools.lru_cache(maxsize=4096)
def set_formula(tex: str, display: bool, size: float) -> Formula | None:
    """Return `tex` as a formula in a type of `size` points; None if it can't be set.

    Too long formulas, unknown commands, colours and whatever ziamath fails on can't be set.
    """
    if len(tex) > MAX_LENGTH:
        return None
    import ziamath

    ziamath.config.svg2 = False
    try:
        formula = ziamath.Latex(tex, size=size, inline=not display)
        drawing = formula.svgxml()
    except Exception:  # a dozen unrelated types, for TeX that is wrong or nested too deep
        return None
    unknown = any((part.text or "").startswith("\\") for part in formula.mathml.iter())
    if unknown or any(part.get("fill") not in _COLOURS for part in drawing.iter()):
        return None
    box = formula.node.bbox
    source = "\n".join(_shapes(drawing, -box.xmin))
    alt_text = linear(formula.mathml)
    return Formula(box.xmax - box.xmin, box.ymax, -box.ymin, source, alt_text)


def _shapes(drawing: Element, shift: float) -> Iterator[str]:
    """Yield the paths and rectangles of `drawing`, `shift` points to the right.

    SVG counts y downwards from the baseline, PDF upwards.
    """
    for shape in drawing.iter():
        match shape.tag:
            case "path":
                outline = " ".join(_outline(shape.get("d", "").split(), shift))
            case "rect":
                x, y, width, height = (
                    float(shape.get(name, "0")) for name in ("x", "y", "width", "height")
                )
                outline = f"{x + shift:.3f} {-y - height:.3f} {width:.3f} {height:.3f} re"
            case _:
                continue
        stroke = float(shape.get("stroke-width", "0")) if shape.get("stroke") else 0.0
        yield f"{stroke:.3f} w {outline} S" if stroke else f"{outline} f"


def _outline(steps: list[str], shift: float) -> Iterator[str]:
    """Convert SVG's path commands to PDF's. Quadratic curves become cubic, which PDF has alone."""
    words = iter(steps)

    def point() -> tuple[float, float]:
        return float(next(words)) + shift, -float(next(words))

    here = (0.0, 0.0)
    for command in words:
        match command:
            case "M" | "L":
                here = point()
                yield f"{_pair(here)} {command.lower()}"
            case "Q":
                control, end = point(), point()
                yield f"{_pair(_third(here, control))} {_pair(_third(end, control))} {_pair(end)} c"
                here = end
            case "C":
                first, second, here = point(), point(), point()
                yield f"{_pair(first)} {_pair(second)} {_pair(here)} c"
            case "Z":
                yield "h"
            case _:
                raise ValueError(f"ziamath drew with {command!r}, which it does not in 0.13")


def _third(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    """Return the control point of a cubic curve: two thirds of the way to `control`."""
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _pair(point: tuple[float, float]) -> str:
    return f"{point[0]:.3f} {point[1]:.3f}"
