"""What an answer is worth: the same shares as in the exports to Moodle and in QTI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import NamedTuple, assert_never

from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.scoring import chosen_share, parts_share


class QuestionScore(NamedTuple):
    """The `points` for an answer. `is_right` says that it is right as a whole."""

    points: Fraction
    is_right: bool


def score(
    question: GradedQuestion, marked: Mapping[int, Sequence[str]], *, shares: bool = True
) -> QuestionScore:
    """Return what the values `marked` for each part of `question` are worth.

    Right pairs, and parts at their place, have a share of the points each. Of several right options
    each has its share, and each wrong one that is chosen takes one of the wrong options' shares
    away; nothing goes below 0. Without `shares`, an answer is right or worth nothing.
    """
    whole = Fraction(question.points)
    if question.kind is AnswerKind.TEACHER:
        points = teacher_points(marked)
        return QuestionScore(points, points >= whole)
    share = _share(question, marked)
    is_right = share == 1
    return QuestionScore(whole * share if shares else whole * is_right, is_right)


def teacher_points(marked: Mapping[int, Sequence[str]]) -> Fraction:
    """Return the points that the teacher has given, written as digits."""
    digits = "".join(marked[part][0] for part in sorted(marked) if marked[part])
    return Fraction(int(digits)) if digits.isdecimal() else Fraction(0)


def has_gap(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row without a mark stands between the marked ones of `rows`.

    Rows before the first may be left blank, as a number may be shorter than its place.
    """
    places = [place for place, values in enumerate(rows) if values]
    return bool(places) and len(places) <= places[-1] - places[0]


def why_open(question: GradedQuestion, marked: Mapping[int, Sequence[str]]) -> str:
    """Return why the digits that are `marked` need a person's look; empty where they do not."""
    rows = [marked[part] for part in sorted(marked)]
    if question.kind not in (AnswerKind.NUMBER, AnswerKind.TEACHER):
        return ""
    if has_gap(rows):
        return "a place inside the number is blank"
    if question.kind is AnswerKind.NUMBER:
        return ""
    if not any(rows):
        return "no points given yet"
    if not rows[-1]:
        return "the last digit of the points is blank"
    if teacher_points(marked) > question.points:
        return f"more than the {question.points} points of the question"
    return ""


def written_number(marked: Mapping[int, Sequence[str]]) -> Decimal | None:
    """Return the number that `marked` digits make; None where they make none."""
    text = "".join(marked[part][0] for part in sorted(marked) if marked[part])
    try:
        return Decimal(text.replace(",", ".")) if text else None
    except InvalidOperation:
        return None


def _share(question: GradedQuestion, marked: Mapping[int, Sequence[str]]) -> Fraction:
    """Return how much of `question` is right, from 0 to 1."""
    match question.kind:
        case AnswerKind.ONE:
            one = marked.get(0, ())
            is_right = len(one) == 1 and int(one[0]) in question.key
            return Fraction(is_right)
        case AnswerKind.SEVERAL:
            chosen = {int(value) for value in marked.get(0, ())}
            return chosen_share(set(question.key), len(question.options), chosen)
        case AnswerKind.MATCH:
            keys = enumerate(question.key)
            return parts_share([marked.get(i, ()) == (str(key),) for i, key in keys])
        case AnswerKind.ORDER:
            places = enumerate(question.key or range(len(question.parts)))
            return parts_share([marked.get(i, ()) == (str(at + 1),) for i, at in places])
        case AnswerKind.NUMBER:
            number = written_number(marked)
            is_right = (
                number is not None
                and question.number is not None
                and abs(number - question.number) <= question.tolerance
            )
            return Fraction(is_right)
        case AnswerKind.TEACHER | AnswerKind.TYPED:
            return Fraction(0)  # no circle says what they are worth
        case _:
            assert_never(question.kind)
