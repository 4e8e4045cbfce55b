"""Shells complete commands and options: click's own scripts, and what they are answered."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import write_project
from support.paths import ROOT

LINE = re.compile(r"_QUIZGEN_COMPLETE=\w+_source quizgen")


def complete(variables: dict[str, str], folder: Path = ROOT) -> str:
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "quizgen"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


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
    assert answer(words, ROOT) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("quizgen build ", {"talks", "tests"}),
        ("quizgen build tal", {"talks"}),
        *((f"quizgen {command} te", {"tests"}) for command in ("diff", "preview", "push")),
        ("quizgen stats ", {"talks"}),
        ("quizgen list t", {"talks"}),
        ("quizgen explain key-is", {"key-is-longest"}),
        ("quizgen explain duplicate-i", {"duplicate-id"}),
        ("quizgen check --select duplicate-i", {"duplicate-id"}),
        ("quizgen check --ignore duplicate-", set()),
        ("quizgen build --ignore no-source,cla", {"no-source,clang"}),
    ],
)
def test_names_are_offered(words: str, offered: set[str], tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "decks/tests.yaml").write_text("bank: talks\n")
    assert answer(words, root / "decks") == offered


def test_outside_of_a_project_no_names_are_offered(tmp_path: Path) -> None:
    assert answer("quizgen build ", tmp_path) == answer("quizgen stats ", tmp_path) == set()


def answer(words: str, folder: Path) -> set[str]:
    """What bash gets when Tab is pressed behind `words`."""
    variables = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    said = complete({**variables, "_QUIZGEN_COMPLETE": "bash_complete"}, folder)
    return {line.partition(",")[2] for line in said.split()}


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
