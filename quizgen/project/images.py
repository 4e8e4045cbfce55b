"""Picture files: their pixels, or why they cannot be shown."""

from __future__ import annotations

import contextlib
import enum
import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""The names of files that both Anki (on every platform) and the PDF writer can show."""

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
"""What Pillow calls the same; it tries no other decoder on a file."""

MAX_PIXELS = 50_000_000
"""An A4 page at 600 dots an inch has 35 million. Decoded, 50 million take 150 MB."""


class ImageError(enum.Enum):
    """Why a file cannot be shown."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Silence Pillow's warnings on odd metadata, which are for programmers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def decode(content: bytes) -> Image | ImageError:
    """Decode the image in `content`, or return why that fails. 12 megapixels take 0.1 to 0.2 s."""
    from PIL import Image

    with quietly():
        try:
            image = Image.open(io.BytesIO(content), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                return ImageError.TOO_LARGE
            image.load()
            image.getexif()  # is read by need, and can be damaged too
        except Image.DecompressionBombError:
            return ImageError.TOO_LARGE
        except (OSError, SyntaxError, ValueError):
            # All that 400,000 damaged files of the four formats raised (Pillow 13.0).
            return ImageError.UNREADABLE
    return image
