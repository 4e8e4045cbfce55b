"""What pupils do to bubbles: fill, scribble, tick, cross, erase. Lengths are millimetres."""

from __future__ import annotations

import enum
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

DPI = 300
PX = DPI / 25.4
"""Pixels a millimetre of a print."""

Image = NDArray[np.float32]
"""Brightness, from 0 to 1."""


class Hand(enum.Enum):
    """How a pupil marks."""

    PEN = "pen"
    PENCIL = "pencil"
    FAINT = "faint pencil"
    TICK = "tick"
    CROSS = "cross"


def darken(page: Image, mask: Image, grey: float) -> None:
    """Put ink of `grey` onto `page` where `mask` is 1."""
    page *= 1.0 - mask * (1.0 - grey)


def _stroke(shape: tuple[int, int], points: Any, width: float) -> Image:
    mask = np.zeros(shape, np.uint8)
    pixels = np.round(np.array(points) * PX * 16).astype(np.int32)
    cv2.polylines(
        mask, [pixels.reshape(-1, 1, 2)], False, 255, max(1, round(width * PX)), cv2.LINE_AA, 4
    )
    return np.asarray(mask.astype(np.float32) / 255, np.float32)


def _window(page: Image, x: float, y: float, reach: float) -> tuple[Image, float, float]:
    """Return the part of `page` around a point, and the millimetres of its top left corner."""
    left, top = max(0, int((x - reach) * PX)), max(0, int((y - reach) * PX))
    right, bottom = int((x + reach) * PX), int((y + reach) * PX)
    return page[top:bottom, left:right], left / PX, top / PX


def mark(
    page: Image, x: float, y: float, radius: float, hand: Hand, rng: np.random.Generator
) -> None:
    """Mark the bubble whose middle is at `x` and `y`."""
    part, left, top = _window(page, x, y, radius * 2.6)
    cx, cy = x - left + rng.normal(0, 0.18), y - top + rng.normal(0, 0.18)
    match hand:
        case Hand.PEN | Hand.PENCIL | Hand.FAINT:
            grey = {Hand.PEN: rng.uniform(0.05, 0.3), Hand.PENCIL: rng.uniform(0.3, 0.55)}.get(
                hand, rng.uniform(0.62, 0.8)
            )
            reach = radius * rng.uniform(0.8, 1.15)
            points, angle = [], rng.uniform(0, np.pi)
            across = np.array([np.cos(angle), np.sin(angle)])
            along = np.array([-across[1], across[0]])
            step = rng.uniform(0.3, 0.5)
            for index, offset in enumerate(np.arange(-reach, reach, step)):
                half = np.sqrt(max(0.0, reach**2 - offset**2)) * rng.uniform(0.85, 1.1)
                ends = (-half, half) if index % 2 else (half, -half)
                points += [(cx, cy) + across * offset + along * end for end in ends]
            mask = _stroke(part.shape, points, rng.uniform(0.42, 0.6))
            texture = (
                1.0 if hand is Hand.PEN else rng.uniform(0.75, 1.0, part.shape).astype(np.float32)
            )
            darken(part, mask * texture, grey)
        case Hand.TICK:
            size = radius * rng.uniform(0.95, 1.5)
            points = [
                (cx - size * 0.8, cy - size * 0.1),
                (cx - size * 0.15, cy + size * 0.7),
                (cx + size, cy - size),
            ]
            darken(
                part, _stroke(part.shape, points, rng.uniform(0.45, 0.8)), rng.uniform(0.05, 0.3)
            )
        case Hand.CROSS:
            size = radius * rng.uniform(0.7, 1.1)
            width, grey = rng.uniform(0.45, 0.8), rng.uniform(0.05, 0.3)
            for sign in (-1, 1):
                points = [(cx - size, cy - sign * size), (cx + size, cy + sign * size)]
                darken(part, _stroke(part.shape, points, width), grey)


def erase(page: Image, x: float, y: float, radius: float, rng: np.random.Generator) -> None:
    """Leave what an eraser leaves of a mark: a smudge with a grain."""
    part, left, top = _window(page, x, y, radius * 2.4)
    mask = np.zeros(part.shape, np.float32)
    middle = round((x - left) * PX), round((y - top) * PX)
    axes = round(radius * rng.uniform(0.9, 1.4) * PX), round(radius * rng.uniform(0.8, 1.1) * PX)
    cv2.ellipse(mask, middle, axes, rng.uniform(0, 180), 0, 360, 1.0, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), radius * PX * 0.25)
    grain = cv2.GaussianBlur(rng.uniform(0, 1, part.shape).astype(np.float32), (0, 0), 2.0)
    grain = (grain - grain.min()) / max(1e-6, float(np.ptp(grain)))
    darken(part, mask * (0.5 + 0.5 * grain), rng.uniform(0.84, 0.96))


def stray(page: Image, rng: np.random.Generator) -> None:
    """Draw a short line that means nothing, somewhere on the page."""
    height, width = page.shape[0] / PX, page.shape[1] / PX
    x, y = rng.uniform(25, width - 25), rng.uniform(70, height - 30)
    angle, length = rng.uniform(0, 2 * np.pi), rng.uniform(2, 9)
    part, left, top = _window(page, x, y, 12)
    start = np.array([x - left, y - top])
    end = start + length * np.array([np.cos(angle), np.sin(angle)])
    darken(part, _stroke(part.shape, [start, end], rng.uniform(0.3, 0.6)), rng.uniform(0.1, 0.5))


def coffee(page: Image, rng: np.random.Generator) -> None:
    """Leave the ring of a cup, and a pale stain within it."""
    height, width = page.shape
    middle = round(rng.uniform(0.2, 0.8) * width), round(rng.uniform(0.3, 0.8) * height)
    radius = round(rng.uniform(25, 42) * PX)
    ring = np.zeros(page.shape, np.float32)
    cv2.circle(ring, middle, radius, 1.0, round(rng.uniform(1.0, 3.0) * PX))
    small = cv2.resize(ring, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    ring = cv2.resize(cv2.GaussianBlur(small, (0, 0), 2.0), (width, height))
    darken(page, ring, rng.uniform(0.72, 0.88))
    inside = np.zeros(page.shape, np.float32)
    cv2.circle(inside, middle, radius, 1.0, -1)
    darken(page, inside, rng.uniform(0.92, 0.98))
