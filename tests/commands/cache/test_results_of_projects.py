"""What is kept of one project is never written into another."""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import Any

import pytest
from support import CHOICE, write_project

import quizgen
from quizgen.commands.cache.records import FOLDER
from quizgen.commands.cache.results import RECORD


def _project(root: Path, word: str) -> Path:
    return write_project(root, CHOICE.replace("did they meet", f"did they _{word}_"))


def _texts(root: Path) -> str:
    """The texts that are kept in the project at `root`."""
    stored = (root / FOLDER / RECORD).read_bytes().partition(b"\n")[2]
    kept: Any = marshal.loads(stored)
    return repr(kept["parse_runs"])


@pytest.mark.parametrize("order", ["AB", "BA", "ABA"])
def test_projects_that_are_checked_together_keep_their_own_texts(
    tmp_path: Path, order: str
) -> None:
    roots = {"A": _project(tmp_path / "a", "gather"), "B": _project(tmp_path / "b", "assemble")}
    quizgen.check(*(roots[letter] for letter in order))
    assert "gather" in _texts(roots["A"])
    assert "assemble" not in _texts(roots["A"])
    assert "assemble" in _texts(roots["B"])
    assert "gather" not in _texts(roots["B"])


def test_projects_that_are_checked_in_turn_keep_their_own_texts(tmp_path: Path) -> None:
    first, second = _project(tmp_path / "a", "gather"), _project(tmp_path / "b", "assemble")
    for root in (first, second, first):
        quizgen.check(root)
    quizgen.build(second, built=1)
    assert "assemble" not in _texts(first)
    assert "gather" not in _texts(second)
