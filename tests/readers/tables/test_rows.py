"""Rows of tables as questions: which cell an answer names, and what a word of truth is."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring, keys

HEAD = "Question,A,B,C,D,Answer\n"


@pytest.mark.parametrize("answer", ["C", "3", "Paris"])
def test_an_empty_cell_keeps_its_letter_and_its_number(tmp_path: Path, answer: str) -> None:
    (item,) = bring(tmp_path, "t.csv", f"{HEAD}Capital?,Rome,,Paris,Oslo,{answer}\n").items
    assert keys(item) == ["Paris"]


@pytest.mark.parametrize("answer", ["B", "2", "E"])
def test_an_answer_that_names_no_option_is_told(tmp_path: Path, answer: str) -> None:
    got = bring(tmp_path, "t.csv", f"{HEAD}Capital?,Rome,,Paris,Oslo,{answer}\nTwo?,x,y,,,B\n")
    assert [keys(item) for item in got.items] == [["y"]]
    assert f"“{answer}” {'is none' if answer == 'E' else 'names an empty cell'}" in got.messages
