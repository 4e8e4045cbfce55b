"""Hints that hold the answer: who asks for help has nothing left to think about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.source import NOWHERE
from quizgen.model.text import Text, same_key

_MIN_ANSWER_LENGTH = 3
"""Characters: a shorter answer, such as 5 or no, is in many a sentence by chance. Judged by eye."""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each hint of `bank` that holds the answer to its question."""
    for item in bank.items:
        yield from _of_parts(item)
        if item.hint is None:
            continue
        hint, stem = same_key(item.hint), same_key(item.stem)
        if any(_holds(hint, other) for other in _wrong(item.interaction)):
            continue
        for answer in _answers(item.interaction):
            if _holds(hint, answer) and not _holds(stem, answer):
                yield _hint_tells(item, item.hint, answer)
                break


def _of_parts(item: Item) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each hint of a pair or an event that holds its response or date.

    A hint that names another response as well has not given the answer.
    """
    match item.interaction:
        case Match(premises=premises, responses=responses, key=key, hints=hints):
            for premise, index, hint in zip(premises, key, hints, strict=False):
                answer = responses[index]
                if hint is None or not _holds(same_key(hint), answer):
                    continue
                others = (*responses[:index], *responses[index + 1 :])
                if not any(_holds(same_key(text), answer) for text in (item.stem, premise)) and (
                    not any(_holds(same_key(hint), other) for other in others)
                ):
                    yield _hint_tells(item, hint, answer)
        case Order(events=events):
            for event in events:
                date = Text((event.date or "",))
                if event.hint and _holds(same_key(event.hint), date):
                    yield _hint_tells(item, event.hint, date)


def _hint_tells(item: Item, hint: Text, answer: Text) -> Diagnostic:
    return HINT_TELLS_ANSWER.at(
        item.id.span if hint.span is NOWHERE else hint.span,
        f"the hint has the answer {answer.plain[:60]!r} in it",
        "say what leads to the answer; what explains it belongs into `explain:`",
    )


def _holds(key: str, text: Text) -> bool:
    """Return whether the text with the `key` has `text` in it, as whole words."""
    words = same_key(text)
    if len(words) < _MIN_ANSWER_LENGTH:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", key) is not None


def _answers(interaction: Interaction) -> tuple[Text, ...]:
    """Return the right answers of `interaction` that a hint could give away."""
    match interaction:
        case Choice(is_true_false=True) | Match() | Order() | ExtendedText():
            return ()
        case Choice(keys=keys):
            return tuple(option.text for option in keys)
        case TextEntry(answer=answer, accepted=accepted):
            return (answer, *accepted)
        case Numeric(written=written):
            return (Text((written,)),)
        case GapFill(gaps=gaps):
            return tuple(gap.answer for gap in gaps)
        case Reveal(back=back):
            return (back,)


def _wrong(interaction: Interaction) -> tuple[Text, ...]:
    """Return wrong answers: a hint that names one of them as well has not given the answer."""
    if not isinstance(interaction, Choice):
        return ()
    return tuple(option.text for option in interaction.options if not option.is_key)


HINT_TELLS_ANSWER = StructureCheck(
    name="hint-tells-answer",
    severity=Severity.WARNING,
    doc="""
    The answer stands in the `hint` of its question, of a pair or of an event, word for word. A
    hint should lead to the answer: a pupil who reads this one has nothing left to think about, and
    Anki counts the card as known. Where a wrong answer stands in the hint as well, or the answer in
    the question, there is no warning.
    """,
    find=find,
    of_items=True,
)
