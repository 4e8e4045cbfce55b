"""What is filled into a form, or stands in an answer code, is worth: the rules of answer sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizgen.commands.grade.marking import AnswerState, MarkedAnswer
from quizgen.model.answer_code import CodeError
from quizgen.model.answer_sheets.geometry import BubbleRow
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, Judging
from quizgen.model.answer_sheets.record_values import DamagedRecordError
from quizgen.model.answer_sheets.scoring import score
from quizgen.model.form_names import OFF, question_field
from quizgen.model.near_answers import judge_number_or_ask, judge_text_or_ask
from quizgen.model.scoring import parts_share
from quizgen.model.translations import Translations

Values = Mapping[str, str]
"""What was filled in, by the names of fields."""
Chosen = Mapping[int, tuple[str, ...]]
HALF = "0.5"
"""The half of a point, as decisions have it beside whole ones."""


def marked_form_answer(
    question: GradedQuestion, row: BubbleRow, values: Values, language: str, *, shares: bool
) -> MarkedAnswer:
    """Return the answer to `question` among `values` with its points, or open for a person.

    `question` is as it was handed out, with its key of today, and `row` says in which order its
    parts were shown. Without `shares`, an answer is right as a whole or worth nothing.

    Raises:
        CodeError: It names an option or a place that the question does not have.
        DamagedRecordError: The row does not fit the question.
    """
    if question.kind is AnswerKind.TEACHER:  # an essay, which is in no code
        return MarkedAnswer(AnswerState.OPEN, {}, None)
    if question.kind is AnswerKind.TYPED:
        return _typed(question, values, language, shares=shares)
    chosen = _chosen(question, row, values, Translations(language))
    if chosen is None:
        return MarkedAnswer(AnswerState.OPEN, {0: _all_chosen(question, row, values)}, None)
    if not any(chosen.values()):
        return MarkedAnswer(AnswerState.BLANK, chosen, Fraction(0))
    points, is_right = score(question, chosen, shares=shares)
    return MarkedAnswer(AnswerState.MARKED, chosen, points, is_right)


def judged(answer: MarkedAnswer, most: int, given: Sequence[str]) -> MarkedAnswer:
    """Return `answer` with the points that a person has `given` of the `most`, where it is open.

    They are whole points, `HALF` a point, or both. What cannot be leaves the answer open.
    """
    whole = [one for one in given if one != HALF]
    is_well_formed = len(set(given)) == len(given) and all(map(str.isdecimal, whole))
    if answer.state is not AnswerState.OPEN or not given or len(whole) > 1 or not is_well_formed:
        return answer
    points = sum(map(Fraction, given), Fraction(0))
    if points > most:
        return answer
    return MarkedAnswer(AnswerState.MARKED, answer.values, points, points == most)


def _chosen(
    question: GradedQuestion, row: BubbleRow, values: Values, words: Translations
) -> Chosen | None:
    """Return what was chosen, as answer sheets have it.

    None where several radio buttons are chosen, which no form lets a pupil do, and where a field
    says something else than its buttons show.
    """
    name, order = question.name, _order(question, row)
    match question.kind:
        case AnswerKind.ONE:
            chosen = set(values.get(question_field(name), "").split())
            indices = {str(at): index for at, index in enumerate(order, 1)}
            if not chosen <= {*indices, OFF}:
                raise CodeError(_UNKNOWN)
            if len(chosen) > 1:
                return None
            return {0: tuple(str(indices[one]) for one in chosen if one != OFF)}
        case AnswerKind.SEVERAL:
            fields = [question_field(name, at) for at in range(1, len(order) + 1)]
            if any(len(values.get(field, "").split()) > 1 for field in fields):
                return None
            ticked = (i for at, i in enumerate(order, 1) if question_field(name, at) in values)
            return {0: tuple(map(str, sorted(ticked)))}
        case AnswerKind.MATCH:
            letters = [words.letter(at) for at in range(len(order))]
            places = _places(name, len(question.parts), letters, values)
            return {i: (str(order[at - 1]),) if at else () for i, at in enumerate(places)}
        case _:
            numbers = [str(at) for at in range(1, len(order) + 1)]
            places = _places(name, len(order), numbers, values)
            placed = {order[at]: place for at, place in enumerate(places)}
            return {part: (str(placed[part]),) if placed[part] else () for part in sorted(placed)}


def _all_chosen(question: GradedQuestion, row: BubbleRow, values: Values) -> tuple[str, ...]:
    """Return the options of a choice that `values` say are chosen, in one way or another."""
    name = question.name
    one = values.get(question_field(name), "").split()
    chosen = (
        index
        for at, index in enumerate(_order(question, row), 1)
        if str(at) in one or question_field(name, at) in values
    )
    return tuple(map(str, sorted(chosen)))


def _order(question: GradedQuestion, row: BubbleRow) -> list[int]:
    """Return the indices, in the author's order, of what the sheet shows, in its order."""
    count = question.count_shown
    indices = {str(index): index for index in range(count)}
    order = [indices[one.value] for one in row.bubbles if one.value in indices]
    if len(order) != len(row.bubbles) or sorted(order) != list(range(count)):
        raise DamagedRecordError("the record of what was handed out is damaged")
    return order


