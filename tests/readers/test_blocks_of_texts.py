"""Which texts hold blocks; where a block cannot stand, its line is told with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

from quizgen.model.item import Choice
from quizgen.model.text import CodeBlock, ListBlock, Table

HEAD = "- id: x\n  type: {}\n  reference: b\n"
LIST = "|\n    Say:\n    - one\n    - two\n"
TABLE = "|\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n"
CODE = "|\n    ```\n    x\n    ```\n"


def test_questions_options_answers_and_explanations_hold_blocks(tmp_path: Path) -> None:
    entry = (
        HEAD.format("multiple_choice")
        + f"  question: {TABLE}  answer: {CODE}  distractors:\n  - text: B\n    rationale: |\n"
        + f"      1. a\n      2. b\n  explain: {LIST}"
    )
    folder = write_bank(tmp_path, entry)
    bank, report = load_bank(folder)
    assert told(report) == []
    [item] = bank.items
    assert isinstance(item.stem.runs[0], Table)
    assert isinstance(item.interaction, Choice)
    key, other = item.interaction.options
    assert isinstance(key.text.runs[0], CodeBlock)
    assert other.rationale is not None
    assert isinstance(other.rationale.runs[0], ListBlock)
    assert item.explain is not None
    assert isinstance(item.explain.runs[1], ListBlock)


MC = HEAD.format("multiple_choice") + "  question: Q?\n  answer: A\n"
MATCH = HEAD.format("matching") + "  question: Q?\n  pairs:\n  - premise: "


@pytest.mark.parametrize(
    ("entry", "expected", "words"),
    [
        (HEAD.format("essay") + f"  question: Q?\n  answer: {TABLE}", [], ""),
        (HEAD.format("flashcard") + f"  front: {CODE}  back: {LIST}", [], ""),
        (MATCH + "|\n      - a\n      - b\n    response: b\n  - {c: d}", ["@9:7"], "a list"),
        (HEAD.format("short_answer") + f"  question: Q\n  answer: {TABLE}", ["@8:5"], "a table"),
        (HEAD.format("ordering") + f"  question: Q\n  in_order:\n  - {LIST}  - b", ["@10:5"], "a"),
        (HEAD.format("cloze") + "  text: |\n    A\n    - {{c1::b}}\n", [], ""),
        (HEAD.format("cloze") + "  text: |\n    |a|\n    |-|\n    |{{c1::b|c}}|\n", [], ""),
        (HEAD.format("cloze") + "  text: |\n    # A\n    {{c1::b}}\n", ["@7:5"], "`**A**`"),
        (MC + "  distractors: [B]\n  evidence: |\n    > a\n    > b\n", ["@10:5"], "a quotation"),
        (MC + "  distractors: [B]\n  explain: |\n    # A\n    b\n", ["@10:5"], "`**A**`"),
        (MC + "  distractors: [B]\n  explain: |\n    a\n    ---\n    b\n", ["@11:5"], "backslash"),
        (MC + '  distractors: [B]\n  explain: "a\\n\\n***"\n', ["@9:18"], "a line across"),
        (
            MC + "  distractors: [B]\n  explain: |\n    |a|\n    |-|\n    |b|c|\n",
            ["@12:5"],
            "more cells",
        ),
        (
            MC + f"  distractors: [B]\n  explain: |\n    {'|a' * 13}\n    {'|-' * 13}\n    |b|\n",
            ["@10:5"],
            "12 columns",
        ),
    ],
)
def test_what_cannot_stand_is_told_at_its_line(
    tmp_path: Path, entry: str, expected: list[str], words: str
) -> None:
    folder = write_bank(tmp_path, entry)
    _, report = load_bank(folder)
    assert told(report) == [f"misplaced-block{place}" for place in expected]
    said = "".join(f"{one.message} {one.help}" for one in report)
    assert words in said


def test_a_dash_in_a_list_is_not_swallowed(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, MC + "  distractors: [B]\n  explain: |\n    - a\n      - b - c\n")
    assert told(load_bank(folder)[1]) == []


@pytest.mark.parametrize("typed", ["1. May", "'- 5 °C'", "'# 1'", "'> 3'"])
def test_on_one_line_signs_are_signs(tmp_path: Path, typed: str) -> None:
    folder = write_bank(tmp_path, MC + f"  distractors: [{typed}]\n")
    bank, report = load_bank(folder)
    assert told(report) == []
    [item] = bank.items
    assert item.texts[2].plain == typed.strip("'")
