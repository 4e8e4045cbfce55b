"""The numbers of an answer sheet, in millimetres."""

from __future__ import annotations

from quizgen.model.answer_sheets.markers import MARKER_MARGIN, MARKER_SIDE
from quizgen.model.assessment import EditionName
from quizgen.model.named_tuple import NamedTuple


class SheetStyle(NamedTuple):
    """Measures of one edition.

    `pitch` is from bubble to bubble in a grid, and `row` from one row to the next. `head` is the
    height of the letters above a grid, `block_gap` the white between two questions and
    `column_gap` that between two columns. `label_gap` is between a letter and its bubble and
    `option_gap` from a bubble to the next letter. `name_height` is that of the box for the name.
    """

    radius: float = 2.1
    pitch: float = 6.2
    row: float = 6.0
    head: float = 4.2
    block_gap: float = 2.2
    column_gap: float = 6.0
    label_gap: float = 1.2
    option_gap: float = 2.6
    name_height: float = 11.0


STANDARD_STYLE = SheetStyle()
"""A bubble 4.2 mm wide, as on the sheets of other programs (Auto Multiple Choice: 2.5 to 5 mm):
wide enough for a soft pencil, and filled in two seconds. The rest by eye."""

LARGE_STYLE = SheetStyle(
    radius=3.2,
    pitch=11.0,
    row=9.4,
    head=8.0,
    block_gap=3.4,
    column_gap=9.0,
    label_gap=1.8,
    option_gap=4.2,
    name_height=16.0,
)
"""For the large-print edition, beside type of 18 points."""

_STYLES = {
    EditionName.STANDARD: STANDARD_STYLE,
    EditionName.LARGE_PRINT: LARGE_STYLE,
    EditionName.DYSLEXIA: STANDARD_STYLE._replace(
        radius=2.4, pitch=7.6, row=7.2, head=5.4, block_gap=2.8
    ),
}


def sheet_style(edition: EditionName) -> SheetStyle:
    """Return the measures of `edition`."""
    return _STYLES[edition]


SIDE = 12.0
"""From the left and right edge of the paper to what is printed between the corner marks."""
BAND = MARKER_MARGIN + MARKER_SIDE + 3.0
"""From the upper and lower edge to what is printed across the page: below the corner marks, with
more white around them than one of their cells, without which OpenCV does not find them."""
CODE_SIDE = 20.0
"""The side of the QR code: 29 modules of 0.69 mm, or 2.7 pixels at 100 dpi. There are four of them
of white around it (ISO/IEC 18004)."""
PUPIL_DIGITS = 4
"""Digits of a pupil's number on a sheet without a name."""
NUMBER_PLACES = 7
"""Characters of a number that is an answer, at least: as many as are needed for the longest answer
would tell how long that is."""
MAX_TEACHER_ROW = 12
"""Points that one row of bubbles gives; for more there is a row for each digit."""
