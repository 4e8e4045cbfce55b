"""Questions as people type them: what is taken for a question, an option and an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring, keys
from support.there_and_back import shown, told

from quizgen.model.item import Choice, Item

AIKEN = "Which city?\nA. Tokyo\nB. Seoul\nANSWER: B\n\nWhich sea?\nA) Yellow\nB) Red\nANSWER: A\n"
BELOW = (
    "Capitals\n\n1. Which city? (2 points)\n   a) Tokyo\n   b) Seoul\n   Answer: B\n"
    "   Explanation: Since 1394.\n\n2) 2 + 2 = ?  a) 3   b) 4\nAnswer: b) 4\n"
)


def _answer(item: Item) -> str:
    """The right options of `item`, ``true``, ``false``, or what is to be typed."""
    task = item.interaction
    if isinstance(task, Choice):
        is_true = "true" if task.options[0].is_key else "false"
        return is_true if task.is_true_false else ", ".join(sorted(keys(item)))
    answer = told(item)
    return str(answer[0]) if isinstance(answer, tuple) else str(answer)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (AIKEN, ["Seoul", "Yellow"]),
        (BELOW, ["Seoul", "4"]),
        ("1. A?\na) x\nb) y\n2. B?\na) x\nb) y\nc) z\n\nAnswer Key\n1-B, 2-C\n", ["y", "z"]),
        ("1. A?\na) x\nb) y\n2. B?\na) x\nb) y\n\n1) B\n2) a\n", ["y", "x"]),
        ("1. A?\na) x\nb) y\n2. B?\na) x\nb) y\n\nLösungen:\n1. b   2. a\n", ["y", "x"]),
        ("1. Capital?\n2. Bern is in Peru.\nAnswers\n1. Seoul\n2. False\n", ["Seoul", "false"]),
        ("1. Which?\n*a) x\nb) y\n*c) z\n2. Which?\na) x\nb) y ✓\n", ["x, z", "y"]),
        ("1. Which?\n**a) x**\nb) y\n2. Which?\na) x\nb) y (richtig)\n", ["x", "y"]),
        ("Frage 1: Wo?\n[ ] Bonn\n[x] Berlin\n\nFrage 2: Wo?\n☑ Rom\n☐ Ulm\n", ["Berlin", "Rom"]),
        ("1. Où ?\na. Lyon\nb. Paris\nRéponse : b\n", ["Paris"]),
        ("1. Столица?\nа) Киев\nб) Москва\nОтвет: б\n", ["Москва"]),
        ("1．首都は？\nA．東京\nB．大阪\n正解：A\n", ["東京"]),
        ("Question 1\nWhich?\n(A) x (B) y\nANS: (B)\n", ["y"]),
        (
            "1. How many? (2 points)\nAnswer: 3.5\n2. The sea is dry. (T/F)\nAnswer: F\n",
            ["3.5", "false"],
        ),
        ("1. Which?\na) x\nb) y\nc) z\nAnswer: A and C\n", ["x, z"]),
        ("1. A. Einstein was born in\na) Ulm\nb) Bern\nKey: a\n", ["Ulm"]),
        ("> 1. Which?\n> a) x\n> b) y *\n", ["y"]),
        ("1. **Which?**\n   - A. x\n   - B. y\n\n   **Answer: B**\n", ["y"]),
        ("**Question 1: Which?**\n\nA) x\nB) y\n\n*Answer:* A) x\n\n---\n", ["x"]),
        ("___ 1. Is it?\n___ 2. Was it?\n\nKey: 1. T 2. F\n", ["true", "false"]),
        ("1 - Which?\n a - x\n b - y\nAnswer - b\n", ["y"]),
        ("Q1) Who?\n(a) x (b) y\n(c) z (d) w\nAns: (d)\n", ["w"]),
        ("1. Which?\n* a. x\n* b. y\nAnswer: b\n", ["y"]),
        ("1. Which?\na) u\nb) v\nc) x\nd) y\ne) z\nf) w\nAnswer: D E F\n", ["w, y, z"]),
        ("1. Which?\na) u\nb) v\nc) x\nd) y\ne) z\nAnswer: a e\n", ["u, z"]),
        ("1. Quali?\na) u\nb) v\nc) x\nd) y\ne) z\nRisposta: A e C\n", ["u, x"]),
        ("1. True or false?\na) True\nb) False\nAnswer: b\n", ["false"]),
    ],
)
def test_questions_come_with_their_answers(tmp_path: Path, text: str, answers: list[str]) -> None:
    got = bring(tmp_path, "list.txt", text)
    assert [_answer(item) for item in got.items] == answers
    assert not got.messages


def test_points_explanations_and_several_lines_come(tmp_path: Path) -> None:
    got = bring(
        tmp_path, "list.txt", BELOW + "3. Read\nthis.\n\nWhy?\na) so\nit is\nb) no\nAns: A\n"
    )
    first, _, third = got.items
    assert first.points == 2
    assert first.explain is not None
    assert shown(first.explain) == "Since 1394."
    assert shown(third.stem) == "Read this. Why?"
    assert keys(third) == ["so it is"]
    assert got.losses == {"DESCRIPTION": ["Capitals"]}


def test_a_reason_behind_the_letter_explains_it(tmp_path: Path) -> None:
    (item,) = bring(tmp_path, "l.txt", "1. A?\na) x\nb) y\nAnswer: B - see page 3\n").items
    assert keys(item) == ["y"]
    assert item.explain is not None
    assert shown(item.explain) == "see page 3"


def test_a_question_without_an_answer_is_told_with_its_line(tmp_path: Path) -> None:
    got = bring(tmp_path, "list.txt", "1. A?\na) x\nb) y\n\n2. B?\na) x\nb) y\nAnswer: C\n" + AIKEN)
    assert len(got.items) == 2
    assert [d.span.line for d in got.diagnostics] == [1, 5]
    assert "no option is marked as right" in got.messages
    assert "“C” is none of the options" in got.messages


def test_options_without_a_question_are_told(tmp_path: Path) -> None:
    got = bring(tmp_path, "list.txt", AIKEN + "\nA) Not begun\n\nANSWER: Not begun\n")
    assert len(got.items) == 2
    assert [d.span.line for d in got.diagnostics] == [11]


def test_a_heading_between_questions_is_no_part_of_an_option(tmp_path: Path) -> None:
    text = "Part A\n1. a?\na) x\nb) y\nPart B\n1. b?\na) x\nb) y\nKey:\n1. b\n1. a\n"
    got = bring(tmp_path, "list.txt", text)
    assert [_answer(item) for item in got.items] == ["y", "x"]
    assert got.losses == {"DESCRIPTION": ["Part A", "Part B"]}


def test_a_letter_is_no_list_of_questions(tmp_path: Path) -> None:
    got = bring(
        tmp_path, "letter.txt", "Dear all,\nit is about a) the trip and b) the test.\nBest\n"
    )
    assert [d.name for d in got.diagnostics] == ["unreadable-file"]
