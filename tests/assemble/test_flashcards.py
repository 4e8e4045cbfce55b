"""Sets of flashcards in a deck file: what is wrong is told with a way out, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, mistakes, told, write_project

from quizgen import build

SHEET = "worksheets: [{name: s, title: T, forms: 2, sections: [{title: S}]}]\n"


@pytest.mark.parametrize(
    ("asked", "expected", "help"),
    [
        ("flashcards:\n- {grid: 2x4}\n- {grid: 1x2}\n", "duplicate-worksheet@4:3", "a name"),
        ("flashcards: [{name: a}, {name: A}]\n", "duplicate-worksheet@2:32", "a name"),
        (f"{SHEET}flashcards: {{name: s-A}}\n", "duplicate-worksheet@3:20", "a name"),
        (f"{SHEET}flashcards: {{name: s-key}}\n", "duplicate-worksheet@3:20", "a name"),
        ("flashcards: {grid: 5x4}\n", "bad-word@2:20", "from 1x1 to 4x8"),
        ("flashcards: {grid: 2x9}\n", "bad-word@2:20", "from 1x1 to 4x8"),
        ("flashcards: {grid: [2, 4]}\n", "wrong-kind@2:20", "a grid of cards"),
        ("flashcards: {offset: [1]}\n", "too-few@2:22", "2"),
        ("flashcards: {offset: [1, 2, 3]}\n", "bad-number@2:22", "such as [1.5, -1]"),
        ("flashcards: {offset: [0, 10.5]}\n", "bad-number@2:22", "such as [1.5, -1]"),
        ("flashcards: {offset: [1, wide]}\n", "bad-number@2:26", "a number"),
        ("flashcards: {flip: top}\n", "bad-word@2:20", "long-edge"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(
    tmp_path: Path, asked: str, expected: str, help: str
) -> None:
    root = write_project(tmp_path, CHOICE, deck=f"bank: talks\n{asked}")
    result = build(root, built=1_700_000_000)
    errors = mistakes(result.diagnostics)
    assert told(errors) == [expected]
    assert help in f"{errors[0].message} {errors[0].help}"
    assert result.files == ()
    assert not (root / "dist").exists()
