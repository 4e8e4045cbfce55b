"""Blackboard's text, as qti_package_maker reads it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qti_package_maker.engines.bbq_text_upload.read_package import make_item_cls_from_line
from support import write_project

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

NOT_READ = {"TF": "true_false", "ESS": "essay"}
"""Types of Blackboard's that it does not read; for each, the question type."""


def _rows(root: Path, source: str) -> list[str]:
    deck = "bank: talks\nexports: {format: blackboard}\n"
    result = build(write_project(root, source, deck=deck), built=1)
    (path,) = [path for path in result.files if path.name.endswith(".blackboard.txt")]
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("question_type", QUESTION_TYPES, ids=lambda one: one.name)
def test_the_example_of_each_type_is_read(tmp_path: Path, question_type: Any) -> None:
    (row,) = _rows(tmp_path, question_type.example)
    word = row.partition("\t")[0]
    if word in NOT_READ:
        assert question_type.name == NOT_READ[word]
        return
    assert make_item_cls_from_line(row) is not None


def test_answers_are_what_the_bank_says(tmp_path: Path) -> None:
    source = """
- id: choice
  type: multiple_choice
  question: Which?
  answer: [a, b]
  distractors: [c]
- id: order
  type: ordering
  question: Sort.
  in_order: [one, two, three]
- id: pairs
  type: matching
  question: Match.
  pairs: {a: "1", b: "2", c: "3"}
- id: gaps
  type: cloze
  text: "The {{c1::cat}} sat on the {{c2::mat}} [sic]."
- id: number
  type: numeric
  question: How many?
  answer: 4.5
  tolerance: 0.5
"""
    choice, order, pairs, gaps, number = (
        make_item_cls_from_line(row)
        for row in _rows(tmp_path, source.replace("  type:", "  reference: r\n  type:"))
    )
    assert choice.answers_list == ["a", "b"]
    assert order.ordered_answers_list == ["one", "two", "three"]
    assert pairs.prompts_list == ["a", "b", "c"]
    assert pairs.choices_list == ["1", "2", "3"]
    assert list(gaps.answer_map.values()) == [["cat"], ["mat"]]
    assert (number.answer_float, number.tolerance_float) == (4.5, 0.5)
