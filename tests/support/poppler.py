"""Poppler's programs, which read PDF files as many viewers do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from support.clients import missing


def poppler(program: str, *arguments: str | Path, folder: Path | None = None) -> str:
    """Return what `program` of poppler prints when it is run in `folder`; skip if it is not there.

    Raises CalledProcessError where it fails.
    """
    if shutil.which(program) is None:
        missing(f"no {program} on this machine; it is one of poppler's (poppler-utils)")
    command = [program, *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True).stdout
