"""What the answers of a code are worth: the rules of the page and of the exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple, assert_never

from quizgen.commands.grade.marking import AnswerState, MarkedAnswer
from quizgen.model.answer_code import Answer, CodeError
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, sheet_question
from quizgen.model.assessment import Question
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.near_answers import judge_number_or_ask, judge_text_or_ask
from quizgen.model.scoring import choice_share, match_share, order_share, parts_share
from quizgen.model.typed_answer import judge_text


class _Judged(NamedTuple):
    """The values as tables have them, and the share; None where a person has to say."""

    values: Mapping[int, tuple[str, ...]]
    share: Fraction | None


def code_question(question: Question, place: str) -> GradedQuestion:
    """Return what tables need of `question`; what is typed is shown as it was typed."""
    graded = sheet_question(question, place)
    match question.item.interaction:
        case TextEntry() | Numeric() | GapFill() | Reveal():
            return replace(graded, kind=AnswerKind.TYPED)
        case _:
            return graded


def marked_answer(question: Question, answer: Answer, language: str) -> MarkedAnswer:
    """Return `answer` with its points, or open where a person has to give them.

    Raises:
        CodeError: It names an option or a place that the question does not have.
    """
    values, share = _judged(question, answer, language)
    if isinstance(question.item.interaction, ExtendedText):
        return MarkedAnswer(AnswerState.OPEN, values, None)
    if not any(any(part) for part in values.values()):
        return MarkedAnswer(AnswerState.BLANK, values, Fraction(0))
    if share is None:
        return MarkedAnswer(AnswerState.OPEN, values, None)
    return MarkedAnswer(AnswerState.MARKED, values, question.item.points * share, share == 1)


def judged(answer: MarkedAnswer, most: int, given: Sequence[str]) -> MarkedAnswer:
    """Return `answer` with the points that a person has `given` of the `most`, where it is open."""
    if answer.state is not AnswerState.OPEN or len(given) != 1 or not given[0].isdecimal():
        return answer
    points = Fraction(int(given[0]))
    if points > most:
        return answer
    return MarkedAnswer(AnswerState.MARKED, answer.values, points, points == most)


def _judged(question: Question, answer: Answer, language: str) -> _Judged:
    interaction, order = question.item.interaction, question.order
    match interaction:
        case Choice():
            chosen = {order[at] for at, is_chosen in enumerate(answer) if is_chosen}
            values = {0: tuple(str(index) for index in sorted(chosen))}
            return _Judged(values, choice_share(interaction, chosen))
        case Match(responses=responses):
            given = [_index(place, len(responses)) for place in answer]
            indices = [None if at is None else order[at] for at in given]
            return _Judged(_numbers(indices), match_share(interaction, indices))
        case Order(events=events):
            places: list[int | None] = [None] * len(events)
            for at, place in enumerate(answer):
                places[order[at]] = _index(place, len(events))
            from_one = [None if place is None else place + 1 for place in places]
            return _Judged(_numbers(from_one), order_share(interaction, places))
        case TextEntry():
            answers = [text.plain for text in (interaction.answer, *interaction.accepted)]
            exact = interaction.exact_case
            return _typed(
                answer, [judge_text_or_ask(str(answer[0]), answers, language, exact=exact)]
            )
        case Numeric(value=value, tolerance=tolerance, unit=unit):
            behind = unit.plain if unit else ""
            typed = str(answer[0])
            return _typed(answer, [judge_number_or_ask(typed, value, tolerance, behind, language)])
        case GapFill(gaps=gaps):
            pairs = zip(answer, gaps, strict=True)
            are_right = [
                judge_text_or_ask(str(text), [gap.answer.plain], language) for text, gap in pairs
            ]
            return _typed(answer, are_right)
        case Reveal(back=back):
            is_same = judge_text(str(answer[0]), [back.plain], language)
            return _typed(answer, [is_same or None])
        case ExtendedText():
            return _Judged({}, None)
        case _:
            assert_never(interaction)


def _typed(answer: Answer, are_right: Sequence[bool | None]) -> _Judged:
    values = {at: (str(text),) for at, text in enumerate(answer)}
    known = [is_right for is_right in are_right if is_right is not None]
    return _Judged(values, parts_share(known) if len(known) == len(are_right) else None)


def _numbers(numbers: Sequence[int | None]) -> dict[int, tuple[str, ...]]:
    return {at: () if one is None else (str(one),) for at, one in enumerate(numbers)}


def _index(place: object, count: int) -> int | None:
    number = int(str(place))
    if number > count:
        raise CodeError("it names a place that a question does not have")
    return number - 1 if number else None
