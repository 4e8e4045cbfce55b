"""Hints that hold the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project

from quizgen import check


def told(root: Path, question: str) -> list[tuple[str, int]]:
    """Name and line of what is told of the one question."""
    found = check(write_project(root, f"- {{id: q, reference: r, {question}}}\n"))
    return [(one.name, one.span.line) for one in found if one.name == "hint-tells-answer"]


@pytest.mark.parametrize(
    "question",
    [
        "type: short_answer, question: Who?, answer: Akiba, hint: Takeo AKIBA of Japan",
        "type: short_answer, question: Who?, answer: A b c, accept: Akiba, hint: 'It is akiba.'",
        "type: multiple_choice, question: W?, answer: Seoul, distractors: [B], hint: In Seoul",
        "type: numeric, question: When?, answer: 1945, hint: The war ended in 1945.",
        "type: flashcard, front: Veto, back: I forbid, hint: Latin for “I forbid”",
        "type: cloze, text: 'They met in {{c1::Seoul}}.', hint: In Seoul",
        "type: matching, question: M, pairs: [{premise: Korea, response: Seoul, hint: In Seoul},"
        " {premise: Italy, response: Rome}]",
        "type: timeline, question: M, events: [{date: 1945, event: Peace, hint: It was 1945},"
        " {date: 1946, event: b}]",
    ],
)
def test_a_hint_that_holds_the_answer_is_told(tmp_path: Path, question: str) -> None:
    assert told(tmp_path / "p", question) == [("hint-tells-answer", 3)]


@pytest.mark.parametrize(
    "question",
    [
        "type: short_answer, question: Who?, answer: Akiba, hint: The adviser of Japan",
        "type: short_answer, question: Who?, answer: Han, hint: Handsome",
        "type: multiple_choice, question: W?, answer: Seoul, distractors: [Rome], "
        "hint: Rome or Seoul?",
        "type: multiple_choice, question: Seoul or Rome?, answer: Seoul, distractors: [Rome], "
        "hint: Seoul is in Asia",
        "type: numeric, question: How many?, answer: 5, hint: More than 4 and fewer than 5.5",
        "type: true_false, question: So?, answer: true, hint: It may be true",
        "type: essay, question: Why?, answer: Peace, hint: Think of peace",
        "type: matching, question: M, pairs: [{premise: Korea, response: Seoul,"
        " hint: Seoul or Rome}, {premise: Italy, response: Rome}]",
        "type: timeline, question: M, events: [{date: 1945, event: Peace, hint: Before 1950},"
        " {date: 1946, event: b}]",
    ],
)
def test_other_hints_are_not(tmp_path: Path, question: str) -> None:
    assert told(tmp_path / "p", question) == []
