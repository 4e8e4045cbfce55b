"""Processes that a command starts, and whether they end."""

from __future__ import annotations

import os
import time


def are_gone(group: int) -> bool:
    """Whether all processes of `group` end, within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
