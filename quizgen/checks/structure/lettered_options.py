"""Letters that an author typed before options: quizgen shuffles, and then puts its own."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, Option
from quizgen.model.source import NOWHERE, Span
from quizgen.readers.yaml import Scalar
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed

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
    elif len(others) > 1 and all(map(_label, others)) and _is_counted(others):
        yield from _bare_answer(item, keys, others)
    elif len(others) > 1 and not any(map(_label, others)):
        yield from _letter_alone(item, keys, others)


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


def _bare_answer(
    item: Item, keys: Sequence[Option], others: Sequence[Option]
) -> Iterator[Diagnostic]:
    """Yield the diagnostic for answers that are letters, or have none where all others do."""
    matches = [_BARE_LABEL.fullmatch(key.text.plain.strip()) for key in keys]
    labels = [match["label"].upper() for match in matches if match]
    by_label = {_label(other): other for other in others}
    by_label.setdefault("0", others[0])  # programs count from 0
    chosen = [by_label[label] for label in labels if label in by_label]
    if len(chosen) == len(keys):
        what = f"{keys[0].text.plain.strip()!r} is no answer, and each option"
        yield _diagnostic(item, keys[0], what, chosen, _without(others, chosen))
    elif len(keys) == 1:
        yield _diagnostic(item, others[0], "each wrong answer", keys, others)


def _letter_alone(
    item: Item, keys: Sequence[Option], others: Sequence[Option]
) -> Iterator[Diagnostic]:
    """Yield the diagnostic for answers that are letters and seem to name some of `others`."""
    matches = [_LETTER_ALONE.fullmatch(key.text.plain.strip()) for key in keys]
    letters = string.ascii_uppercase[: len(others)]
    labels = [match["label"].upper() for match in matches if match]
    if len(labels) < len(keys) or not set(labels) <= set(letters):
        return
    is_marked = all(match["mark"] for match in matches if match)
    if not is_marked and any(len(other.text.plain.strip()) < 3 for other in others):
        return  # vitamins, grades and notes are letters
    chosen = [others[letters.index(label)] for label in labels]
    mend = _mend(chosen, _without(others, chosen))
    typed = keys[0].text.plain.strip()
    if is_marked:
        yield LETTERED_OPTIONS.at(
            _place(item, keys[0]), f"{typed!r} is no answer, but stands for one", mend
        )
        return
    yield ANSWER_IS_LETTER.at(
        _place(item, keys[0]),
        f"pupils will see {typed!r} as an answer beside the others; quizgen shuffles options, and "
        "letters them itself",
        f"if it names an option, {mend}; if it is the answer, write "
        f"`lint: {{ignore: [{ANSWER_IS_LETTER.name}]}}`",
    )


def _without(options: Sequence[Option], chosen: Sequence[Option]) -> list[Option]:
    return [option for option in options if not any(option is one for one in chosen)]


_LETTER_ALONE = re.compile(r"\(?(?P<label>[A-Za-z])(?P<mark>[).:]?)")


def _place(item: Item, option: Option) -> Span:
    return item.id.span if option.text.span is NOWHERE else option.text.span


def _mend(keys: Sequence[Option], others: Sequence[Option]) -> str:
    """Return how to write a question with the right answers `keys` and the wrong ones `others`."""
    right, wrong = ([_as_typed(option) for option in group] for group in (keys, others))
    answer = quoted_if_needed(right[0]) if len(right) == 1 else in_brackets(right)
    distractors = in_brackets(wrong) or "the others, one a line, each in quotes"
    return f"write `answer: {answer or 'the right ones'}` and `distractors: {distractors}`"


def _as_typed(option: Option) -> str:
    """Return the text of `option` without its letter, as its author typed it."""
    span = option.text.span
    typed = span.value if isinstance(span, Scalar) else option.text.plain
    return _LABEL.sub("", " ".join(typed.split()), count=1)


def _diagnostic(
    item: Item, place: Option, what: str, keys: Sequence[Option], others: Sequence[Option]
) -> Diagnostic:
    return LETTERED_OPTIONS.at(
        _place(item, place),
        f"{what} begins with a letter or a number of its own: quizgen shuffles options, and "
        "letters them itself",
        _mend(keys, others),
    )


ANSWER_IS_LETTER = DiagnosticKind(
    name="answer-is-letter",
    severity=Severity.WARNING,
    doc="""
    The answer is one letter, and the others are words: `answer: B` beside `distractors: [Rome,
    Bern, Paris]`. Pupils would choose among four, one of them “B”. If the letter names an option,
    write that option in full behind `answer:`, and only the others as distractors. If the letter is
    the answer, write `lint: {ignore: [answer-is-letter]}`.
    """,
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
    further=(ANSWER_IS_LETTER,),
)
