"""Pictures keep what they show when they are embedded."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image as PillowImage

from quizgen.bank import Media
from quizgen.writers.pdf.pictures import read_picture


@pytest.mark.parametrize("transparent", [None, 0x8000])
def test_sixteen_bits_of_grey_keep_their_shades(transparent: int | None) -> None:
    file = io.BytesIO()
    greys = PillowImage.new("I;16", (3, 1))
    for x, grey in enumerate((0, 0x8000, 0xFFFF)):
        greys.putpixel((x, 0), grey)
    greys.save(file, "PNG", **({} if transparent is None else {"transparency": transparent}))
    picture = read_picture(Media("map.png", file.getvalue()))
    assert picture is not None
    shades = zlib.decompress(picture.data)
    each = len(shades) // 3
    assert (shades[0], shades[each], shades[-1]) == (0, 0x80, 0xFF)
