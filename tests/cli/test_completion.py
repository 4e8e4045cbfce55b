"""Shells complete commands and options: click's own scripts, and what they are answered."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"_QUIZGEN_COMPLETE=\w+_source quizgen")


def complete(variables: dict[str, str]) -> str:
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "quizgen"]
    return subprocess.run(command, env=environment, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("quizgen che", {"check"}),
        ("quizgen build --st", {"--strict"}),
        ("quizgen check --format g", {"github"}),
        ("quizgen schema ", {"bank", "topic", "deck"}),
    ],
)
def test_the_shell_is_answered(words: str, offered: set[str]) -> None:
    count = len(words.split(" ")) - 1
    variables = {"COMP_WORDS": words, "COMP_CWORD": str(count)}
    said = complete({**variables, "_QUIZGEN_COMPLETE": "bash_complete"})
    assert {line.partition(",")[2] for line in said.splitlines()} == offered


def test_the_lines_of_the_page_print_a_script() -> None:
    lines = LINE.findall((ROOT / "docs/editor.md").read_text("utf-8"))
    assert len(lines) == 3
    for line in lines:
        name, value = line.split(" ")[0].split("=")
        script = complete({name: value})
        assert f"{value.removesuffix('_source')}_complete" in script


def test_bash_takes_the_script() -> None:
    script = complete({"_QUIZGEN_COMPLETE": "bash_source"})
    done = subprocess.run(
        ["bash", "-c", f"{script}\ncomplete -p quizgen"], capture_output=True, text=True
    )
    assert "quizgen" in done.stdout
