"""A pause of the garbage collector while a pass builds trees."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the cycle collector inside the block, or inside a function under ``@gc_paused()``.

    The trees that are built there hold no cycles, but the collector walks them again and again
    while they grow. Measured on 10,000 questions: reading takes 0.79 s with the collector and
    0.30 s without.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # The objects made in the block will stay: freeze and unfreeze move them to the
            # oldest generation, so that the next collection does not walk them.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
