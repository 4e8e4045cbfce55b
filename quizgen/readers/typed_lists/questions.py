"""A question as typed, with its answer, as a question to import."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.model.source import Source, at_line
from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignLoss,
    ForeignOption,
    ForeignQuestion,
    ForeignTask,
    html_of,
)
from quizgen.readers.foreign.choices import BadAnswerError
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.tables.keys import KeyKind, keys_of
from quizgen.readers.tables.typed_answers import typed_task
from quizgen.readers.tables.words import asks_truth, truth_of
from quizgen.readers.typed_lists.blocks import TypedList, TypedOption, TypedQuestion, without_marks

STYLES = ("highlight", "bold", "underline", "color", "italic")
"""What people mark the right option with, in the order in which it counts."""
_REASONED = re.compile(r"[(\[]?(\w)[)\].:]?\s*(?:[-–—,:]\s*(.{3,})|[(\[](.{3,})[)\]])", re.DOTALL)
"""A letter with a reason behind it: ``B (see page 3)``, ``B - because ...``."""
_CONJUNCTION = re.compile(r"\s+(?:and|und|et|y|e|en|i|и|ve)\s+", re.IGNORECASE)


def answers_of(listed: TypedList) -> list[str]:
    """Return the answer to each question: that below it, else that of the key; empty without.

    The key goes by numbers where these are distinct, else by the order.
    """
    by_number = dict(listed.key)
    numbers = [question.label for question in listed.questions]
    is_in_order = len(by_number) < len(listed.key) or len(set(numbers)) < len(numbers)
    answers = []
    for index, question in enumerate(listed.questions):
        answer = "; ".join(question.answers)
        if not answer and is_in_order and len(listed.key) == len(listed.questions):
            answer = listed.key[index][1]
        elif not answer and not is_in_order:
            answer = by_number.get(question.label, "")
        answers.append(answer)
    return answers


def question_of(
    typed: TypedQuestion, answer: str, source: Source, *, are_all_truths: bool = False
) -> ForeignQuestion:
    """Return `typed`, whose right answer is `answer`, or empty where only marks say it.

    It is a truth where the question asks for one, or `are_all_truths` of the list.

    Raises:
        BadAnswerError: No answer is given, or it is none of the options.
    """
    stem, points, is_truth = without_marks("<br>".join(typed.stem).strip())
    is_truth |= are_all_truths or asks_truth(without_tags(stem), answer)
    explain = list(typed.explain)
    if typed.options and (reasoned := _REASONED.fullmatch(answer)):
        labels = [option.label.lower() for option in typed.options]
        if reasoned[1].lower() in labels and not _keys(answer, typed.options):
            answer, reason = reasoned[1], reasoned[2] or reasoned[3]
            explain.insert(0, html_of(reason))
    task = _task(typed, answer, is_truth)
    losses = [(ForeignLoss.GENERAL_FEEDBACK, without_tags(html)) for html in typed.if_wrong]
    if not (isinstance(task, ForeignChoice) and task.options):
        explain += [html for option in typed.options for html in option.rationale]
        explain += typed.if_right
    return ForeignQuestion(
        stem=stem,
        task=task,
        place=at_line(source, typed.first) if source.text else source.at(0),
        where=place_of(typed, source),
        explain=tuple(explain),
        points=points,
        losses=tuple(losses),
    )


def place_of(typed: TypedQuestion, source: Source) -> str:
    """Return the place of `typed` in words: its line in a text, its paragraph in Word."""
    return f"{'line' if source.text else 'paragraph'} {typed.first}"


def _task(typed: TypedQuestion, answer: str, is_truth: bool) -> ForeignTask:
    if not typed.options:
        if not answer:
            raise BadAnswerError("no answer is given, and there are no options")
        return typed_task(answer, is_truth=is_truth)
    keys = _keys(answer, typed.options) if answer else _marked(typed.options)
    if not keys and answer:
        raise BadAnswerError(f"the answer “{answer[:40]}” is none of the options")
    if not keys:
        raise BadAnswerError("no option is marked as right, and no answer is given")
    if len(keys) == len(typed.options):
        raise BadAnswerError("it has no wrong option to choose")
    truths = [truth_of(option.plain.strip(" .")) for option in typed.options]
    has_words = all(len(option.plain.strip(" .")) > 1 for option in typed.options)
    is_pair = len(truths) == 2 and None not in truths and truths[0] != truths[1]
    if is_pair and len(keys) == 1 and (is_truth or has_words):
        return ForeignChoice((), truths[keys[0]])
    return ForeignChoice(tuple(_options(typed, keys)))


def _options(typed: TypedQuestion, keys: Sequence[int]) -> Iterator[ForeignOption]:
    """Yield the options of `typed`, with feedback; that to any right answer is with the first."""
    for index, option in enumerate(typed.options):
        rationale = [*option.rationale, *(typed.if_right if index == keys[0] else ())]
        yield ForeignOption(option.html, index in keys, "<br>".join(rationale))


def _keys(answer: str, options: Sequence[TypedOption]) -> list[int]:
    """Return which of `options` the text `answer` says are right, from 0."""
    labels = [option.label.lower() for option in options]
    texts = [without_tags(option.html) for option in options]
    joined = _CONJUNCTION.sub(", ", answer.strip())
    for text in (answer, joined) if _is_in_one_case(answer) else (joined, answer):
        parts = [part.strip("()[]. ").lower() for part in re.split(r"[,;/&+]|\s+", text)]
        parts = [part for part in parts if part]
        if all(labels) and parts and all(part in labels for part in parts):
            return sorted({labels.index(part) for part in parts})
    if labelled := re.match(r"[(\[]?(\w{1,2})[)\].:]\s*(.*)", answer, re.DOTALL):
        label, text = labelled[1].lower(), without_tags(labelled[2])
        if label in labels and (not text or texts[labels.index(label)].startswith(text[:20])):
            return [labels.index(label)]
    return keys_of(joined.rstrip("."), texts, KeyKind.LETTER)


def _is_in_one_case(answer: str) -> bool:
    """Return whether each letter of `answer` may be a label: the ``e`` of ``A e C`` says "and"."""
    return answer.isupper() or answer.islower()


def _marked(options: Sequence[TypedOption]) -> list[int]:
    """Return the options that a sign marks, else those that stand out by a style."""
    signs = [index for index, option in enumerate(options) if option.is_marked]
    if signs and len(signs) < len(options):  # a star before each is a bullet
        return signs
    for style in STYLES:
        styled = [index for index, option in enumerate(options) if style in option.styles]
        if styled and len(styled) <= len(options) / 2:
            return styled
    return []
