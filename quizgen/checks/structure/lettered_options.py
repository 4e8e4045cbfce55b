"""Letters that an author typed before options: quizgen shuffles, and then puts its own."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, Option
from quizgen.model.source import NOWHERE

_LABEL = re.compile(r"\A\(?(?P<label>[A-Za-z]|\d{1,2})(?:[).:]|\s*[-–]\s)\s*")
"""What stands before an option that was typed with a letter or number: ``b)``, ``(2)``, ``C.``."""

_BARE_LABEL = re.compile(r"\A\(?(?P<label>[A-Za-z]|\d{1,2})[).:]?")
"""An answer that is no more than the label of an option."""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question of `bank` whose options bear letters or numbers."""
    for item in bank.items:
        if isinstance(item.interaction, Choice) and not item.interaction.fixed:
            yield from _find(item, item.interaction.options)


def _find(item: Item, options: Sequence[Option]) -> Iterator[Diagnostic]:
    keys = [option for option in options if option.is_key]
    others = [option for option in options if not option.is_key]
    labelled = [option for option in options if _label(option)]
    if len(labelled) == len(options) and _is_counted(labelled):
        yield _diagnostic(item, labelled[0], "each option", keys, others)
    elif len(keys) == 1 and len(others) > 1 and all(map(_label, others)) and _is_counted(others):
        yield _bare_answer(item, keys[0], others)


def _label(option: Option) -> str:
    """Return the letter or number before the text of `option`, in upper case; "" for none."""
    match = _LABEL.match(option.text.plain)
    return match["label"].upper() if match and match.end() < len(option.text.plain) else ""


def _is_counted(options: Sequence[Option]) -> bool:
    """Return whether the labels of `options` are the first letters or numbers, some left out."""
    labels = [_label(option) for option in options]
    if len(set(labels)) < len(labels):
        return False
    if all(label.isdigit() for label in labels):
        return max(map(int, labels)) <= len(labels) + 1
    alphabet = string.ascii_uppercase[: len(labels) + 1]
    return all(label in alphabet for label in labels)


def _without_label(option: Option) -> str:
    return _LABEL.sub("", option.text.plain, count=1)


def _bare_answer(item: Item, key: Option, others: Sequence[Option]) -> Diagnostic:
    """Return the diagnostic for an answer that is a letter, or has none where all others do."""
    typed = key.text.plain.strip()
    bare = _BARE_LABEL.fullmatch(typed)
    chosen = next((o for o in others if bare and _label(o) == bare["label"].upper()), None)
    if chosen is None:
        return _diagnostic(item, others[0], "each wrong answer", [key], others)
    rest = [other for other in others if other is not chosen]
    return _diagnostic(item, key, f"{typed!r} is no answer, and each option", [chosen], rest)


def _diagnostic(
    item: Item, place: Option, what: str, keys: Sequence[Option], others: Sequence[Option]
) -> Diagnostic:
    answers = [_without_label(option) for option in keys]
    answer = answers[0] if len(answers) == 1 else f"[{', '.join(answers)}]"
    distractors = ", ".join(_without_label(option) for option in others)
    return LETTERED_OPTIONS.at(
        item.id.span if place.text.span is NOWHERE else place.text.span,
        f"{what} begins with a letter or a number of its own: quizgen shuffles options, and "
        "letters them itself",
        f"write `answer: {answer}` and `distractors: [{distractors}]`",
    )


LETTERED_OPTIONS = StructureCheck(
    name="lettered-options",
    severity=Severity.ERROR,
    doc="""
    The options were typed with letters or numbers before them, as in `a) Rome, b) Bern`, or the
    answer is only a letter, as in `answer: B`. quizgen shuffles the options and puts letters of its
    own before them, so pupils would read “A. b) Bern”. Write each option without its letter, and
    the right one in full behind `answer:`.
    """,
    find=find,
)
