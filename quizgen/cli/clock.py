"""The time at which a command runs."""

from __future__ import annotations

import os
import re
import time

import click


def build_time() -> int:
    """Return the time of a build or a check in seconds since 1970.

    The time is SOURCE_DATE_EPOCH if set (reproducible-builds.org), else now.

    Raises:
        click.UsageError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not re.fullmatch(r"[0-9]{1,11}", fixed):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {fixed!r}, not a number of seconds")
    return int(fixed)
