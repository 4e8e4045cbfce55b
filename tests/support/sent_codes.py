"""Pupils who send the codes of a practice page."""

from __future__ import annotations

from quizgen.commands.grade.code_outcomes import Pages
from quizgen.model.answer_code import Answer, CodeHead, encode
from support.form_class import right_answer


def code_of(pages: Pages, name: str, answers: dict[str, Answer] | None = None) -> str:
    """The code of `name`, who knows all but what is in `answers`."""
    [page] = pages.values()
    questions = page.sheet.questions
    given = [(answers or {}).get(q.item.name, right_answer(q)) for q in questions]
    return encode(CodeHead(page.sheet.digest, "", name), questions, given)
