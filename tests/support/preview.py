"""Running previews, and a browser to look at them."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("QUIZGEN_CHROMIUM") or shutil.which("chromium")


@contextlib.contextmanager
def running(root: Path, *arguments: str) -> Iterator[str]:
    """The address of a preview of the project at `root`; it is stopped by Ctrl-C at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", "preview", "--no-open", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"Preview at (http://127\.0\.0\.1:\d+/) .*\n", line)
        assert found, line + process.communicate(timeout=60)[1]
        yield found[1]
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
    finally:
        process.kill()
        process.communicate()


@contextlib.contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine; QUIZGEN_CHROMIUM can name one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", *arguments]
        )
        yield launched
        launched.close()
