"""One page, from its file to what is marked on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.model.answer_sheets.geometry import BubbleRow, FieldKind, PageLayout
from quizgen.model.answer_sheets.readings import Doubt, FieldReading, PageReading, UnreadablePage
from quizgen.readers.scans.bubbles import emptiness, row_ink, typical_mark
from quizgen.readers.scans.decide import PageInk, decide, with_vanished
from quizgen.readers.scans.errors import BlankPageError, PageError
from quizgen.readers.scans.location import Layouts, located
from quizgen.readers.scans.pages import PageImage, PageSource, load
from quizgen.readers.scans.shifts import MIN_LIKENESS, RowShift
from quizgen.readers.scans.straighten import SCALE, InkPage

_CROP_PAD = 3.0
_OVERVIEW = 700
"""The longer side of the picture of a page that cannot be read, in pixels."""


class ReadPage(NamedTuple):
    """A page as read, and pictures (PNG) of what a person has to look at.

    `crops` has the rows in doubt and those without points by their index on the page;
    `name` is the box for the name, empty where a number says whose page it is.
    """

    reading: PageReading
    crops: dict[int, bytes]
    name: bytes


class BlankPage(NamedTuple):
    """A page with nothing on it, such as the back of a sheet: page `number` of a file."""

    source: str
    number: int


def read_page(source: PageSource, layouts: Layouts) -> ReadPage | UnreadablePage | BlankPage:
    """Return what is marked on a page, or why it cannot be read. `layouts` are those there are."""
    name, number = source.label, source.page + 1
    image: PageImage | None = None
    try:
        image = load(source)
        return read_image(image, layouts, name, number)
    except BlankPageError:
        return BlankPage(name, number)
    except PageError as error:
        picture = _overview(image) if image else b""
        return UnreadablePage(name, number, str(error), code=error.code, picture=picture)
    except MemoryError:
        return UnreadablePage(name, number, "it takes more memory than there is")


def read_image(image: PageImage, layouts: Layouts, name: str, number: int) -> ReadPage:
    """Return what is marked on the page in `image`, which is page `number` of the file `name`.

    Raises:
        PageError: It cannot be read.
    """
    place = located(image.grey, layouts)
    code, layout, fields = place.code, place.layout, place.fields
    page, shifts = place.page, place.shifts
    inks = [
        row_ink(page, field, shift, layout.radius)
        for field, shift in zip(fields, shifts, strict=True)
    ]
    empty, spread = emptiness(inks)
    typical = typical_mark(inks, empty)
    whole = PageInk(empty, spread, typical, image.is_bilevel)
    decisions = [
        decide(ink, [bubble.value for bubble in field.bubbles], field.kind, whole)
        for field, ink in zip(fields, inks, strict=True)
    ]
    readings, crops = [], {}
    for index, (marked, doubt) in enumerate(with_vanished(decisions, whole)):
        field = fields[index]
        if shifts[index].likeness < MIN_LIKENESS:
            doubt = Doubt.COVERED
        readings.append(FieldReading(index, marked, doubt))
        if doubt or (field.kind is FieldKind.POINTS and not marked):
            crops[index] = _crop(page, field, shifts[index], layout.radius)
    reading = PageReading(name, number, code, tuple(readings), image.is_bilevel)
    name_crop = b""
    if _lacks_number(reading, fields):
        name_crop = _name_crop(page, layout.pages[code.page - 1])
    return ReadPage(reading, crops, name_crop)


def _overview(image: PageImage) -> bytes:
    """Return a picture of a whole page, small, from which a person sees what it is."""
    import cv2

    scale = min(1.0, _OVERVIEW / max(image.grey.shape))
    small = cv2.resize(image.grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, encoded = cv2.imencode(".png", small, [cv2.IMWRITE_PNG_COMPRESSION, 7])
    return bytes(encoded)


def _lacks_number(reading: PageReading, fields: Sequence[BubbleRow]) -> bool:
    """Tell whether a person has to say whose page it is."""
    if reading.code.pupil:
        return False
    rows = [row for row in reading.fields if fields[row.field].kind is FieldKind.PUPIL]
    return any(row.doubt for row in rows) or not any(row.marked for row in rows)


def _crop(page: InkPage, field: BubbleRow, shift: RowShift, radius: float) -> bytes:
    """Return a picture of the row `field`, with some of its surroundings."""
    pad = radius + _CROP_PAD
    xs, ys = [b.x + shift.x for b in field.bubbles], [b.y + shift.y for b in field.bubbles]
    return _png(page, min(xs) - 4 * pad, min(ys) - pad, max(xs) + pad, max(ys) + pad)


def _name_crop(page: InkPage, layout: PageLayout) -> bytes:
    x, y, width, height = layout.name
    return _png(page, x - 1, y - 2, x + width + 1, y + height + 2)


def _png(page: InkPage, left: float, top: float, right: float, bottom: float) -> bytes:
    import cv2

    height, width = page.grey.shape
    x0, y0 = max(0, int(left * SCALE)), max(0, int(top * SCALE))
    x1, y1 = min(width, int(right * SCALE)), min(height, int(bottom * SCALE))
    part = page.grey[y0:y1, x0:x1]
    small = cv2.resize(part, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    _, encoded = cv2.imencode(".png", small, [cv2.IMWRITE_PNG_COMPRESSION, 7])
    return bytes(encoded)
