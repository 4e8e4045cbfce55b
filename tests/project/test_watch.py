"""Which changed files count as a save."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project
from watchfiles import Change

from quizgen.project.layout import Project
from quizgen.project.watch import is_input, saves


@pytest.mark.parametrize(
    "path",
    [
        "question_bank/talks/people.yaml",
        "question_bank/talks/passage.md",
        "question_bank/talks/media/map.png",
        "decks/talks.yaml",
        "decks/talks.yml",
    ],
)
def test_inputs(path: str) -> None:
    assert is_input(Change.modified, f"/project/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "decks/talks.ledger",
        "decks/.talks.ledger.x1.quizgen-tmp",
        "decks/.quizgen-journal",
        "question_bank/talks/.people.yaml.swp",
        "question_bank/talks/people.yaml~",
        "question_bank/talks/#people.yaml#",
    ],
)
def test_what_a_build_or_an_editor_leaves_is_no_input(path: str) -> None:
    assert not is_input(Change.modified, f"/project/{path}")


def test_the_first_turn_comes_before_any_save(tmp_path: Path) -> None:
    turns = saves(Project(write_project(tmp_path)))
    next(turns)
    (tmp_path / "decks" / "talks.yaml").write_text("bank: talks\n")
    next(turns)


def test_saved_settings_are_a_save(tmp_path: Path) -> None:
    turns = saves(Project(write_project(tmp_path)))
    next(turns)
    (tmp_path / "quizgen.toml").write_text("[lint]\n")
    next(turns)
    (tmp_path / "quizgen.toml").unlink()
    next(turns)
