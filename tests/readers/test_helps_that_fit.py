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


@pytest.mark.parametrize(
    ("keys", "name", "help"),
    [
        ("type: numeric\n  answer: 30\n  tolerance: 5%", "bad-number", "5 % of 200 is 10"),
        ("type: numeric\n  answer: 10-20", "bad-number", "write `answer: 15` and `tolerance: 5`"),
        ("type: numeric\n  answer: 3 to 4", "bad-number", "`answer: 3.5` and `tolerance: 0.5`"),
        (
            "type: short_answer\n  answer: [Ann, Anna Lee, c]",
            "wrong-kind",
            "write `answer: Ann` and `accept: [Anna Lee, c]`",
        ),
        ("type: short_answer\n  answer: [Ann]", "wrong-kind", "write one text here, not a list"),
        (
            "type: matching\n  pairs:\n  - [Rome, Italy]\n  - [Bern, Switzerland]",
            "wrong-kind",
            "without dashes and brackets: `Rome: Italy`",
        ),
    ],
)
def test_a_value_of_another_kind(tmp_path: Path, keys: str, name: str, help: str) -> None:
    write_project(tmp_path, f"- id: x\n  question: Q?\n  reference: r\n  {keys}\n")
    (given,) = helps(tmp_path, name)
    assert help in given


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("type: flashcard\n  question: A\n  answer: B", ["'front'", "'back'"]),
        ("type: flashcard\n  front: A\n  definition: B", ["'back'"]),
        ("type: cloze\n  question: 'A {{c1::b}}'", ["'text'"]),
        ("type: ordering\n  question: Q\n  answer: [a, b]", ["'in_order'"]),
        ("type: timeline\n  question: Q\n  answer: {1990: a, 1991: b}", ["'events'"]),
        ("type: matching\n  question: Q\n  answer: {a: b, c: d}", ["'pairs'"]),
    ],
)
def test_a_key_of_another_question_type(tmp_path: Path, keys: str, expected: list[str]) -> None:
    write_project(tmp_path, f"- id: x\n  reference: r\n  {keys}\n")
    given = helps(tmp_path, "unknown-key")
    assert given == [f"the key for this is {key}" for key in expected]


def test_a_rationale_below_an_option_without_its_key(tmp_path: Path) -> None:
    entry = CHOICE.replace("[Tokyo,", "\n  - Tokyo\n    rationale: no\n  - [a,")
    assert "rationale" in entry
    write_project(tmp_path, entry)
    assert helps(tmp_path, "yaml-syntax") == [
        "write `- text: Tokyo`, and `rationale:` below `text:`, in one column"
    ]
