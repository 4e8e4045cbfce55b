"""Hostile texts, packages and project trees, written by ourselves: data and generators.

Each run of the suite tries a part of them, always the same; ``QUIZGEN_HOSTILE=all`` tries all.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

ALL = os.environ.get("QUIZGEN_HOSTILE") == "all"


def some(corpus: Sequence[T], count: int) -> Sequence[T]:
    """Return `count` items of `corpus`, evenly spread, or all of them in the long form."""
    return corpus if ALL else corpus[:: max(1, len(corpus) // count)][:count]


def some_named(corpus: Mapping[str, T], count: int) -> list[str]:
    """Return the names of `count` items of `corpus`, or all in the long form."""
    return list(some(list(corpus), count))
