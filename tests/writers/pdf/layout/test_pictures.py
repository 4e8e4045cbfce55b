"""Pictures keep what they show when they are embedded."""

from __future__ import annotations

import io
import zlib

from PIL import Image as PillowImage

from quizgen.model.bank import Media
from quizgen.writers.pdf.layout.images import read_picture


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    file = io.BytesIO()
    greys = PillowImage.new("I;16", (3, 1))
    for x, grey in enumerate((0, 0x8000, 0xFFFF)):
        greys.putpixel((x, 0), grey)
    greys.save(file, "PNG")
    picture = read_picture(Media("map.png", file.getvalue()))
    assert picture is not None
    assert (picture.space, zlib.decompress(picture.data)) == ("DeviceGray", b"\x00\x80\xff")
