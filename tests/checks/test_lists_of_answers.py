"""Sisters of the commas and letters that the first readers met: other types, scripts and lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

MC = "- id: a\n  type: multiple_choice\n  question: Which?\n  reference: r\n"
TYPED = "- id: a\n  type: short_answer\n  question: Which?\n  reference: r\n"
ORDER = "- id: a\n  type: ordering\n  question: Order?\n  reference: r\n"
MATCH = "- id: a\n  type: matching\n  question: Match?\n  reference: r\n"


def findings(tmp_path: Path, questions: str, language: str = "en") -> tuple[list[str], str]:
    """Names of what is found, and all that the messages say."""
    folder = write_bank(tmp_path, questions, bank=f"language: {language}\n")
    _, found = load_bank(folder)
    return [d.name for d in found], " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize(
    ("entry", "name", "mend"),
    [
        (f"{TYPED}  answer: x\n  accept: [Smith, John, Smith, J.]", "comma-in-list", "Smith, John"),
        (f"{TYPED}  answer: x\n  accept: [Smith, J., Doe, A.]", "comma-in-list", "Smith, J."),
        (
            f"{MC}  answer: Rome, Italy\n  distractors: [Paris, France,\n    Bern, Swiss]",
            "comma-in-list",
            "read as 4 answers; are they 2",
        ),
        (
            f"{MC}  answer: Rome, Italy\n  distractors: [Paris\n    , France\n    , Lyon\n    , F]",
            "comma-in-list",
            "read as 4 answers; are they 2",
        ),
        (f"{MC}  answer: Rome, Italy\n  distractors: [Paris, France]", "", ""),
        (
            f"{MC}  answer: Rome (Italy)\n  distractors: [Paris (France, EU), Bern]",
            "comma-in-list",
            '"Paris (France, EU)"',
        ),
        (
            f"{MC}  answer: 3. Mai 1945\n  distractors: [8. Mai, 1945, 9. Mai, 1945]",
            "duplicate-option",
            '"9. Mai, 1945"',
        ),
        (
            f"{MATCH}  pairs: {{Rome: Italy, Oslo: Norway}}\n"
            "  distractors: [Paris, France, Lyon, France]",
            "duplicate-option",
            '"Lyon, France"',
        ),
    ],
)
def test_answers_that_a_comma_has_cut(tmp_path: Path, entry: str, name: str, mend: str) -> None:
    found, said = findings(tmp_path, entry)
    if name:
        assert found == [name]
        assert mend in said


@pytest.mark.parametrize(
    "lists",
    [
        "answer: Washington, D.C.\n  accept: [Washington, Washington DC]",
        "answer: x\n  accept: [red, green,\n    blue, white]",
    ],
)
def test_answers_to_be_typed_that_are_several(tmp_path: Path, lists: str) -> None:
    assert findings(tmp_path, f"{TYPED}  {lists}")[0] == []


def test_the_end_of_a_line_is_no_uneven_space(tmp_path: Path) -> None:
    lists = "answer: 7\n  distractors: [1,2,\n    3,4]"
    assert findings(tmp_path, f"{MC}  {lists}")[0] == []


@pytest.mark.parametrize(
    ("language", "lists", "mend"),
    [
        ("ru", "answer: Б\n  distractors: [А) Рим, Б) Берн, В) Париж]", "`answer: Берн`"),
        ("el", "answer: α) Ρώμη\n  distractors: [β) Βέρνη, γ) Παρίσι]", "`answer: Ρώμη`"),
        ("ko", "answer: 가. 로마\n  distractors: [나. 베른, 다. 파리]", "`answer: 로마`"),
        ("ja", "answer: A、東京\n  distractors: [B、京都, C、大阪]", "`answer: 東京`"),
        ("en", "answer: ii\n  distractors: [i) Rome, ii) Bern, iii) Paris]", "`answer: Bern`"),
        ("en", "answer: ① Rome\n  distractors: [② Bern, ③ Paris]", "`answer: Rome`"),
        ("en", "answer: Answer B\n  distractors: [a) Rome, b) Bern, c) Paris]", "`answer: Bern`"),
        ("en", "answer: option B\n  distractors: [Rome, Bern, Paris]", "[Rome, Paris]"),
        ("en", "answer: Bern\n  distractors: [a) Rome, b) Bern, c) Paris]", "[Rome, Paris]"),
    ],
)
def test_letters_of_other_scripts_and_words(
    tmp_path: Path, language: str, lists: str, mend: str
) -> None:
    found, said = findings(tmp_path, f"{MC}  {lists}", language)
    assert found == ["lettered-options"]
    assert mend in said


@pytest.mark.parametrize(
    "entry",
    [
        f"{ORDER}  in_order: [1. Rome, 2. Bern, 3. Paris]",
        f"{MATCH}  pairs: {{1. Rome: a. Italy, 2. Bern: b. Swiss, 3. Oslo: c. Norway}}",
        f"{MATCH}  pairs: {{Rome: (a) Italy, Bern: (b) Swiss, Oslo: (c) Norway}}",
    ],
)
def test_parts_to_order_and_to_match_that_are_numbered(tmp_path: Path, entry: str) -> None:
    assert findings(tmp_path, entry)[0] == ["lettered-options"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        (f"{MC}  answer: 2\n  distractors: [Rome, Bern, Paris]", ["answer-is-letter"]),
        (f"{MC}  answer: 0\n  distractors: [Rome, Bern, Paris]", ["answer-is-letter"]),
        (f"{MC}  answer: 2\n  distractors: [one, 3, 4]", []),
        (f"{MC}  answer: 2. Weltkrieg\n  distractors: [1. Weltkrieg, 3. Weltkrieg]", []),
        (f"{MATCH}  pairs: {{1: b, 2: a, 3: c}}", ["answer-is-letter"]),
        (f"{MATCH}  pairs: {{A: a, B: b, C: c}}", []),
    ],
)
def test_numbers_alone(tmp_path: Path, entry: str, found: list[str]) -> None:
    assert findings(tmp_path, entry)[0] == found
