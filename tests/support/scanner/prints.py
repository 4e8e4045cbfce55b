"""Answer sheets printed by a build, for the computed scanner."""

from __future__ import annotations

from pathlib import Path

from quizgen import build
from support.scanner.trials import Sheet, printed

BANK = "id: graded\ntitle: Graded\nreference: A book about all of it\n"


def _choice(number: int, answer: str, wrong: list[str]) -> str:
    return (
        f"- id: mc{number}\n  type: multiple_choice\n  question: Which is number {number} of all?\n"
        f"  answer: {answer}\n  distractors: [{', '.join(wrong)}]\n"
    )


QUESTIONS = "\n".join(
    (
        *(_choice(n, f"Right {n}", [f"Wrong {n}{c}" for c in "abc"]) for n in range(1, 13)),
        *(_choice(n, f"[Right {n}, Also {n}]", [f"Wrong {n}{c}" for c in "abc"]) for n in (13, 14)),
        "- id: tf\n  type: true_false\n  question: It is so, all in all.\n  answer: true",
        "- id: pairs\n  type: matching\n  question: Match each of them to its own.\n"
        "  pairs: {Ant: six, Spider: eight, Cow: four}\n  distractors: [two]",
        "- id: number\n  type: numeric\n  question: How many of them are there?\n  answer: 12.5",
        "- id: order\n  type: ordering\n  question: Put all of these in order.\n"
        "  in_order: [one, two, three, four]",
        "- id: essay\n  type: essay\n  question: Write about all of it.\n"
        "  answer: It is so.\n  points: 4",
    )
)
DECK = """\
bank: graded
worksheets:
- name: test
  title: A test of many things
  forms: 2
  answer_sheet: true
  sections:
  - title: All
    topics: [all]
"""


def graded_project(
    root: Path, questions: str = QUESTIONS, deck: str = DECK, language: str = "en"
) -> Path:
    """Write and build a project with answer sheets in `root`; return the folder of its outputs."""
    files = {
        "question_bank/graded/bank.yaml": f"{BANK}language: {language}\n",
        "question_bank/graded/all.yaml": f"topic: all\nquestions:\n{questions}\n",
        "decks/class.yaml": deck,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    result = build(root, built=1_700_000_000)
    assert not [one for one in result.diagnostics if one.severity.value == "error"]
    return root / "dist" / "class"


def sheets_in(folder: Path) -> list[Sheet]:
    """The answer sheets in `folder` as a printer gives them."""
    return printed(folder)
