"""A key that could not be read is told once, and not again as a key that is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import write_project

from quizgen import check
from quizgen.readers.keys import Key
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType

EXAMPLES = {one.name: one.example for one in QUESTION_TYPES}
OPTIONAL = [
    (one, key)
    for one in QUESTION_TYPES
    for key in one.table.keys
    if not key.required and key.name not in ("lint", "renamed_from", "guid")
]


def names(root: Path, entry: str) -> list[str]:
    return [d.name for d in check(write_project(root, entry))]


@pytest.mark.parametrize(("kind", "key"), OPTIONAL, ids=lambda one: one.name)
def test_a_faulty_value_is_one_message(tmp_path: Path, kind: QuestionType, key: Key[str]) -> None:
    """The value is one that no key has."""
    value = f"  {key.name}: {{x: {{y: z}}}}\n"
    line = re.compile(rf"^  {key.name}:.*\n", re.MULTILINE)
    faulty = line.sub(value, kind.example) if line.search(kind.example) else kind.example + value
    before = names(tmp_path / "before", kind.example)
    after = names(tmp_path / "after", faulty)
    assert len([name for name in after if name not in before]) == 1


@pytest.mark.parametrize(
    ("kind", "key", "typed", "expected"),
    [
        ("matching", "distractors: [issuing passports]", "distractors: a slip", "wrong-kind"),
        ("matching", "distractors:", "distractor:", "unknown-key"),
        ("matching", "distractors:", "extra:", "unknown-key"),
        ("essay", "reference:", "refrence:", "unknown-key"),
    ],
)
def test_a_slip_is_one_message(
    tmp_path: Path, kind: str, key: str, typed: str, expected: str
) -> None:
    entry = EXAMPLES[kind]
    assert key in entry
    assert names(tmp_path, entry.replace(key, typed)) == [expected]


def test_what_is_missing_beside_another_fault_is_still_told(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: b, back: c, difficulty: none}\n"
    assert set(names(tmp_path, entry)) == {"bad-word", "no-source"}
