"""Letters that an author typed before options: quizgen shuffles, and then puts its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.checks.option_labels import (
    are_counted,
    bare_label,
    label_of,
    places,
    without_label,
)
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, Match, Option, Order
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question of `bank` whose options bear letters or numbers."""
    for item in bank.items:
        match item.interaction:
            case Choice(options=options, fixed=False):
                yield from _find(item, options)
            case Match(premises=premises, responses=responses):
                yield from _numbered(premises, responses)
                yield from _pairs_of_labels(premises, responses)
            case Order(events=events):
                yield from _numbered([event.text for event in events])
            case _:
                pass


def _numbered(*sides: Sequence[Text]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for texts to match, in two `sides`, or to order that are numbered."""
    for texts in sides:
        if len(texts) > 2 and are_counted([text.plain for text in texts]):
            yield LETTERED_OPTIONS.at(
                texts[0].span,
                "each part begins with a letter or a number of its own: quizgen mixes the parts, "
                "and letters them itself",
                f"write each without it, such as {quoted_if_needed(_as_typed(texts[0]))}",
            )
            return


def _pairs_of_labels(premises: Sequence[Text], responses: Sequence[Text]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for pairs such as ``1: b``, whose texts stand elsewhere."""
    if len(premises) < 3:
        return
    first, second = ([bare_label(text.plain)[0] for text in side] for side in (premises, responses))
    if not all(first) or not all(second) or set(first) & set(second):
        return
    if places(first, len(first)) is not None and places(second, len(second) + 1) is not None:
        yield ANSWER_IS_LETTER.at(
            premises[0].span,
            "these pairs are of letters and numbers alone; quizgen mixes one side, and letters it "
            "itself",
            "write the words that they stand for, such as `Rome: Italy`; if these are the words, "
            f"write `lint: {{ignore: [{ANSWER_IS_LETTER.name}]}}`",
        )


def _find(item: Item, options: Sequence[Option]) -> Iterator[Diagnostic]:
    keys = [option for option in options if option.is_key]
    others = [option for option in options if not option.is_key]
    labels = [label_of(option.text.plain) for option in others]
    if not any(labels):
        if len(others) > 1:
            yield from _letter_alone(item, keys, others)
    elif all(labels) and are_counted([option.text.plain for option in options]):
        place = next(option for option in options if label_of(option.text.plain))
        yield _diagnostic(item, place, "each option", keys, others)
    elif len(others) > 1 and are_counted([option.text.plain for option in others]):
        yield from _bare_answer(item, keys, others, labels)


def _bare_answer(
    item: Item, keys: Sequence[Option], others: Sequence[Option], labels: Sequence[str]
) -> Iterator[Diagnostic]:
    """Yield the diagnostic for answers that are letters, or have none where all others do.

    `labels` are those of the `others`.
    """
    by_label = dict(zip(labels, others, strict=True))
    by_label.setdefault("0", others[0])  # programs count from 0
    bare = [bare_label(key.text.plain)[0] for key in keys]
    chosen = [by_label[label] for label in bare if label in by_label]
    if len(chosen) == len(keys):
        what = f"{keys[0].text.plain.strip()!r} is no answer, and each option"
        yield _diagnostic(item, keys[0], what, chosen, _without(others, chosen))
    elif len(keys) == 1:
        yield _diagnostic(item, others[0], "each wrong answer", keys, others)


def _letter_alone(
    item: Item, keys: Sequence[Option], others: Sequence[Option]
) -> Iterator[Diagnostic]:
    """Yield the diagnostic for answers that are letters and seem to name some of `others`."""
    bare = [bare_label(key.text.plain) for key in keys]
    if not all(label for label, _ in bare):
        return
    at = places([label for label, _ in bare], len(others))
    if at is None:
        return
    is_marked = all(marked for _, marked in bare)
    words = [other.text.plain.strip() for other in others]
    if not is_marked and any(len(word) < 3 for word in words):
        return  # vitamins, grades and notes are letters
    if any(label.isdigit() for label, _ in bare) and any(map(_has_digit, words)):
        return
    chosen = [others[index] for index in at]
    help = _help(chosen, _without(others, chosen))
    typed = keys[0].text.plain.strip()
    if is_marked:
        yield LETTERED_OPTIONS.at(
            _place(item, keys[0]), f"{typed!r} is no answer, but stands for one", help
        )
        return
    yield ANSWER_IS_LETTER.at(
        _place(item, keys[0]),
        f"pupils will see {typed!r} as an answer beside the others; quizgen shuffles options, and "
        "letters them itself",
        f"if it names an option, {help}; if it is the answer, write "
        f"`lint: {{ignore: [{ANSWER_IS_LETTER.name}]}}`",
    )


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _without(options: Sequence[Option], chosen: Sequence[Option]) -> list[Option]:
    return [option for option in options if not any(option is one for one in chosen)]


def _place(item: Item, option: Option) -> Span:
    return item.id.span if option.text.span is NOWHERE else option.text.span


def _help(keys: Sequence[Option], others: Sequence[Option]) -> str:
    """Return how to write a question with the right answers `keys` and the wrong ones `others`."""
    right, wrong = ([_as_typed(option.text) for option in group] for group in (keys, others))
    wrong = [one for one in wrong if one not in right]
    answer = quoted_if_needed(right[0]) if len(right) == 1 else in_brackets(right)
    distractors = in_brackets(wrong) or "the others, one a line, each in quotes"
    return f"write `answer: {answer or 'the right ones'}` and `distractors: {distractors}`"


def _as_typed(text: Text) -> str:
    """Return `text` without its letter, as its author typed it."""
    typed = text.span.value if isinstance(text.span, ScalarNode) else text.plain
    return without_label(" ".join(typed.split()))


def _diagnostic(
    item: Item, place: Option, what: str, keys: Sequence[Option], others: Sequence[Option]
) -> Diagnostic:
    return LETTERED_OPTIONS.at(
        _place(item, place),
        f"{what} begins with a letter or a number of its own: quizgen shuffles options, and "
        "letters them itself",
        _help(keys, others),
    )


ANSWER_IS_LETTER = DiagnosticKind(
    name="answer-is-letter",
    severity=Severity.WARNING,
    doc="""
    The answer is one letter or number, and the others are words: `answer: B` or `answer: 2` beside
    `distractors: [Rome, Bern, Paris]`. Pupils would choose among four, one of them “B”. If the
    letter names an option, write that option in full behind `answer:`, and only the others as
    distractors. Pairs such as `1: b` are told as well. If the letters are the answers, write
    `lint: {ignore: [answer-is-letter]}`.
    """,
)

LETTERED_OPTIONS = StructureCheck(
    name="lettered-options",
    severity=Severity.ERROR,
    doc="""
    The options were typed with letters or numbers before them, as in `a) Rome, b) Bern`, or the
    answer is only a letter, as in `answer: B`. quizgen shuffles the options and puts letters of its
    own before them, so pupils would read “A. b) Bern”. Write each option without its letter, and
    the right one in full behind `answer:`. Premises, responses and parts to order that are numbered
    are told as well: `in_order: [1. Rome, 2. Bern, 3. Paris]` would print its solution.
    """,
    find=find,
    of_items=True,
    further=(ANSWER_IS_LETTER,),
)
