"""What is filled into a form is worth: the rules of answer codes and answer sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from quizgen.commands.grade.code_marking import code_question, marked_answer
from quizgen.commands.grade.marking import AnswerState, MarkedAnswer
from quizgen.model.answer_code import Answer, CodeError
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.assessment import Question
from quizgen.model.form_names import OFF, question_field
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
from quizgen.model.translations import Translations

Values = Mapping[str, str]
"""What was filled in, by the names of fields."""


def form_question(question: Question, printed: GradedQuestion) -> GradedQuestion:
    """Return `printed`, which is `question`, for tables: what is typed is shown as it was typed."""
    kind = code_question(question, "").kind
    if isinstance(question.item.interaction, ExtendedText):
        kind = AnswerKind.TYPED
    return replace(printed, kind=kind)


def marked_form_answer(
    question: Question, values: Values, language: str, *, shares: bool
) -> MarkedAnswer:
    """Return the answer to `question` among `values` with its points, or open for a person.

    Without `shares`, an answer is right as a whole or worth nothing.

    Raises:
        CodeError: It names an option or a place that the question does not have.
    """
    name = question.item.name
    typed = values.get(question_field(name), "").strip()
    is_in_words = isinstance(question.item.interaction, ExtendedText | TextEntry | Reveal)
    if is_in_words and question.item.space.is_for_drawing and not typed:
        return MarkedAnswer(AnswerState.OPEN, {0: ("",)}, None)  # it may be drawn on paper
    if isinstance(question.item.interaction, ExtendedText):
        state = AnswerState.OPEN if typed else AnswerState.BLANK
        return MarkedAnswer(state, {0: (typed,)}, None if typed else Fraction(0))
    answer = _answer(question, values, Translations(language))
    if answer is None:
        return MarkedAnswer(AnswerState.OPEN, {0: _chosen(question, values)}, None)
    marked = marked_answer(question, answer, language)
    if shares or marked.points is None or marked.is_right:
        return marked
    return replace(marked, points=Fraction(0))


def _answer(question: Question, values: Values, words: Translations) -> Answer | None:
    """Return what was filled in as an answer code has it.

    None where several radio buttons are chosen, which no form lets a pupil do, and where a field
    says something else than its buttons show.
    """
    name = question.item.name
    match question.item.interaction:
        case Choice(options=options, keys=keys) if len(keys) == 1:
            chosen = set(values.get(question_field(name), "").split())
            places = [str(at) for at in range(1, len(options) + 1)]
            if not chosen <= {*places, OFF}:
                raise CodeError(_UNKNOWN)
            return None if len(chosen) > 1 else tuple(place in chosen for place in places)
        case Choice(options=options):
            fields = [question_field(name, at) for at in range(1, len(options) + 1)]
            if any(len(values.get(field, "").split()) > 1 for field in fields):
                return None
            return tuple(field in values for field in fields)
        case Match(premises=premises, responses=responses):
            letters = [words.letter(at) for at in range(len(responses))]
            return _places(name, len(premises), letters, values)
        case Order(events=events):
            numbers = [str(at) for at in range(1, len(events) + 1)]
            return _places(name, len(events), numbers, values)
        case TextEntry() | Numeric() | Reveal():
            return (values.get(question_field(name), "").strip(),)
        case GapFill(gaps=gaps):
            fields = [question_field(name, at) for at in range(1, len(gaps) + 1)]
            return tuple(values.get(field, "").strip() for field in fields)
        case ExtendedText():
            return ()
        case other:
            assert_never(other)


def _chosen(question: Question, values: Values) -> tuple[str, ...]:
    """Return the options of a choice that `values` say are chosen, in one way or another."""
    name = question.item.name
    places = range(1, len(question.order) + 1)
    one = values.get(question_field(name), "").split()
    chosen = [at for at in places if str(at) in one or question_field(name, at) in values]
    return tuple(sorted(str(question.order[at - 1]) for at in chosen))


_UNKNOWN = "it names an option that a question does not have: the form was changed"


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
