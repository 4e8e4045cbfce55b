"""No rule judges a stem that quizgen itself wrote, and rules go on judging the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support import write_bank

from quizgen.checks import check_bank
from quizgen.commands.workspace import Workspace
from quizgen.model.bank import Bank

QUESTIONS = """
- id: a
  type: multiple_choice
  question: Which of these northern towns is not a harbour.
  answer: a harbour in a valley
  distractors: [Bergen, Lübeck, Riga]
  reference: r
- id: b
  type: multiple_choice
  question: Which of these northern towns is not a harbour.
  answer: Visby
  distractors: [Reval, Danzig, All of the above]
  reference: r
"""
OF_STEMS = {"negative-stem", "no-question", "repeated-question", "clang"}
OF_OPTIONS = {"all-of-the-above", "key-is-longest"}


def names(bank: Bank) -> set[str]:
    return {diagnostic.name for diagnostic in check_bank(bank)}


@pytest.mark.parametrize(
    ("fixed", "expected"), [(False, OF_STEMS | OF_OPTIONS), (True, OF_OPTIONS)]
)
def test_only_a_stem_of_an_author_is_judged(
    tmp_path: Path, fixed: bool, expected: set[str]
) -> None:
    bank = Workspace().bank(write_bank(tmp_path, QUESTIONS))
    assert bank is not None
    (topic,) = bank.topics
    items = tuple(replace(item, fixed_stem=fixed) for item in topic.items)
    assert names(replace(bank, topics=(replace(topic, items=items),))) == expected
