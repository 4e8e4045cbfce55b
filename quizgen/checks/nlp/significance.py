"""Significance tests: how likely chance alone is to give what was counted."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, exp, lgamma, log, sqrt

SIGNIFICANCE_LEVEL = 0.05
"""The probability below which a count is reported as no chance: the usual 5 % (Fisher 1925)."""


def binomial_upper_tail(hits: int, trials: int, share: float) -> float:
    """Return the probability of `hits` or more in `trials`, each a hit with probability `share`.

    `share` is above 0 and below 1.
    """
    return min(1.0, sum(_binomial_probability(n, trials, share) for n in range(hits, trials + 1)))


def binomial_lower_tail(hits: int, trials: int, share: float) -> float:
    """Return the probability of `hits` or fewer in `trials`, each one with probability `share`."""
    return binomial_upper_tail(trials - hits, trials, 1 - share)


def uniformity_p_value(counts: Sequence[int]) -> float:
    """Return how likely equally probable places are filled at least as unevenly as in `counts`.

    This is the p-value of Pearson's χ² test. `counts` has two places or more, not all empty.
    """
    expected = sum(counts) / len(counts)
    statistic = sum((count - expected) ** 2 for count in counts) / expected
    return chi_squared_upper_tail(statistic, len(counts) - 1)


def chi_squared_upper_tail(statistic: float, freedom: int) -> float:
    """Return the probability that χ² with `freedom` degrees of freedom exceeds `statistic`.

    Computed by the recurrence of the incomplete gamma function (Abramowitz and Stegun 1964,
    26.4.4 and 26.4.5).
    """
    half = statistic / 2
    if half == 0:
        return 1.0
    tail, done = (erfc(sqrt(half)), 1) if freedom % 2 else (exp(-half), 2)
    while done < freedom:
        tail += exp(done / 2 * log(half) - half - lgamma(done / 2 + 1))
        done += 2
    return min(1.0, tail)


def _binomial_probability(hits: int, trials: int, share: float) -> float:
    """Return the probability of exactly `hits` in `trials`; logarithms keep it from overflowing."""
    ways = lgamma(trials + 1) - lgamma(hits + 1) - lgamma(trials - hits + 1)
    return exp(ways + hits * log(share) + (trials - hits) * log(1 - share))
