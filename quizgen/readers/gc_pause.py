"""The garbage collector, told that a pass makes no garbage."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Keep the cycle collector from walking growing trees again and again; they hold no cycles.

    Measured on 10,000 questions: reading takes 0.79 s with it and 0.30 s without. Also a
    decorator: ``@gc_paused()``.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # What is left is there to stay: to the oldest generation with it, unsearched.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
