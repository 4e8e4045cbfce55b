from __future__ import annotations

from math import comb

import pytest

from quizgen.checks.nlp.significance import (
    binomial_lower_tail,
    binomial_upper_tail,
    chi_squared_upper_tail,
    uniformity_p_value,
)


@pytest.mark.parametrize(("hits", "trials"), [(0, 5), (3, 5), (5, 5), (7, 12)])
@pytest.mark.parametrize("share", [0.25, 0.5])
def test_the_tails_are_the_binomial_ones(hits: int, trials: int, share: float) -> None:
    def exactly(n: int) -> float:
        return comb(trials, n) * share**n * (1 - share) ** (trials - n)

    upper = sum(exactly(n) for n in range(hits, trials + 1))
    lower = sum(exactly(n) for n in range(hits + 1))
    assert binomial_upper_tail(hits, trials, share) == pytest.approx(upper)
    assert binomial_lower_tail(hits, trials, share) == pytest.approx(lower)


def test_many_trials_do_not_overflow() -> None:
    assert binomial_upper_tail(60_000, 100_000, 0.5) < 1e-9
    assert binomial_upper_tail(50_000, 100_000, 0.5) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("freedom", "statistic"),
    [(1, 3.841), (2, 5.991), (3, 7.815), (4, 9.488), (5, 11.070), (9, 16.919)],
)
def test_the_tail_of_chi_squared_is_that_of_printed_tables(freedom: int, statistic: float) -> None:
    assert chi_squared_upper_tail(statistic, freedom) == pytest.approx(0.05, rel=0.002)


def test_places_are_uneven_when_one_is_always_taken() -> None:
    assert uniformity_p_value([3, 3, 3]) == 1
    assert uniformity_p_value([6, 2, 2, 0]) > 0.05
    assert uniformity_p_value([0, 0, 0, 10]) < 1e-5
