"""Questions as lines of Aiken.

What Moodle makes of a line is in its ``question/format/aiken/format.php``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.item import Choice, Item
from quizgen.model.loss import Loss
from quizgen.model.translations import translations_for
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.beside import Beside, losses_beside, lost_topics
from quizgen.writers.exporting.plain_lines import on_a_line

MAX_OPTIONS = len(ascii_uppercase)
_OTHER_LINE = re.compile(r"(?:[A-Z][.)]|ANSWER:)", re.IGNORECASE)
"""A line that begins so is an option or an answer, whatever it should be."""


def render(export: Export, bank: Bank) -> Rendered:
    """Return the lines of `export`, and what is lost of its questions."""
    truth = translations_for(bank.language).truth
    entries: list[str] = []
    losses = list(lost_topics(export.questions, "Aiken"))
    for question in export.questions:
        item = question.item
        if (why := _unsayable(item)) is not None:
            losses.append(Loss(item.id, "the question", why))
            continue
        losses += losses_beside(item, frozenset(Beside), "Aiken")
        losses += _of_order(item)
        entries.append("".join(f"{line}\n" for line in _lines(question, truth)))
    return Rendered("\n".join(entries).encode("utf-8", errors="replace"), tuple(losses))


def _stem(item: Item) -> str:
    return " ".join(filter(None, (on_a_line(item.case_stem), on_a_line(item.stem))))


def _unsayable(item: Item) -> str | None:
    """Return why Aiken cannot ask `item`, or None where it can."""
    choice = item.interaction
    if not isinstance(choice, Choice):
        return "Aiken has choices alone"
    if len(choice.keys) != 1:
        return f"Aiken takes 1 right option, it has {len(choice.keys)}"
    if len(choice.options) > MAX_OPTIONS:
        return f"Aiken has {MAX_OPTIONS} letters, it has {len(choice.options)} options"
    if _OTHER_LINE.match(_stem(item)):
        return "Aiken would take its text for an option or an answer"
    if not all(on_a_line(option.text) for option in choice.options):
        return "an option has no characters"
    return None


def _of_order(item: Item) -> Iterator[Loss]:
    choice = item.interaction
    assert isinstance(choice, Choice)
    has_order = choice.fixed or any(option.pinned for option in choice.options)
    if has_order and not choice.is_true_false:
        why = "Aiken cannot keep them from being shuffled"
        yield Loss(item.id, "the order of the options", why)


def _lines(question: Question, truth: tuple[str, str]) -> Iterator[str]:
    choice = question.item.interaction
    assert isinstance(choice, Choice)
    yield _stem(question.item)
    if choice.is_true_false:
        options = list(truth)
        key = 0 if choice.options[0].is_key else 1
    else:
        order = list(question.order or range(len(choice.options)))
        options = [on_a_line(choice.options[index].text) for index in order]
        key = next(place for place, index in enumerate(order) if choice.options[index].is_key)
    for letter, text in zip(ascii_uppercase, options, strict=False):
        yield f"{letter}. {text}"
    yield f"ANSWER: {ascii_uppercase[key]}"
