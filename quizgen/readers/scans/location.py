"""Which sheet a page is of, and where on the image everything of it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, BubbleRow
from quizgen.model.answer_sheets.markers import MARKERS
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.readers.scans.blank import is_blank
from quizgen.readers.scans.codes import FoundCode, find_code
from quizgen.readers.scans.corners import (
    MIN_MARKERS,
    TWO_SHEETS,
    Anchors,
    find_markers,
    marker_anchors,
    square,
)
from quizgen.readers.scans.errors import BlankPageError, PageError
from quizgen.readers.scans.shifts import RowShift, middle, rough_shifts, row_shifts
from quizgen.readers.scans.straighten import InkPage, cut_out, straightened

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Layouts = Mapping[Any, AnswerSheetLayout]
"""Layouts by whatever tells them apart."""
_CODE_SCALE = 12.0
"""Pixels a millimetre of the picture in which the code is looked for: 8 a module."""
_CODE_PAD = 5.0
"""Millimetres around the code that are looked at as well."""
_MAX_CODE_OFF = 12.0
"""Millimetres between the code and its place: more than curled paper is, and less than to the place
of a code on paper of another size or on another sheet."""
_ROUNDS = 3
"""Times that a page with few corner marks is straightened anew by the rows that were recognised:
each time more of them are."""
_MIN_SURE = 10
"""Rows that must be recognised for a page with few corner marks: by eye."""
_SURE = 0.4
"""The likeness of a row that is recognised without doubt."""


class Location(NamedTuple):
    """What a page is, straightened, and how far its rows are off their places."""

    code: PageCode
    layout: AnswerSheetLayout
    page: InkPage
    shifts: list[RowShift]

    @property
    def fields(self) -> Sequence[BubbleRow]:
        """The rows of the page."""
        return self.layout.pages[self.code.page - 1].fields


def located(grey: NDArray[np.uint8], layouts: Layouts) -> Location:
    """Return which of `layouts` the page in `grey` has, and where everything is on it.

    Raises:
        PageError: It is none of them, or too little of it can be seen.
    """
    markers = find_markers(grey)
    identified = _code_by_markers(grey, markers, layouts) or find_code(grey)
    if identified is None:
        if not markers and is_blank(grey):
            raise BlankPageError("there is nothing on it")
        if not markers:
            raise PageError("it has neither corner marks nor a QR code of an answer sheet")
        raise PageError("its QR code cannot be read")
    try:
        return _located(grey, markers, identified, layouts)
    except PageError as error:
        error.code = identified.code.text
        raise


def _located(
    grey: NDArray[np.uint8],
    markers: dict[int, NDArray[np.float32]],
    identified: FoundCode,
    layouts: Layouts,
) -> Location:
    """Return where everything is on the page in `grey`, with its code and corner marks."""
    layout = _layout_of(identified.code, layouts)
    anchors = marker_anchors(markers, layout.width, layout.height)
    if len(markers) >= MIN_MARKERS:
        matrix = anchors.matrix()
        _check_code(identified, layout, matrix)
    else:
        box = layout.pages[identified.code.page - 1].code
        anchors.add(square(box.x, box.y, box.width), identified.corners)
        matrix = anchors.matrix(is_flat=True)
    fields = layout.pages[identified.code.page - 1].fields
    page = straightened(grey, matrix, layout.width, layout.height)
    if len(markers) < len(MARKERS):
        for _ in range(_ROUNDS):
            rough = rough_shifts(page.ink, fields, layout.radius)
            matrix = _by_rows(matrix, fields, rough)
            page = straightened(grey, matrix, layout.width, layout.height)
    shifts = row_shifts(page.ink, fields, layout.radius)
    return Location(identified.code, layout, page, shifts)


def _check_code(
    identified: FoundCode, layout: AnswerSheetLayout, matrix: NDArray[np.float64]
) -> None:
    """Raise PageError where the code stands elsewhere than the corner marks say.

    It is that of another sheet, then, of which a part is on the picture.
    """
    import cv2
    import numpy as np

    box = layout.pages[identified.code.page - 1].code
    middle = np.array(identified.corners, np.float64).mean(axis=0)
    x, y = cv2.perspectiveTransform(middle[None, None], np.linalg.inv(matrix))[0][0]
    off = float(np.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2))
    if not off <= _MAX_CODE_OFF:
        raise PageError(TWO_SHEETS)


def _by_rows(
    matrix: NDArray[np.float64], fields: Sequence[BubbleRow], shifts: Sequence[RowShift]
) -> NDArray[np.float64]:
    """Return the matrix of a page of which few corner marks are there, by its rows of bubbles.

    Raises:
        PageError: Too few rows can be recognised.
    """
    import cv2
    import numpy as np

    anchors = Anchors()
    sure = [(f, s) for f, s in zip(fields, shifts, strict=True) if s.likeness >= _SURE]
    if len(sure) < _MIN_SURE:
        raise PageError("too few of its four corner marks can be seen")
    middles = [middle(field) for field, _ in sure]
    moved = np.array([(x + s.x, y + s.y) for (x, y), (_, s) in zip(middles, sure, strict=True)])
    places = cv2.perspectiveTransform(moved[None], matrix)[0]
    anchors.add(middles, [(float(x), float(y)) for x, y in places])
    return anchors.matrix()


def _code_by_markers(
    grey: NDArray[np.uint8], markers: dict[int, NDArray[np.float32]], layouts: Layouts
) -> FoundCode | None:
    """Return the code, looked for where the corner marks say that it is; None without."""
    import cv2
    import numpy as np

    if len(markers) < MIN_MARKERS:
        return None
    tried = set[tuple[float, ...]]()
    for layout in layouts.values():
        x, y, width, height = layout.pages[0].code
        place = layout.width, layout.height, x, y
        if place in tried:
            continue
        tried.add(place)
        try:
            matrix = marker_anchors(markers, layout.width, layout.height).matrix()
        except PageError:
            continue
        pad = _CODE_PAD
        box = (x - pad, y - pad, width + 2 * pad, height + 2 * pad)
        identified = find_code(cut_out(grey, matrix, box, _CODE_SCALE))
        if identified is not None:
            left, top = box[:2]
            corners = np.array(
                [(left + a / _CODE_SCALE, top + b / _CODE_SCALE) for a, b in identified.corners]
            )
            places = cv2.perspectiveTransform(corners[None], matrix)[0]
            return identified._replace(corners=tuple((float(a), float(b)) for a, b in places))
    return None


def _layout_of(code: PageCode, layouts: Layouts) -> AnswerSheetLayout:
    """Return the layout that `code` names."""
    key = code.digest, code.form, code.edition
    alike = [one for one in layouts.values() if one.key == key]
    fitting = [one for one in alike if code.places in ("", one.places)]
    if alike and not fitting:
        raise PageError(
            f"its digest is {code.digest}, and its circles stand elsewhere than on the answer "
            "sheets given: name the answer-sheets.json of its build"
        )
    layout = fitting[-1] if fitting else None
    if layout is None:
        form = f", form {code.form}" if code.form else ""
        raise PageError(
            f"it is of a worksheet with the digest {code.digest}{form}, {code.edition} edition, "
            "which is not among the answer sheets given: name the answer-sheets.json of its build"
        )
    if not code.page <= len(layout.pages) == code.pages:
        raise PageError(f"it is page {code.page} of {code.pages}, and there is no such page")
    return layout
