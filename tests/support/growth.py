"""Times a test may hold: the least of several tries, on a machine that is busy with others.

What is not linear, or hangs, is so at every try; what was only disturbed is quick at one of them.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from quizgen.readers.gc_pause import gc_paused

TRIES = 6
LEAST = 0.02  # seconds; shorter times tell nothing
_LIMIT = 8


def cpu_seconds(act: Callable[[], object]) -> float:
    """Measure one call of `act`: seconds of this process, the garbage collector apart."""
    gc.collect()
    with gc_paused():
        start = time.process_time()
        act()
        return time.process_time() - start


def is_within(seconds: float, act: Callable[[], object]) -> bool:
    """Say whether `act` takes less than `seconds` of this process at one of three tries."""
    return any(cpu_seconds(act) < seconds for _ in range(3))


def grows_linearly(
    small: Callable[[], object], large: Callable[[], object], least: float = LEAST
) -> bool:
    """Say whether `large`, which has four times as much to do as `small`, takes so much longer.

    It does below eight times the time; what grows with the square takes sixteen times, and no
    other work on the machine makes one of the other. Both are measured in turn and the least
    times compared, until they agree or `TRIES` are over. Times below `least` seconds count as
    `least`.
    """
    of_small, of_large = [], []
    for _ in range(TRIES):
        of_small.append(max(cpu_seconds(small), least))
        of_large.append(max(cpu_seconds(large), least))
        if min(of_large) < _LIMIT * min(of_small):
            return True
    return False
