"""How likely chance alone is to give what was counted."""

from __future__ import annotations

from math import exp, lgamma, log

LEVEL = 0.05
"""What is rarer than this by chance is told: the usual 5 % (Fisher 1925; issue 5 asks for it)."""


def at_least(hits: int, trials: int, share: float) -> float:
    """How likely `hits` or more of `trials` are, each a hit with probability `share`.

    The upper tail of the binomial distribution. `share` is above 0 and below 1.
    """
    return min(1.0, sum(_exactly(n, trials, share) for n in range(hits, trials + 1)))


def at_most(hits: int, trials: int, share: float) -> float:
    """How likely `hits` or fewer of `trials` are."""
    return at_least(trials - hits, trials, 1 - share)


def _exactly(hits: int, trials: int, share: float) -> float:
    ways = lgamma(trials + 1) - lgamma(hits + 1) - lgamma(trials - hits + 1)
    return exp(ways + hits * log(share) + (trials - hits) * log(1 - share))
