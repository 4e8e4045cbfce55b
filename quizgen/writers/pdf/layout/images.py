"""The bank's pictures, decoded once into the form in which a PDF holds them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from quizgen.model.bank import Media
from quizgen.model.dataclass import dataclass
from quizgen.project.images import ImageError, decode, quietly

if TYPE_CHECKING:
    from PIL import Image as PillowImage

_ORIENTATION = 0x0112
"""The EXIF tag by which a camera says how it was held."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A decoded picture; `width` and `height` are pixels.

    `data` is encoded as `encoding` says (a PDF filter's name) in the colour space `space`.
    `alpha` is the deflated opacity, 8 bits a pixel, of a picture that has any.
    """

    name: str
    width: int
    height: int
    data: bytes = field(repr=False)
    encoding: str
    space: str
    alpha: bytes | None = field(default=None, repr=False)


class Pictures:
    """Looks pictures up by the name that texts use for them, decoding each once."""

    def __init__(self, media: Mapping[str, Media]) -> None:
        self._media = media
        self._read: dict[str, Picture | None] = {}

    def find(self, name: str) -> Picture | None:
        """Return the picture `name`; None if the bank has none that can be read."""
        if name not in self._read:
            media = self._media.get(name)
            self._read[name] = read_picture(media) if media else None
        return self._read[name]


def read_picture(media: Media) -> Picture | None:
    """Return the picture in `media`, ready to embed; None if the file cannot be read."""
    image = decode(media.content)
    if isinstance(image, ImageError):
        return None
    with quietly():
        return _embed(media, image)


def _embed(media: Media, image: PillowImage.Image) -> Picture:
    from PIL import ImageOps  # many sheets have no picture

    upright = image.getexif().get(_ORIENTATION, 1) == 1
    if image.format == "JPEG" and image.mode in ("L", "RGB") and upright:
        space = "DeviceGray" if image.mode == "L" else "DeviceRGB"
        return Picture(media.name, *image.size, media.content, "DCTDecode", space)
    turned = image if upright else ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):  # 16 bits of grey, which Pillow would clip to 8
        turned = turned.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    alpha = None
    if turned.has_transparency_data:
        turned = turned.convert("RGBA")
        alpha = zlib.compress(turned.getchannel("A").tobytes())
    flat = turned.convert("L" if turned.mode in ("1", "L") else "RGB")
    space = "DeviceGray" if flat.mode == "L" else "DeviceRGB"
    return Picture(
        media.name, *flat.size, zlib.compress(flat.tobytes()), "FlateDecode", space, alpha
    )
