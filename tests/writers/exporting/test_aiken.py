"""Aiken: what its lines are, and what it leaves out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support import write_project
from support.building import reported

from quizgen.commands.build.build import build

DECK = "bank: talks\nexports: {format: aiken}\n"


def _aiken(root: Path, question: str, **bank: Any) -> tuple[str, list[str]]:
    """The lines of the file, and the losses, of a bank with `question`."""
    source = f"- {{id: q, reference: Atlas, {question}}}"
    result = build(write_project(root, source, deck=DECK, **bank), built=1)
    losses = [found[3] for found in reported(result) if found[0] == "export-loss"]
    (path,) = [path for path in result.files if path.name.endswith(".aiken.txt")]
    return path.read_text(encoding="utf-8"), losses


def test_a_choice_is_a_line_each_with_the_letter_of_the_right_one(tmp_path: Path) -> None:
    text, losses = _aiken(
        tmp_path,
        'type: multiple_choice, question: "*Where*\\n\\nis it?", answer: Ulm, distractors: [Rome]',
    )
    stem, *options, answer = text.splitlines()
    assert stem == "Where is it?"
    right = options["AB".index(answer.removeprefix("ANSWER: "))]
    assert right.partition(". ")[2] == "Ulm"
    assert "what explains the answer" in " ".join(losses)


@pytest.mark.parametrize(("language", "word"), [("en", "True"), ("de", "Richtig"), ("fr", "Vrai")])
def test_truths_are_in_the_language_of_the_bank(tmp_path: Path, language: str, word: str) -> None:
    question = "type: true_false, question: It rains, answer: true"
    text, _ = _aiken(tmp_path, question, bank=f"language: {language}\n")
    assert text.splitlines()[1:] == [
        f"A. {word}",
        f"B. {text.splitlines()[2][3:]}",
        "ANSWER: A",
    ]


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("type: flashcard, front: a, back: b", "choices alone"),
        (
            "type: multiple_choice, question: Q?, answer: [a, b], distractors: [c]",
            "takes 1 right option, it has 2",
        ),
        (
            "type: multiple_choice, question: A. Lincoln was?, answer: tall, distractors: [small]",
            "for an option or an answer",
        ),
    ],
)
def test_what_it_cannot_ask_is_left_out_and_told(tmp_path: Path, question: str, why: str) -> None:
    text, losses = _aiken(tmp_path, question)
    assert text == ""
    assert len(losses) == 1
    assert "the question is lost" in losses[0]
    assert why in losses[0]
