"""What the tests with other people's software share."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from support.paths import ROOT

ENVIRONMENTS = ROOT / ".venv-clients"
"""Where software that quizgen itself does not need is installed, once. git ignores it."""


def missing(reason: str) -> NoReturn:
    """Skip, or fail where nothing may be skipped."""
    if os.environ.get("QUIZGEN_NO_SKIP"):
        pytest.fail(reason)
    pytest.skip(reason)


def npm_packages(manifest: Path) -> Path:
    """The folder with what `manifest`, a ``package.json``, names, installed if it is not yet."""
    digest = hashlib.sha256(manifest.read_bytes()).hexdigest()[:12]
    folder = ENVIRONMENTS / f"{manifest.stem}-{digest}"
    if not folder.exists():
        npm = shutil.which("npm") or missing(f"{manifest.stem} needs npm, and there is none")
        ENVIRONMENTS.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=ENVIRONMENTS))
        shutil.copy(manifest, made / "package.json")
        command = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(command, cwd=made, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(made)
            missing(f"{manifest.stem} cannot be installed: {done.stderr.strip()[-500:]}")
        with contextlib.suppress(OSError):  # made by somebody else meanwhile
            made.rename(folder)
    return folder / "node_modules"
