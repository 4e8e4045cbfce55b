"""Attempts marked: what each answer is worth by the key as it is today."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from quizgen.commands.grade.attempts import Attempt
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.answer_sheets.scoring import score, why_open
from quizgen.model.answer_sheets.typed_questions import with_typing_of
from quizgen.model.dataclass import dataclass


class AnswerState(enum.Enum):
    """What there is of an answer."""

    MARKED = "marked"
    BLANK = "blank"
    OPEN = "open"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class MarkedAnswer:
    """An answer: the values marked for each part, and the `points`, None while it is open."""

    state: AnswerState
    values: Mapping[int, tuple[str, ...]]
    points: Fraction | None
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """An attempt, and the answers to its questions by their names."""

    attempt: Attempt
    answers: Mapping[str, MarkedAnswer]

    @property
    def points(self) -> Fraction:
        """The sum of all points that are certain."""
        return sum((a.points for a in self.answers.values() if a.points is not None), Fraction(0))

    @property
    def count_open(self) -> int:
        """How many questions a person has to look at."""
        return sum(a.state is AnswerState.OPEN for a in self.answers.values())

    @property
    def is_complete(self) -> bool:
        """Whether no answer is open, and no page missing."""
        return all(answer.points is not None for answer in self.answers.values())


def current_questions(
    printed: AnswerSheets, current: AnswerSheets | None, withdrawn: Collection[str]
) -> tuple[dict[str, GradedQuestion], list[str], list[str]]:
    """Return the questions that were `printed` with their keys of today, and what differs.

    A question counts with its printed key where it has other options or another unit today: then
    it is among the second; or where no sheet of today has it: then it is among the third. The
    `withdrawn` ones are left out.
    """
    questions: dict[str, GradedQuestion] = {}
    changed, gone = [], []
    for question in printed.questions:
        if question.name in withdrawn:
            continue
        today = current.by_name.get(question.name) if current else question
        adapted = question if today is None else with_key_of(question, today)
        if today is None:
            gone.append(question.name)
        if adapted is None:
            changed.append(question.name)
        questions[question.name] = adapted or question
    return questions, changed, gone


def with_key_of(printed: GradedQuestion, today: GradedQuestion) -> GradedQuestion | None:
    """Return `printed` with the key and the points of `today`; None where they do not fit."""
    if not _fits(printed, today):
        return None
    rest = replace(
        printed,
        points=today.points,
        explain=today.explain,
        evidence=today.evidence,
        is_bonus=today.is_bonus,
        place=today.place,
        answer=today.answer,
        rubric=today.rubric,
        option_lines=today.option_lines
        if printed.option_identities == today.option_identities
        else (),
    )
    match printed.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            key = _key_among(printed, today, today.key)
            return None if key is None else replace(rest, key=tuple(sorted(key)))
        case AnswerKind.MATCH:
            key_of = dict(zip(today.part_identities, today.key, strict=True))
            if len(key_of) < len(today.parts) and printed.part_identities != today.part_identities:
                return None  # premises that look alike are told apart by their places alone
            if len(key_of) < len(today.parts):
                key = _key_among(printed, today, today.key)
            else:
                key = _key_among(printed, today, [key_of[p] for p in printed.part_identities])
            return None if key is None else replace(rest, key=key)
        case AnswerKind.ORDER:
            places = _places_among(printed, today)
            return None if places is None else replace(rest, key=places)
        case AnswerKind.NUMBER:
            return replace(rest, number=today.number, tolerance=today.tolerance)
        case AnswerKind.TYPED:
            return with_typing_of(rest, today)
        case AnswerKind.TEACHER:
            return rest


def _places_among(printed: GradedQuestion, today: GradedQuestion) -> tuple[int, ...] | None:
    """Return the right place of today, from 0, of each part of `printed`; none as it was printed.

    None where parts that look alike may have changed places.
    """
    before, now = printed.part_identities, today.part_identities
    if before == now:
        return ()
    return tuple(map(now.index, before)) if len(set(now)) == len(now) else None


def _key_among(
    printed: GradedQuestion, today: GradedQuestion, key: Sequence[int]
) -> tuple[int, ...] | None:
    """Return the places among the options of `printed` of those in `key`, places of `today`.

    None where one is not there, or where options that look alike may have changed places.
    """
    before, now = printed.option_identities, today.option_identities
    if before == now:
        return tuple(key)
    if len(set(before)) < len(before) or len(set(now)) < len(now):
        return None
    chosen = [now[index] for index in key]
    return tuple(map(before.index, chosen)) if set(chosen) <= set(before) else None


def _fits(printed: GradedQuestion, today: GradedQuestion) -> bool:
    choices = {AnswerKind.ONE, AnswerKind.SEVERAL}
    same = printed.kind is today.kind or {printed.kind, today.kind} <= choices
    if printed.unit != today.unit:
        return False  # pupils have written so many of the unit that was printed
    return same and sorted(printed.part_identities) == sorted(today.part_identities)


def marked(
    attempts: Iterable[Attempt],
    questions: Mapping[str, GradedQuestion],
    shares: Mapping[str, bool],
) -> list[Result]:
    """Return `attempts` with the points for each answer. `shares` is by worksheet."""
    return [
        Result(one, _answers(one, questions, shares.get(one.layout.worksheet, True)))
        for one in attempts
    ]


def _answers(
    attempt: Attempt, questions: Mapping[str, GradedQuestion], shares: bool
) -> dict[str, MarkedAnswer]:
    answers = {}
    missing = attempt.missing
    for name in names_of(attempt):
        question = questions.get(name)
        if question is None:
            continue
        values = attempt.answers.get(name, {})
        if name in missing:
            answers[name] = MarkedAnswer(AnswerState.MISSING, values, None)
        elif name in attempt.open or why_open(question, values):
            answers[name] = MarkedAnswer(AnswerState.OPEN, values, None)
        else:
            points, is_right = score(question, values, shares=shares)
            state = AnswerState.MARKED if any(values.values()) else AnswerState.BLANK
            answers[name] = MarkedAnswer(state, values, points, is_right)
    return answers


def names_of(attempt: Attempt) -> list[str]:
    """Return the names of the questions on the sheet of `attempt`, in its order."""
    rows = (row for page in attempt.layout.pages for row in page.fields)
    return list(dict.fromkeys(row.question for row in rows if row.question))
