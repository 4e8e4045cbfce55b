"""Signs of lists that authors type themselves: separators, bullets, and numbers of questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

MC = "- id: a\n  type: multiple_choice\n  question: Which?\n  reference: r\n  answer: Oslo\n"
TYPED = "- id: a\n  type: short_answer\n  question: Which?\n  reference: r\n  answer: Rome\n"
MATCH = "- id: a\n  type: matching\n  question: Match.\n  reference: r\n"
ORDER = "- id: a\n  type: ordering\n  question: Order.\n  reference: r\n"
CARD = "- {{id: q{0}, type: flashcard, front: '{1}', back: b, reference: r}}\n"


def findings(tmp_path: Path, questions: str) -> tuple[list[str], str]:
    """Names of what is found, and all that the messages say."""
    _, found = load_bank(write_bank(tmp_path, questions))
    return [d.name for d in found], " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize(
    ("entry", "mend"),
    [
        (f"{MC}  distractors: [Rome; Bern; Paris]", "write [Rome, Bern, Paris]"),
        (f"{MC}  distractors: [Rome；Bern]", "write [Rome, Bern]"),
        (f"{MC}  distractors: [羅馬，伯恩、巴黎]", "write [羅馬, 伯恩, 巴黎]"),
        (f"{MC}  distractors: [Rome | Bern]", "write [Rome, Bern]"),
        (f"{MC}  distractors: [Rome; Bern, Paris]", "write [Rome, Bern]"),
        (f"{TYPED}  accept: Roma; Rom", "write [Roma, Rom]"),
        (f"{TYPED}  accept: Roma, Rom", "write [Roma, Rom]"),
        (f"{TYPED}  accept: [Roma / Rom, Ruma]", "write [Roma, Rom]"),
        (f"{TYPED}  tags: x;y", "write [x, y]"),
        (f"{TYPED}  tags: [x，y, z]", "write [x, y]"),
        (f"{ORDER}  in_order: [a, b; c]", "write [b, c]"),
        (f"{MATCH}  pairs: {{a: b, c: d}}\n  distractors: [e; f]", "write [e, f]"),
    ],
)
def test_answers_that_no_comma_parts(tmp_path: Path, entry: str, mend: str) -> None:
    found, words = findings(tmp_path, entry)
    assert found == ["unparted-answers"]
    assert mend in words


@pytest.mark.parametrize(
    "entry",
    [
        f'{MC}  distractors: ["Rome; Bern", Paris]',
        f"{MC.replace('Oslo', 'salt; oil')}  distractors: [salt; pepper, oil; vinegar]",
        f"{MC}  distractors: [he had left them all in the town; she had not, she stayed]",
        f"{MC}  distractors: [AC/DC, 3 km/h]",
        f"{TYPED.replace('Rome', 'Rome, Italy')}  accept: Roma, Italia",
        f'{TYPED}  accept: "Roma, Rom"',
        f"{TYPED}  accept: [Roma, Rom]",
        f"{TYPED}  tags: ['x;y']",
    ],
)
def test_signs_that_belong_to_an_answer(tmp_path: Path, entry: str) -> None:
    assert findings(tmp_path, entry)[0] == []


@pytest.mark.parametrize(
    "entry",
    [
        f'{MC}  distractors: ["• Rome", "• Bern"]',
        f"{MC.replace('Oslo', '✓ Oslo')}  distractors: [Rome, Bern]",
        f'{MC.replace("Oslo", "Rome")}  distractors: ["- Oslo", "- Bern"]',
        f'{ORDER}  in_order: ["▪ Rome", "▪ Bern"]',
        f'{MATCH}  pairs: {{"• Rome": Italy, "• Bern": CH}}',
        f'{TYPED}  accept: ["• Roma"]',
    ],
)
def test_bullets_before_answers(tmp_path: Path, entry: str) -> None:
    found, words = findings(tmp_path, entry)
    assert found == ["bullet-in-answer"]
    assert any(f"write `{city}`" in words for city in ("Rome", "Oslo", "Roma"))


@pytest.mark.parametrize(
    "lists",
    [
        '["- 5 °C", "- 7 °C"]',
        "[○, ●]",
        '["– Ciao", Rome]',
        '["– 3", x]',
        '["+ 3", "+ 4"]',
        '["• Rome"]',
    ],
)
def test_dashes_that_are_meant(tmp_path: Path, lists: str) -> None:
    ignore = "" if "•" not in lists else "\n  lint: {ignore: [bullet-in-answer]}"
    assert findings(tmp_path, f"{MC}  distractors: {lists}{ignore}")[0] == []


@pytest.mark.parametrize(
    ("stems", "mend"),
    [
        (["1. Which city?", "2. Which river?"], "`Which city?`"),
        (["1) Which city?", "Which lake?", "2) Which river?"], "`Which city?`"),
        (["Which city?", "Question 2: Which river?", "Which lake?"], "`Which river?`"),
        (["Nr. 7: Welche Stadt?"], "`Welche Stadt?`"),
        (["Which city?", "Frage 3. Welcher Fluss?"], "`Welcher Fluss?`"),
    ],
)
def test_questions_that_were_typed_with_numbers(
    tmp_path: Path, stems: list[str], mend: str
) -> None:
    found, words = findings(tmp_path, "".join(CARD.format(n, s) for n, s in enumerate(stems)))
    assert found == ["numbered-question"]
    assert mend in words


@pytest.mark.parametrize(
    "stems",
    [
        ["1. FC Köln", "Bayern", "Hertha"],
        ["1. Weltkrieg", "2. Weltkrieg"],
        ["3.5 million of what?", "4.5 million of what?"],
        ["2) Which?", "1) Who?"],
        ["Question time: when is it?"],
    ],
)
def test_numbers_that_belong_to_a_question(tmp_path: Path, stems: list[str]) -> None:
    assert findings(tmp_path, "".join(CARD.format(n, s) for n, s in enumerate(stems)))[0] == []
