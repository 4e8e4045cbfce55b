"""What a picture is, where it is drawn, and how it is saved."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"

EDGE = (196, 202, 209)
"""The line around a sheet: seen on a white page and on a black one."""

GAP = 24
"""Pixels between pictures that make one."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Where pictures are drawn: an empty folder, and a browser where one is needed."""

    folder: Path
    browser: Browser


class DocumentPicture(NamedTuple):
    """A picture by its name, and how many colours it needs."""

    name: str
    draw: Callable[[Studio], Image.Image]
    colours: int

    @property
    def path(self) -> Path:
        """The file of the picture."""
        return IMAGES / f"{self.name}.png"

    def save(self, studio: Studio) -> None:
        """Draw the picture with what `studio` has, and write it to `path`."""
        few_colours(self.draw(studio), self.colours).save(self.path, optimize=True)


def few_colours(image: Image.Image, colours: int) -> Image.Image:
    """Return `image` with at most `colours` colours, transparent where nothing was drawn."""
    few = image.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    if "A" in image.getbands():
        palette = few.getpalette() or []
        clear = len(palette) // 3
        few.putpalette([*palette, *EDGE])
        few.paste(clear, mask=image.getchannel("A").point(lambda alpha: 255 * (not alpha)))
        few.info["transparency"] = clear
    return few


def from_png(content: bytes) -> Image.Image:
    """Return the picture in `content`, a PNG file's bytes."""
    return Image.open(io.BytesIO(content)).convert("RGB")


def edged(image: Image.Image) -> Image.Image:
    """Return `image` with a thin line around it, which shows where the paper ends."""
    framed = Image.new("RGB", (image.width + 2, image.height + 2), EDGE)
    framed.paste(image, (1, 1))
    return framed


def side_by_side(images: Sequence[Image.Image]) -> Image.Image:
    """Return `images` in a row on a transparent ground."""
    width = sum(image.width for image in images) + GAP * (len(images) - 1)
    row = Image.new("RGBA", (width, max(image.height for image in images)))
    left = 0
    for image in images:
        row.paste(image, (left, 0))
        left += image.width + GAP
    return row


def one_below_another(images: Sequence[Image.Image]) -> Image.Image:
    """Return `images` in a column on a transparent ground."""
    height = sum(image.height for image in images) + GAP * (len(images) - 1)
    column = Image.new("RGBA", (max(image.width for image in images), height))
    top = 0
    for image in images:
        column.paste(image, (0, top))
        top += image.height + GAP
    return column
