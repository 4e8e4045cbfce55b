"""The four corner marks of an answer sheet, by which a reader finds and straightens a page."""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple

MARKERS = (
    ("1011", "0101", "0011", "0010"),
    ("0000", "1111", "1001", "1010"),
    ("0011", "0011", "0010", "1101"),
    ("1001", "1001", "0100", "0110"),
)
"""The bits of ArUco's markers 0 to 3, row by row; 1 is white. They are the first four of OpenCV's
predefined dictionary DICT_4X4_50 (opencv/modules/objdetect/src/aruco/predefined_dictionaries.hpp;
S. Garrido-Jurado et al., Automatic generation and detection of highly reliable fiducial markers
under occlusion, Pattern Recognition 47, 2014). They stand top left, top right, bottom right and
bottom left."""

MARKER_CELLS = 6
"""Cells along a marker's side: four of bits, and one of black on either side of them."""
MARKER_SIDE = 10.2
"""The side of a marker, in millimetres: a cell of 1.7 mm is 6.7 pixels at 100 dpi."""
MARKER_MARGIN = 9.0
"""From the edges of the paper to a marker, in millimetres: printers leave 4 to 6 mm white, and
a scanner or copier cuts off another 2."""


class Square(NamedTuple):
    """A square by its top left corner, in millimetres from that of the page."""

    x: float
    y: float
    side: float


def marker_places(width: float, height: float) -> tuple[Square, ...]:
    """Return where the markers are on a page of `width` by `height` millimetres, by number."""
    near, right = MARKER_MARGIN, width - MARKER_MARGIN - MARKER_SIDE
    low = height - MARKER_MARGIN - MARKER_SIDE
    corners = ((near, near), (right, near), (right, low), (near, low))
    return tuple(Square(x, y, MARKER_SIDE) for x, y in corners)


def black_cells(number: int) -> list[tuple[int, int]]:
    """Return the row and the column of each black cell of the marker `number`."""
    edge = (0, MARKER_CELLS - 1)
    return [
        (row, column)
        for row in range(MARKER_CELLS)
        for column in range(MARKER_CELLS)
        if row in edge or column in edge or MARKERS[number][row - 1][column - 1] == "0"
    ]
