"""``lint: {ignore: […]}`` in a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic

NEGATIVE = """
- id: x
  type: multiple_choice
  question: Which of these is not a mammal?
  answer: Penguin
  distractors: [Whale, Bat]
  reference: r
  lint: {ignore: %s}
"""
TWINS = """
- {id: a, type: flashcard, front: Veto, back: I forbid, reference: r}
- {id: b, type: flashcard, front: Veto, back: I forbid, reference: r}
"""


def found(folder: Path, questions: str) -> list[Diagnostic]:
    workspace = Workspace()
    workspace.bank(write_bank(folder, questions))
    return workspace.diagnostics


@pytest.mark.parametrize("written", ["negative-stem", "[negative-stem]"])
def test_what_a_question_ignores_is_not_told(tmp_path: Path, written: str) -> None:
    assert found(tmp_path, NEGATIVE % written) == []


def test_other_questions_are_told_all_the_same(tmp_path: Path) -> None:
    other = (NEGATIVE % "x").replace("id: x", "id: y").replace("mammal", "sea animal")
    other = other.replace("  lint: {ignore: x}\n", "")
    assert told(found(tmp_path, NEGATIVE % "negative-stem" + other)) == ["negative-stem@13:13"]
    assert told(found(tmp_path, other + NEGATIVE % "negative-stem")) == ["negative-stem@5:13"]


@pytest.mark.parametrize("ignoring", ["a", "b"])
def test_of_two_questions_either_may_ignore(tmp_path: Path, ignoring: str) -> None:
    assert told(found(tmp_path, TWINS)) == ["repeated-question@4:35"]
    lint = f"id: {ignoring}, lint: {{ignore: repeated-question}}"
    assert found(tmp_path, TWINS.replace(f"id: {ignoring}", lint)) == []


def test_a_warning_of_the_reader_can_be_ignored(tmp_path: Path) -> None:
    pairs = "pairs: {milliwatt: mW, megawatt: MW, a: b, c: d}, distractors: [e]"
    entry = f"- {{id: x, type: matching, question: Match the units., {pairs}"
    assert told(found(tmp_path, f"{entry}, reference: r}}")) == ["options-differ-in-case@3:88"]
    ignored = f"{entry}, lint: {{ignore: [options-differ-in-case, no-source]}}}}"
    assert found(tmp_path, ignored) == []


def test_an_unknown_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    unknown = found(tmp_path, NEGATIVE % "[negative-stem, negativ-stem]")
    assert told(unknown) == ["unknown-rule@9:34"]
    assert unknown[0].help == "did you mean 'negative-stem'?"


def test_a_name_with_nothing_to_ignore_is_told(tmp_path: Path) -> None:
    assert told(found(tmp_path, NEGATIVE % "[negative-stem, clang]")) == ["unused-ignore@9:34"]


def test_a_mistake_cannot_be_ignored(tmp_path: Path) -> None:
    twice = TWINS.replace("id: b", "id: a, lint: {ignore: duplicate-id}")
    both = found(tmp_path, twice)
    assert told(both) == ["duplicate-id@4:8", "cannot-ignore@4:26"]
    assert "an error that no setting can leave out" in both[1].message


def test_a_list_of_what_to_ignore_needs_its_key(tmp_path: Path) -> None:
    _, diagnostics = load_bank(write_bank(tmp_path, NEGATIVE.replace("{ignore: %s}", "[clang]")))
    assert told(diagnostics) == ["wrong-kind@9:9"]
