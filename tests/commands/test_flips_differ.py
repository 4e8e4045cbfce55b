"""Two deck files that share a question must turn its card alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project

from quizgen import build, check

QUESTIONS = """
- {id: one, type: multiple_choice, question: Q, answer: A, distractors: [B], reference: r}
- {id: many, type: multiple_choice, question: Q, answer: [A, B], distractors: [C], reference: r}
- {id: pairs, type: matching, question: Q, pairs: {a: x, b: y}, reference: r}
- {id: word, type: short_answer, question: Q, answer: Abc, reference: r}
"""
DECK = "bank: talks\nanki:\n  deck: {deck}\n  ids: {ids}\n  flip_after_choosing: {flips}\n"


def project(root: Path, ids: str, flips: str) -> Path:
    path = write_project(root, QUESTIONS, deck=DECK.format(deck="A", ids="[one]", flips="true"))
    second = DECK.format(deck="B", ids=ids, flips=flips)
    (path / "decks/second.yaml").write_text(second, encoding="utf-8")
    return path


def told(root: Path) -> list[tuple[str, int, int]]:
    found = [one for one in check(root) if one.name == "flips-differ"]
    assert all(one.help and "flip_after_choosing" in one.help for one in found)
    return [(one.span.source.path.name, one.span.line, len(one.related)) for one in found]


def test_a_shared_question_is_told_in_both(tmp_path: Path) -> None:
    root = project(tmp_path / "p", "[one, word]", "false")
    assert told(root) == [("second.yaml", 5, 1), ("talks.yaml", 5, 1)]
    assert build(root, ["second"], built=1).files == ()


@pytest.mark.parametrize(
    ("ids", "flips"), [("[one]", "true"), ("[word, many]", "false"), ("[pairs]", "false")]
)
def test_nothing_is_told_where_no_card_differs(tmp_path: Path, ids: str, flips: str) -> None:
    assert told(project(tmp_path / "p", ids, flips)) == []


def test_the_build_after_an_unchanged_build_changes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path / "p", "[one, pairs]", "true")
    assert build(root, built=1_700_000_000).files
    assert build(root, built=1_700_000_999, check=True).files == ()
