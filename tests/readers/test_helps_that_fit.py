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


@pytest.mark.parametrize(
    ("lines", "name", "help"),
    [
        ("exports:\n- moodle\n", "wrong-kind", "if that is its format, write `format: moodle`"),
        ("anki: 'A: b'\n", "wrong-kind", 'write `deck: "A: b"`'),
        ("practice: yes\n", "wrong-kind", "write {} where none is needed"),
        (
            "worksheets:\n- {name: w, title: t, topics: [people]}\n",
            "unknown-key",
            "it is a key of what stands below `sections:`: write it there",
        ),
        ("columns: 2\n", "unknown-key", "it is a key of what stands below `worksheets:`"),
        ("paprr: A4\n", "unknown-key", "its keys are: "),
    ],
)
def test_a_key_or_a_value_of_a_deck_file_in_the_wrong_place(
    tmp_path: Path, lines: str, name: str, help: str
) -> None:
    write_project(tmp_path, CHOICE, deck=f"bank: talks\n{lines}")
    (found,) = helps(tmp_path, name)
    assert help in found
    assert "if it stands for" not in found
