"""Ctrl-C while the command line is still being imported ends in a word, however it was called."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]["quizgen"]
MODULE, _, FUNCTION = SCRIPT.partition(":")
STOP_AT = """
import os, signal, sys

class Stopping:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Stopping())
sys.argv = ["quizgen", "check"]
"""
CALLS = {
    "quizgen": f"from {MODULE} import {FUNCTION}\nsys.exit({FUNCTION}())",
    "python -m quizgen": "import runpy\nrunpy.run_module('quizgen', run_name='__main__')",
}


@pytest.mark.parametrize("module", ["quizgen.cli", "click", "quizgen.cli.check_command"])
@pytest.mark.parametrize("call", CALLS)
def test_it_is_told_in_a_word(tmp_path: Path, call: str, module: str) -> None:
    code = STOP_AT.format(name=module) + CALLS[call]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr.strip() == "quizgen: stopped; nothing was written"
    assert done.stdout == ""
