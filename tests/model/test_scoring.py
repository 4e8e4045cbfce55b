"""How much of a question an answer is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.forms import choice, matching, order
from support.shares import choice_share, match_share, order_share

from quizgen.model.item import Choice, Match, Order
from quizgen.model.scoring import parts_share


@pytest.mark.parametrize(
    ("keys", "wrong", "chosen", "share"),
    [
        *((1, 3, {0}, 1), (1, 3, {1}, 0), (1, 3, set(), 0), (1, 3, {0, 1}, 0)),
        *((2, 2, {0, 1}, 1), (2, 2, {0}, Fraction(1, 2)), (2, 2, {0, 2}, 0)),
        *((2, 2, {0, 1, 2}, Fraction(1, 2)), (2, 2, {0, 1, 2, 3}, 0), (2, 2, {2, 3}, 0)),
        *((3, 1, {0, 1}, Fraction(2, 3)), (3, 1, {0, 1, 2, 3}, 0), (2, 0, {0, 1}, 1)),
    ],
)
def test_options_that_are_wrong_take_away_what_right_ones_earn(
    keys: int, wrong: int, chosen: set[int], share: Fraction | int
) -> None:
    task = choice("c", wrong=wrong, keys=keys).interaction
    assert isinstance(task, Choice)
    assert choice_share(task, chosen) == share


def test_each_pair_and_each_place_counts() -> None:
    pairs, parts = matching("m", 3).interaction, order("o", 4).interaction
    assert isinstance(pairs, Match)
    assert isinstance(parts, Order)
    assert match_share(pairs, [0, 2, None]) == Fraction(1, 3)
    assert order_share(parts, [0, 1, 3, None]) == Fraction(1, 2)
    assert order_share(parts, [None] * 4) == 0, "nobody has moved a part"
    assert parts_share([]) == 0
