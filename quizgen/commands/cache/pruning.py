"""Records that nobody needs any more: of files that have gone, and what a kill left unfinished."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
from pathlib import Path
from typing import NamedTuple

MAX_UNUSED = 30 * 24 * 3600
"""Seconds after which a record that no command has used goes. What it says is found again."""

MAX_FOLDER_SIZE = 512 * 1024 * 1024
"""Bytes of all records; the latest stay. Those of 10,000 questions in a deck come to 24 MB."""

MAX_UNFINISHED = 3600
"""Seconds after which nobody goes on writing a copy that was begun."""

_RECORD = re.compile(r"(?:builds|[a-z]+-[0-9a-f]{32})(?P<copy>\.\d+)?")
"""The names that records have, and their copies while they are written."""


class _File(NamedTuple):
    used: float
    size: int
    path: str


def prune(folder: Path) -> None:
    """Remove records in `folder` that are old or too many. Files of other names stay."""
    now = time.time()
    records: list[_File] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = _RECORD.fullmatch(entry.name)
            status = entry.stat(follow_symlinks=False)
            if name is None or not stat.S_ISREG(status.st_mode):
                continue
            max_age = MAX_UNFINISHED if name["copy"] else MAX_UNUSED
            if status.st_mtime < now - max_age:
                _remove(entry.path)
            elif not name["copy"]:
                records.append(_File(status.st_mtime, status.st_size, entry.path))
    total = 0
    for record in sorted(records, reverse=True):
        total += record.size
        if total > MAX_FOLDER_SIZE:
            _remove(record.path)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
