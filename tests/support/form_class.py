"""A project with a fillable worksheet of all types, and pupils who hand it in."""

from __future__ import annotations

import csv
from pathlib import Path

from quizgen import build
from quizgen.commands.workspace import Workspace
from quizgen.model.answer_code import Answer
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.form_names import question_field
from quizgen.model.item import Choice, ExtendedText, GapFill, Match, Order
from quizgen.project.layout import find_project
from support import write_project
from support.filled_forms import filled, with_pdfium
from support.practice_page import ONE_OF_EACH

DECK = """\
bank: talks
worksheets:
- name: test
  title: Three advisers
  forms: 2
  fillable: true
{more}  sections:
  - title: All
    topics: people
"""
TYPED = {"word": "The Trade", "length": "9,9 km", "card": "i forbid"}
BUILT = 1_700_000_000


def made(root: Path, more: str = "", questions: str = ONE_OF_EACH) -> Path:
    write_project(root, questions, deck=DECK.format(more=more))
    result = build(root, built=BUILT)
    assert not [one for one in result.diagnostics if one.severity.value == "error"]
    return root


def sheets(root: Path) -> dict[str, Worksheet]:
    project = find_project(root)
    assert project
    assessment = Workspace.of(project).assessment(project.deck_file("talks"))
    assert assessment
    return {one.form: one for one in assessment.worksheets}


def right_answer(question: Question) -> Answer:
    """What a pupil who knows all chooses and types."""
    match question.item.interaction:
        case Choice(options=options):
            return tuple(options[at].is_key for at in question.order)
        case Match(key=key):
            return tuple(question.order.index(at) + 1 for at in key)
        case Order():
            return tuple(at + 1 for at in question.order)
        case GapFill(gaps=gaps):
            return tuple(gap.answer.plain for gap in gaps)
        case _:
            name = question.item.name
            return (TYPED[name],) if name in TYPED else ()


def hand_in(root: Path, file: str, form: str, name: str, wrong: dict[str, Answer]) -> Worksheet:
    """Write `file`, filled in by `name`, who knows all but what is in `wrong`."""
    sheet = sheets(root)[form]
    answers = {q.item.name: wrong.get(q.item.name, right_answer(q)) for q in sheet.questions}
    values = filled(sheet, answers, **({"name": name} if name else {}))
    essays = [q for q in sheet.questions if isinstance(q.item.interaction, ExtendedText)]
    if name:
        values |= {question_field(q.item.name): f"Essay of\n{name}" for q in essays}
    content = (root / f"dist/talks/test-{form}.pdf").read_bytes()
    (root / file).write_bytes(with_pdfium(content, values))
    return sheet


def rows(root: Path, file: str = "results.csv") -> list[dict[str, str]]:
    with (root / "results" / file).open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["name"] != "key"]
