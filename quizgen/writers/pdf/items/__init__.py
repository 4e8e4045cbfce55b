"""How each interaction looks on a worksheet: an item is one block of measured rows."""

from __future__ import annotations

from typing import assert_never

from quizgen.assessment import Question
from quizgen.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.writers.pdf.block import Block, Row
from quizgen.writers.pdf.items.choice import choice_rows
from quizgen.writers.pdf.items.frame import Place, with_number
from quizgen.writers.pdf.items.matching import match_rows
from quizgen.writers.pdf.items.ordering import order_rows
from quizgen.writers.pdf.items.writing import (
    extended_rows,
    gap_rows,
    line_rows,
    numeric_rows,
)
from quizgen.writers.pdf.tags import Element


def question_block(question: Question, place: Place) -> Block:
    """The item with its number and points, as one block. `place.tag` is the list of items."""
    setter = place.setter
    entry = Element("LI", place.tag)
    body = Element("LBody", entry)
    rows = _rows(question, place._replace(tag=body))
    rows = with_number(rows, question, place.frame, setter, entry, body)
    lead = (_continued(question, place),)
    return Block(tuple(rows), setter.edition.item_gap, lead=lead)


def _continued(question: Question, place: Place) -> Row:
    """Printed above the rest of an item that goes on from the page before."""
    setting = place.setter.edition.aside
    text = f"{question.number} {place.setter.words.continued}"
    marks = place.setter.line(text, setting.font, place.frame.body, setting.baseline, None)
    return Row(setting.leading + place.setter.edition.stem_to_options, tuple(marks))


def _rows(question: Question, place: Place) -> list[Row]:
    interaction = question.item.interaction
    match interaction:
        case Choice():
            return choice_rows(question, interaction, place)
        case TextEntry() | Reveal():
            return line_rows(question, place)
        case Numeric():
            return numeric_rows(question, interaction, place)
        case GapFill():
            return gap_rows(question, interaction, place)
        case Match():
            return match_rows(question, interaction, place)
        case Order():
            return order_rows(question, interaction, place)
        case ExtendedText():
            return extended_rows(question, interaction, place)
        case _:
            assert_never(interaction)
