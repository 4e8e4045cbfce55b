"""A section that is `fixed` asks its questions in the author's order on every form."""

from __future__ import annotations

from pathlib import Path

from support import mistakes, write_project

from quizgen import build, check
from quizgen.commands.workspace import Workspace

QUESTIONS = "\n".join(
    f"- {{id: q{n}, type: multiple_choice, question: Is it {n}?, answer: right{n}, "
    f"distractors: [a{n}, b{n}, c{n}], reference: r}}"
    for n in range(1, 9)
)
DECK = """bank: talks
worksheets:
- name: sheet
  title: T
  forms: 4
  sections:
  - {title: Free, ids: [q1, q2, q3, q4]}
  - {title: Kept, ids: [q8, q7, q6, q5], fixed: true}
"""


def test_its_questions_keep_their_order_and_the_others_do_not(tmp_path: Path) -> None:
    root = write_project(tmp_path, QUESTIONS, deck=DECK)
    assert mistakes(check(root)) == []
    assessment = Workspace().assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    free, kept, letters = set(), set(), set()
    for form in assessment.worksheets:
        first, second = form.sections
        free.add(tuple(question.item.id.value for question in first.questions))
        kept.add(tuple(question.item.id.value for question in second.questions))
        letters.add(second.questions[0].order)
        assert [question.number for question in second.questions] == [5, 6, 7, 8]
    assert len(free) > 1
    assert kept == {("q8", "q7", "q6", "q5")}
    assert len(letters) == 4, "options are mixed all the same"


def test_what_is_no_truth_word_is_told(tmp_path: Path) -> None:
    root = write_project(tmp_path, QUESTIONS, deck=DECK.replace("fixed: true", "fixed: maybe"))
    assert [one.name for one in check(root) if one.name.startswith("bad")]
    assert not build(root, built=1).files
