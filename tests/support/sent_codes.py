"""Pupils who send the codes of a practice page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.commands.workspace import Workspace
from quizgen.model.answer_code import Answer, CodeHead, encode
from quizgen.model.answer_sheets.questions import GradedQuestion, sheet_question
from quizgen.model.answer_sheets.typed_questions import form_question
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.item import ExtendedText
from quizgen.project.layout import find_project
from quizgen.writers.practice.deck_part import PRACTICE
from support.form_class import right_answer


def pages_of(root: Path, deck: str = "talks") -> list[Worksheet]:
    """The pages without a key that a deck file makes today, form by form."""
    project = find_project(root)
    assert project
    assessment = Workspace.of(project).assessment(project.deck_file(deck))
    assert assessment
    return [one.worksheet for one in PRACTICE.of(assessment) or () if not one.has_key]


def as_recorded(questions: Iterable[Question]) -> list[GradedQuestion]:
    """What the record of a page says of `questions`: codes hold no essays."""
    return [
        sheet_question(one)
        if isinstance(one.item.interaction, ExtendedText)
        else form_question(one, sheet_question(one))
        for one in questions
    ]


def sent(page: Worksheet, name: str, answers: Iterable[Answer]) -> str:
    """The code of `name` with `answers` to all questions of `page`."""
    head = CodeHead(page.digest, page.form, name)
    return encode(head, as_recorded(page.questions), list(answers))


def code_of(page: Worksheet, name: str, answers: dict[str, Answer] | None = None) -> str:
    """The code of `name`, who knows all but what is in `answers`."""
    given = answers or {}
    return sent(page, name, [given.get(q.item.name, right_answer(q)) for q in page.questions])
