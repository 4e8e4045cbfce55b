"""What an answer is worth: the shares of the exports to Moodle and of QTI."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.scoring import score

FIVE = ("a", "b", "c", "d", "e")


def question(kind: AnswerKind, points: int = 6, **rest: Any) -> GradedQuestion:
    return GradedQuestion("q", kind, "Well?", points, **rest)


ONE = question(AnswerKind.ONE, options=FIVE, key=(1,))
SEVERAL = question(AnswerKind.SEVERAL, options=FIVE, key=(0, 1))
MATCH = question(AnswerKind.MATCH, parts=("x", "y", "z"), options=FIVE, key=(2, 0, 1))
ORDER = question(AnswerKind.ORDER, parts=("x", "y", "z"))
NUMBER = question(AnswerKind.NUMBER, number=Decimal("12.5"), tolerance=Decimal("0.5"))
ESSAY = question(AnswerKind.TEACHER, points=12)


@pytest.mark.parametrize(
    ("asked", "marked", "points"),
    [
        (ONE, {0: ("1",)}, 6),
        (ONE, {0: ("0",)}, 0),
        (ONE, {0: ("1", "0")}, 0),
        (ONE, {}, 0),
        (SEVERAL, {0: ("0", "1")}, 6),
        (SEVERAL, {0: ("0",)}, 3),
        (SEVERAL, {0: ("0", "1", "2")}, 4),
        (SEVERAL, {0: ("0", "2", "3", "4")}, 0),
        (SEVERAL, {0: ()}, 0),
        (MATCH, {0: ("2",), 1: ("0",), 2: ("1",)}, 6),
        (MATCH, {0: ("2",), 1: ("1",), 2: ()}, 2),
        (ORDER, {0: ("1",), 1: ("3",), 2: ("2",)}, 2),
        (NUMBER, {0: ("1",), 1: ("3",), 2: ()}, 6),
        (NUMBER, {0: ("1",), 1: ("3",), 2: (".",), 3: ("1",)}, 0),
        (NUMBER, {0: ("-",), 1: ("-",)}, 0),
        (ESSAY, {0: ("0",), 1: ("7",)}, 7),
        (ESSAY, {0: ("1",), 1: ("2",)}, 12),
    ],
)
def test_points(asked: GradedQuestion, marked: dict[int, tuple[str, ...]], points: int) -> None:
    assert score(asked, marked).points == Fraction(points)


@pytest.mark.parametrize("asked", [SEVERAL, MATCH, ORDER])
def test_without_shares_all_or_nothing(asked: GradedQuestion) -> None:
    part = {0: ("0",)} if asked is SEVERAL else {0: ("2" if asked is MATCH else "1",)}
    assert score(asked, part).points > 0
    assert score(asked, part, shares=False).points == 0


@pytest.mark.parametrize("form", ["", "A", "Z"])
@pytest.mark.parametrize("edition", ["standard", "large-print", "dyslexia"])
@pytest.mark.parametrize("pupil", ["", "17", "ID0A"])
def test_a_code_reads_as_what_was_written(form: str, edition: str, pupil: str) -> None:
    code = PageCode("4e637e40", form, edition, 2, 11, pupil)
    assert PageCode.parse(code.text) == code


@pytest.mark.parametrize("text", ["", "hello", "QG1-4E637E40-A-S-0-1-", "QG2-4E637E40-A-S-1-1-"])
def test_other_texts_are_no_code(text: str) -> None:
    assert PageCode.parse(text) is None
