"""The figures of questions are those of a reference implementation on the same data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.commands.grade.statistics import alpha, item_figures, pearson

REFERENCE = json.loads(Path(__file__).with_name("reference_figures.json").read_text("utf-8"))
"""Recorded from scipy: its `source` says how."""


def test_the_figures_of_right_and_wrong_are_those_of_scipy() -> None:
    rows = [[float(v) for v in row] for row in REFERENCE["rows"]]
    totals = [sum(row) for row in rows]
    for index, expected in enumerate(REFERENCE["point_biserial"]):
        figures = item_figures([row[index] for row in rows], totals, 1.0)
        assert figures.correlation == pytest.approx(expected)
        assert figures.rest_correlation == pytest.approx(REFERENCE["rest"][index])
        assert figures.difficulty == pytest.approx(REFERENCE["difficulty"][index])
    assert alpha(rows) == pytest.approx(REFERENCE["kr20"])


def test_the_figures_of_shares_of_points_are_those_of_scipy() -> None:
    rows = REFERENCE["points"]
    totals = [sum(row) for row in rows]
    for index, expected in enumerate(REFERENCE["points_correlation"]):
        assert pearson([row[index] for row in rows], totals) == pytest.approx(expected)
    assert alpha(rows) == pytest.approx(REFERENCE["alpha"])


def test_discrimination_is_the_difference_of_the_upper_and_the_lower_group() -> None:
    totals = [float(n) for n in range(10)]  # groups of three
    points = [0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0]
    assert item_figures(points, totals, 1.0).discrimination == pytest.approx(2 / 3 - 1 / 3)


@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0]), st.integers(0, 5)), min_size=5, max_size=40))
def test_the_order_of_pupils_changes_nothing(pupils: list[tuple[float, int]]) -> None:
    def figures(of: list[tuple[float, int]]) -> list[float | None]:
        return [
            None if value is None else round(value, 9)
            for value in item_figures([p for p, _ in of], [float(t) for _, t in of], 1.0).values
        ]

    assert figures(pupils) == figures(pupils[::-1]) == figures(sorted(pupils))


def test_what_cannot_be_computed_is_none() -> None:
    assert item_figures([], [], 1.0).difficulty is None
    assert item_figures([1.0, 1.0], [2.0, 2.0], 1.0).correlation is None
    assert alpha([[1.0, 1.0], [1.0, 1.0]]) is None
