"""What is neither clearly marked nor clearly empty is a doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.answer_sheets.markers import MARKERS
from quizgen.model.answer_sheets.readings import Doubt
from quizgen.readers.scans.bubbles import BubbleInk
from quizgen.readers.scans.decide import PageInk, decide, with_vanished

SOLID = PageInk(0.02, 0.004, 0.85)
THIN = PageInk(0.02, 0.004, 0.2)


def decided(
    fills: list[float], page: PageInk = SOLID, kind: FieldKind = FieldKind.ONE
) -> tuple[tuple[str, ...], Doubt | None]:
    inks = [BubbleInk(fill, 0.0) for fill in fills]
    return decide(inks, [str(n) for n in range(len(fills))], kind, page)


@pytest.mark.parametrize(
    ("fills", "expected"),
    [
        ([0.02, 0.9, 0.03, 0.02], (("1",), None)),
        ([0.02, 0.02, 0.03, 0.02], ((), None)),
        ([0.9, 0.9, 0.03, 0.02], (("0", "1"), Doubt.DOUBLE)),
        ([0.9, 0.10, 0.03, 0.02], (("0",), None)),
        ([0.9, 0.25, 0.03, 0.02], (("0",), Doubt.ERASED)),
        ([0.2, 0.02, 0.03, 0.02], (("0",), Doubt.FAINT)),
    ],
)
def test_a_solid_hand(fills: list[float], expected: object) -> None:
    assert decided(fills) == expected


def test_a_thin_line_is_a_mark_where_all_are_thin() -> None:
    assert decided([0.2, 0.02, 0.02], THIN) == (("0",), None)
    assert decided([0.2, 0.02, 0.02], PageInk(0.02, 0.004, None)) == (("0",), Doubt.FAINT)


def test_several_marks_are_right_where_several_are_possible() -> None:
    assert decided([0.9, 0.9, 0.02], kind=FieldKind.SEVERAL) == (("0", "1"), None)


def test_an_empty_row_in_black_and_white_is_a_doubt() -> None:
    bilevel = PageInk(0.0, 0.0, 0.9, is_bilevel=True)
    assert decided([0.0, 0.0], bilevel) == ((), Doubt.BLANK)
    assert decided([0.0, 0.0], bilevel, FieldKind.DIGIT) == ((), None)
    pencil = bilevel._replace(typical=0.5)
    assert decided([0.0, 0.0], pencil, FieldKind.DIGIT) == ((), Doubt.BLANK)
    assert decided([0.5, 0.0], pencil, FieldKind.SEVERAL) == (("0",), Doubt.BLANK)


@pytest.mark.parametrize("other", [Doubt.BLANK, Doubt.FAINT])
def test_a_digit_may_have_vanished_where_other_marks_have(other: Doubt) -> None:
    bilevel = PageInk(0.0, 0.0, 0.9, is_bilevel=True)
    rows = [(("1",), None), ((), None), ((), other)]
    assert with_vanished(rows, bilevel) == [(("1",), None), ((), Doubt.BLANK), ((), other)]
    assert with_vanished(rows[:2], bilevel) == rows[:2]
    assert with_vanished(rows, bilevel._replace(is_bilevel=False)) == rows


@given(st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_without_a_doubt_the_mark_is_far_above_all_others(fills: list[float]) -> None:
    marked, doubt = decided(fills)
    if doubt is None and marked:
        [value] = marked
        best = fills[int(value)]
        assert all(fill < best / 2 for n, fill in enumerate(fills) if str(n) != value)


def test_the_markers_are_those_of_the_dictionary() -> None:
    import cv2

    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for number, rows in enumerate(MARKERS):
        image = cv2.aruco.generateImageMarker(dictionary, number, 6)
        assert rows == tuple("".join(str(int(v > 0)) for v in row[1:-1]) for row in image[1:-1])
