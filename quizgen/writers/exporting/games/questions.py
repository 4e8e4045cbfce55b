"""Questions as quiz programs ask them: a text, some options, and which of them are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.model.assessment import Question
from quizgen.model.item import Choice, Item, Reveal, TextEntry
from quizgen.model.loss import Loss
from quizgen.writers.exporting.beside import Beside, losses_beside, lost_topics
from quizgen.writers.exporting.plain_lines import lines_of, on_a_line


class GameLimits(NamedTuple):
    """What `program` takes: numbers of options and right ones, and lengths in characters.

    0 is for no limit. With `types` a player can type an answer. `lacks` has no place in it.
    """

    program: str
    max_options: int
    max_keys: int = 0
    max_text: int = 0
    max_option: int = 0
    types: bool = False
    lacks: frozenset[Beside] = frozenset(Beside)


class GameQuestion(NamedTuple):
    """A question of a game; `keys` are the places of the right `options`, from 0.

    With `is_typed`, all options are right, and one of them is typed.
    """

    item: Item
    text: str
    options: tuple[str, ...]
    keys: tuple[int, ...]
    is_typed: bool = False


class _Lenders(NamedTuple):
    """The first answers to all questions of one kind; a question's own is at `place`."""

    answers: Sequence[str]
    place: int


class _UnfitError(Exception):
    """A question that a program cannot ask; the message is the reason in a clause."""


def game_questions(
    questions: Sequence[Question], limits: GameLimits
) -> tuple[list[GameQuestion], list[Loss]]:
    """Return those of `questions` that fit `limits`, and what is lost of all of them."""
    fitting: list[GameQuestion] = []
    losses = list(lost_topics(questions, limits.program))
    for question, lenders in zip(questions, _lenders(questions), strict=True):
        item = question.item
        try:
            fitting.append(_game_question(question, lenders, limits))
        except _UnfitError as error:
            losses.append(Loss(item.id, "the question", str(error)))
            continue
        losses += losses_beside(item, limits.lacks, limits.program)
        losses += (Loss(item.id, what, why) for what, why in _of_task(item, limits))
    return fitting, losses


def _lenders(questions: Sequence[Question]) -> list[_Lenders]:
    """Return, for each of `questions`, the answers that it may borrow as wrong ones."""
    by_kind: dict[type, list[str]] = {}
    lenders = []
    for question in questions:
        answers = by_kind.setdefault(type(question.item.interaction), [])
        lenders.append(_Lenders(answers, len(answers)))
        answers.append(next(iter(_answers(question.item)), ""))
    return lenders


def _of_task(item: Item, limits: GameLimits) -> Iterator[tuple[str, str]]:
    program, task = limits.program, item.interaction
    if isinstance(task, Reveal | TextEntry) and not limits.types:
        why = f"{program} asks for a choice, with answers of other questions as wrong ones"
        yield "the answer from memory", why
    if isinstance(task, Reveal):
        if limits.types:
            yield "the flashcard", f"{program} has none; its back is an answer to type"
        if task.reversed:
            yield "the way from back to front", "a question is asked in one direction"
    if isinstance(task, TextEntry):
        if task.accepted and not limits.types:
            yield "what else is right", f"{program} asks for a choice"
        if task.exact_case and limits.types:
            yield "the weight of capitals", f"{program} takes them for small letters"
    if isinstance(task, Choice) and len(task.options) > limits.max_options:
        yield "an option", f"{program} takes {limits.max_options}; the last wrong ones are left out"


def _game_question(question: Question, lenders: _Lenders, limits: GameLimits) -> GameQuestion:
    """Return `question` as a game asks it.

    Raises:
        _UnfitError: It cannot.
    """
    item = question.item
    case = f"{lines_of(item.case_stem)}\n\n" if item.case_stem else ""
    text = case + lines_of(item.stem)
    match item.interaction:
        case Choice() as choice:
            options, keys = _options(choice, question.order, limits)
        case Reveal() | TextEntry() if limits.types:
            answers = tuple(dict.fromkeys(_answers(item)))[: limits.max_options]
            return GameQuestion(item, text, answers, tuple(range(len(answers))), is_typed=True)
        case Reveal() | TextEntry():
            options, keys = _borrowed(item, lenders, limits)
        case _:
            raise _UnfitError(f"{limits.program} has no questions of its kind")
    if limits.max_text and len(text) > limits.max_text:
        raise _UnfitError(
            f"{limits.program} takes {limits.max_text} characters, it has {len(text)}"
        )
    longest = max(map(len, options))
    if limits.max_option and longest > limits.max_option:
        raise _UnfitError(
            f"{limits.program} takes {limits.max_option} characters an option, one has {longest}"
        )
    return GameQuestion(item, text, options, keys)


def _options(
    choice: Choice, order: tuple[int, ...], limits: GameLimits
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    places = list(order or range(len(choice.options)))
    keys = [index for index in places if choice.options[index].is_key]
    if limits.max_keys and len(keys) > limits.max_keys:
        raise _UnfitError(
            f"{limits.program} takes {limits.max_keys} right option, it has {len(keys)}"
        )
    room = limits.max_options - len(keys)
    if room < 1:
        raise _UnfitError(
            f"{limits.program} takes {limits.max_options} options, all would be right"
        )
    wrong = [index for index in places if index not in keys][:room]
    left = [index for index in places if index in keys or index in wrong]
    options = tuple(on_a_line(choice.options[index].text) for index in left)
    return options, tuple(place for place, index in enumerate(left) if index in keys)


def _answers(item: Item) -> tuple[str, ...]:
    match item.interaction:
        case Reveal(back=back):
            return (on_a_line(back),)
        case TextEntry(answer=answer, accepted=accepted):
            return tuple(on_a_line(text) for text in (answer, *accepted))
        case _:
            return ()


def _borrowed(
    item: Item, lenders: _Lenders, limits: GameLimits
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the answer to `item` among answers to questions like it, nearest ones first."""
    right = _answers(item)
    taken = {answer.casefold() for answer in right}
    wrong: list[str] = []
    for answer in _nearest(lenders):
        if len(wrong) == limits.max_options - 1:
            break
        if answer.casefold() not in taken:
            taken.add(answer.casefold())
            wrong.append(answer)
    if not wrong:
        raise _UnfitError(f"{limits.program} asks for a choice, and no other answer is at hand")
    key = lenders.place % (len(wrong) + 1)
    return (*wrong[:key], right[0], *wrong[key:]), (key,)


def _nearest(lenders: _Lenders) -> Iterator[str]:
    """Yield the other answers, each before those that are farther from the question's own."""
    answers, place = lenders
    for distance in range(1, len(answers)):
        for index in (place - distance, place + distance):
            if 0 <= index < len(answers):
                yield answers[index]
