"""How likely chance alone is to give what was counted."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, exp, lgamma, log, sqrt

LEVEL = 0.05
"""What is rarer than this by chance is told: the usual 5 % (Fisher 1925)."""


def at_least(hits: int, trials: int, share: float) -> float:
    """How likely `hits` or more of `trials` are, each a hit with probability `share`.

    The upper tail of the binomial distribution. `share` is above 0 and below 1.
    """
    return min(1.0, sum(_exactly(n, trials, share) for n in range(hits, trials + 1)))


def at_most(hits: int, trials: int, share: float) -> float:
    """How likely `hits` or fewer of `trials` are."""
    return at_least(trials - hits, trials, 1 - share)


def as_uneven(counts: Sequence[int]) -> float:
    """How likely places that are equally probable are filled as unevenly as in `counts`.

    Pearson's χ² test. `counts` has two places at least, and something in one of them.
    """
    expected = sum(counts) / len(counts)
    statistic = sum((count - expected) ** 2 for count in counts) / expected
    return chi_squared(statistic, len(counts) - 1)


def chi_squared(statistic: float, freedom: int) -> float:
    """The upper tail of the χ² distribution, by the recurrence of the incomplete gamma function
    (Abramowitz and Stegun 1964, 26.4.4, 26.4.5)."""
    half = statistic / 2
    if half == 0:
        return 1.0
    tail, done = (erfc(sqrt(half)), 1) if freedom % 2 else (exp(-half), 2)
    while done < freedom:
        tail += exp(done / 2 * log(half) - half - lgamma(done / 2 + 1))
        done += 2
    return min(1.0, tail)


def _exactly(hits: int, trials: int, share: float) -> float:
    ways = lgamma(trials + 1) - lgamma(hits + 1) - lgamma(trials - hits + 1)
    return exp(ways + hits * log(share) + (trials - hits) * log(1 - share))
