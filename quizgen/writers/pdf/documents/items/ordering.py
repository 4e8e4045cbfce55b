"""The layout of events to put in order: each has a box for its number, and a letter.

The key names events by their letters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from quizgen.model.assessment import Question
from quizgen.model.item import Event, Order
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import stem_rows
from quizgen.writers.pdf.documents.items.boxes import answer_box, answer_box_width, list_box
from quizgen.writers.pdf.layout.blocks import Row, as_group, gap, prepend
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.tags import LETTERED, Tag


def order_rows(question: Question, order: Order, context: ItemContext) -> list[Row]:
    """Return the stem and the events without dates, in the order in which `question` shows them."""
    edition = context.typesetter.edition
    listing = Tag("L", context.tag, attributes=LETTERED)
    rows = [
        *stem_rows(question.item.stem.runs, context, context.typesetter.words.number_boxes),
        gap(edition.stem_to_boxes),
    ]
    answers = {line.label: line for line in context.answers}
    for index, event in enumerate(question.order):
        if index:
            rows.append(gap(edition.box_row_gap))
        letter = context.typesetter.words.letter(index)
        box = _box(index, len(order.events), f"{letter} {order.events[event].text.plain}", context)
        rows += _event(letter, order.events[event], answers.get(letter), box, context, listing)
    return rows


_Box: TypeAlias = Callable[[float, str, Tag], list[DisplayItem]]
"""Gives the box of an event: on a baseline, with what is written in it, as a part of its label."""


def _box(index: int, count: int, part: str, context: ItemContext) -> _Box:
    """Return the box for the number of the event `part`, the one at `index` of `count`."""
    x = context.columns.body
    if context.fields:
        numbers = [str(n) for n in range(1, count + 1)]
        return lambda y, _, tag: list_box(x, y, index + 1, part, numbers, context, tag)
    return lambda y, written, tag: answer_box(x, y, written, context, tag)


def _event(
    letter: str,
    event: Event,
    answer: AnswerLine | None,
    box: _Box,
    context: ItemContext,
    listing: Tag,
) -> list[Row]:
    """Return the rows of `event`; with an `answer`, its number is in the box, its date follows."""
    typesetter, columns = context.typesetter, context.columns
    edition, font = typesetter.edition, typesetter.edition.label.font
    entry = Tag("LI", listing)
    label, body = Tag("Lbl", entry), Tag("LBody", entry)
    lettered = columns.body + answer_box_width(context) + edition.label_gap
    x = lettered + typesetter.label_width(letter) + edition.label_gap
    written = answer.written if answer else ""
    runs = answer.runs if answer else event.text.runs
    rows = typesetter.rows(runs, edition.body, x, columns.body + columns.below - x, body)
    first, *rest = rows or [Row(edition.body.leading, baseline=edition.body.baseline)]
    display_list = (
        *box(first.baseline, written, label),
        *typesetter.line(letter, font, lettered, first.baseline, Tag("Span", label)),
    )
    return as_group([prepend(display_list, first), *rest])
