"""The help of a message fits the very mistake that was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, DECK, write_project

import quizgen


def helps(root: Path, name: str) -> list[str]:
    """The helps of the diagnostics called `name`."""
    return [str(d.help) for d in quizgen.build(root, built=0).diagnostics if d.name == name]


@pytest.mark.parametrize(
    ("key", "help"),
    [
        ("forms: 30", "write 26 or less"),
        ("columns: 3", "write 2 or less"),
        ("columns: 0", "write 1 or more"),
        ("size: 4", "write 9 or more"),
        ("size: 9.5", "write a whole number in digits; halves are not possible"),
    ],
)
def test_a_number_out_of_its_limits(tmp_path: Path, key: str, help: str) -> None:
    deck = DECK.replace("  title: The talks", f"  title: The talks\n  {key}")
    write_project(tmp_path, CHOICE, deck=deck)
    assert helps(tmp_path, "bad-number") == [help]


def test_a_question_without_its_dash(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "question_bank/talks/people.yaml").write_text(
        "topic: people\nquestions:\n  id: a1\n  type: flashcard\n  front: a\n  back: b\n"
    )
    assert helps(tmp_path, "wrong-kind") == [
        "put a dash and a space before each question: `- id: a1`"
    ]
