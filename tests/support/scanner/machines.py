"""Scanners, copiers and telephones: what they make of a sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from support.scanner.pens import DPI, PX, Image

Grey = NDArray[np.uint8]


@dataclass(frozen=True)
class Scan:
    """An image and what it was made by."""

    grey: Grey
    kind: str
    is_bilevel: bool = False


def scan(page: Image, rng: np.random.Generator, *, bilevel: bool | None = None) -> Scan:
    """Scan `page` flat: a little askew, of another size, noisy."""
    height, width = page.shape
    dpi = float(rng.choice([100, 120, 150, 200], p=[0.2, 0.2, 0.35, 0.25]))
    angle, scale = rng.uniform(-3, 3), rng.uniform(0.97, 1.03) * dpi / DPI
    size = round(width * dpi / DPI), round(height * dpi / DPI)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, scale)
    turn[:, 2] += (
        np.array(size) / 2 - (width / 2, height / 2) + rng.uniform(-1.5, 1.5, 2) * dpi / 25.4
    )
    reduced = cv2.GaussianBlur(page, (0, 0), max(0.01, 0.42 / scale))
    image = cv2.warpAffine(
        reduced, turn, size, flags=cv2.INTER_LINEAR, borderValue=float(rng.choice([1.0, 0.1]))
    )
    image = _light(image, rng, 0.03)
    if bilevel is None:
        bilevel = rng.random() < 0.12
    if bilevel:
        noisy = image + rng.normal(0, 0.03, image.shape)
        black = np.where(noisy > rng.uniform(0.45, 0.62), 255, 0).astype(np.uint8)
        return Scan(_turned(black, rng), "1 bit", True)
    noisy = image + rng.normal(0, rng.uniform(0.005, 0.03), image.shape)
    return Scan(_turned(_compressed(noisy, rng), rng), "scan")


def photograph(page: Image, rng: np.random.Generator) -> Scan:
    """Photograph `page` with a telephone: from aside, curled, in bad light."""
    height, width = page.shape
    curled = _curled(page, rng)
    long_side = float(rng.uniform(1500, 2600))
    scale = long_side / height * 0.92
    w, h = width * scale, height * scale
    margin = 0.04 * long_side
    off = rng.uniform(-0.045, 0.045, (4, 2)) * w
    corners = np.array([(0, 0), (w, 0), (w, h), (0, h)]) + margin + off
    corners += np.maximum(0, 6 - corners.min(axis=0))
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    size = int(corners[:, 0].max() + margin), int(corners[:, 1].max() + margin)
    reduced = cv2.GaussianBlur(curled, (0, 0), max(0.01, 0.42 / scale))
    image = cv2.warpPerspective(
        reduced, matrix, size, flags=cv2.INTER_LINEAR, borderValue=float(rng.uniform(0.15, 0.6))
    )
    image = _light(image, rng, rng.uniform(0.1, 0.45))
    image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.1))
    noisy = image + rng.normal(0, rng.uniform(0.005, 0.03), image.shape)
    return Scan(_turned(_compressed(noisy, rng), rng), "photograph")


def without_corner(page: Image, rng: np.random.Generator) -> Image:
    """Fold a corner of `page` over, or tear it off."""
    height, width = page.shape
    side = rng.uniform(22, 28) * PX
    x, y = float(rng.choice([0, width])), float(rng.choice([0, height]))
    triangle = np.array(
        [(x, y), (x + (side if x == 0 else -side), y), (x, y + (side if y == 0 else -side))]
    )
    result = page.copy()
    cv2.fillPoly(result, [triangle.astype(np.int32)], float(rng.choice([0.3, 0.95])))
    return result


def _curled(page: Image, rng: np.random.Generator) -> Image:
    """Return `page` as if it were bent: lines of it move, most in the middle."""
    height, width = page.shape
    y, x = np.mgrid[0:1:64j, 0:1:64j].astype(np.float32)
    bend = rng.uniform(0.5, 2.6) * PX
    phase, waves = rng.uniform(0, np.pi), rng.uniform(0.6, 1.3)
    down = bend * np.sin(np.pi * waves * x + phase) * np.sin(np.pi * y)
    across = 0.5 * bend * np.sin(np.pi * waves * y + phase) * np.sin(np.pi * x)
    size = width, height
    map_x = cv2.resize(across, size) + np.arange(width, dtype=np.float32)[None, :]
    map_y = cv2.resize(down, size) + np.arange(height, dtype=np.float32)[:, None]
    return np.asarray(
        cv2.remap(page, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )


def _light(image: Image, rng: np.random.Generator, depth: float) -> Image:
    """Return `image` in uneven light, with a soft shadow."""
    height, width = image.shape
    y, x = np.mgrid[0:1:32j, 0:1:32j].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    slope = (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle)
    light = 1.0 - depth * (0.5 + slope)
    edge = rng.uniform(-0.4, 0.4)
    light *= 1.0 - 0.5 * depth / (1.0 + np.exp(-(slope - edge) * rng.uniform(12, 60)))
    paper = rng.uniform(0.88, 0.98)
    black = rng.uniform(0.03, 0.15)
    return np.asarray(
        (black + (paper - black) * image) * cv2.resize(light.astype(np.float32), (width, height))
    )


def _compressed(image: NDArray[np.float64], rng: np.random.Generator) -> Grey:
    pixels = np.clip(image * 255, 0, 255).astype(np.uint8)
    _, encoded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 92))])
    return np.asarray(cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE))


def _turned(image: Grey, rng: np.random.Generator) -> Grey:
    """Return `image` as it came out of the feeder: upside down, or lying, at times."""
    return np.ascontiguousarray(
        np.rot90(image, int(rng.choice([0, 1, 2, 3], p=[0.76, 0.05, 0.14, 0.05])))
    )
