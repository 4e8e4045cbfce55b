"""How long a test goes on with new inputs."""

from __future__ import annotations

import functools
import os
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.strategies import SearchStrategy

SECONDS = float(os.environ.get("QUIZGEN_FUZZ_SECONDS", "0"))
ROUND = 200
"""Inputs that hypothesis is asked for at a time: it has no limit of time itself."""

PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck))


def fuzzed(
    examples: int, **inputs: SearchStrategy[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Run a test on so many of the `inputs`, the same ones each time.

    With QUIZGEN_FUZZ_SECONDS in the environment: on new ones, for so long.
    """

    def decorate(test: Callable[..., None]) -> Callable[[], None]:
        if SECONDS:
            return lambda: _for_long(test, inputs)
        short = settings(PATIENT, max_examples=examples, derandomize=True)
        return short(given(**inputs)(test))

    return decorate


def _for_long(test: Callable[..., None], inputs: dict[str, SearchStrategy[Any]]) -> None:
    tried = 0

    @functools.wraps(test)
    def counted(**drawn: Any) -> None:
        nonlocal tried
        tried += 1
        test(**drawn)

    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        one_round = settings(PATIENT, max_examples=ROUND)(given(**inputs)(counted))
        seed(random.randrange(2**32))(one_round)()
    sys.stdout.write(f"\n{test.__name__}: {tried} inputs\n")