_UNKNOWN = "it names an option or a place that a question does not have: it was changed"


def _places(name: str, count: int, names: Sequence[str], values: Values) -> tuple[int, ...]:
    """Return what was chosen in each list, from 1, 0 for nothing.

    Some programs keep the value of an entry of a list, and some what the list shows for it.
    """
    known = {text: place for place, text in enumerate(names, 1)}
    known |= {str(place): place for place in range(1, len(names) + 1)}
    known |= {"0": 0, "–": 0, "": 0}
    chosen = []
    for place in range(1, count + 1):
        value = values.get(question_field(name, place), "").strip()
        if value not in known:
            raise CodeError(_UNKNOWN)
        chosen.append(known[value])
    return tuple(chosen)


def _typed(
    question: GradedQuestion, values: Values, language: str, *, shares: bool
) -> MarkedAnswer:
    name = question.name
    if question.judging is Judging.GAPS:
        fields = [question_field(name, at) for at in range(1, len(question.accepted) + 1)]
    else:
        fields = [question_field(name)]
    texts = [values.get(field, "").strip() for field in fields]
    typed = {at: (text,) for at, text in enumerate(texts)}
    if not any(texts):
        if question.is_drawn:  # perhaps on paper
            return MarkedAnswer(AnswerState.OPEN, typed, None)
        return MarkedAnswer(AnswerState.BLANK, typed, Fraction(0))
    are_right = _judged(question, texts, language)
    known = [one for one in are_right if one is not None]
    if len(known) < len(are_right):
        return MarkedAnswer(AnswerState.OPEN, typed, None)
    share = parts_share(known)
    points = question.points * (share if shares else Fraction(int(share == 1)))
    return MarkedAnswer(AnswerState.MARKED, typed, points, share == 1)


def _judged(question: GradedQuestion, texts: Sequence[str], language: str) -> Sequence[bool | None]:
    """Return for each of `texts` whether it is right, None where a person has to say."""
    if question.judging is Judging.NOBODY:
        return [None]
    if question.judging is Judging.NUMBER:
        number, tolerance, unit = question.number, question.tolerance, question.unit
        if number is None:
            return [None]
        return [judge_number_or_ask(texts[0], number, tolerance, unit, language)]
    is_exact = question.judging is Judging.EXACT
    are_right = [
        judge_text_or_ask(text, list(right), language, exact=is_exact)
        for text, right in zip(texts, question.accepted, strict=False)
    ]
    return [one or None for one in are_right] if question.judging is Judging.CARD else are_right
