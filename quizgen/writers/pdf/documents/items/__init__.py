"""How each interaction looks on a worksheet: an item is one block of measured rows."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import assert_never

from quizgen.model.assessment import Question
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
from quizgen.writers.pdf.documents.answer_rows import said_rows
from quizgen.writers.pdf.documents.answers import IN_PLACE, AnswerLine
from quizgen.writers.pdf.documents.item_frame import ItemContext, with_number
from quizgen.writers.pdf.documents.items.choice import choice_rows
from quizgen.writers.pdf.documents.items.matching import fits, match_rows
from quizgen.writers.pdf.documents.items.ordering import order_rows
from quizgen.writers.pdf.documents.items.writing import (
    extended_rows,
    gap_rows,
    line_rows,
    numeric_rows,
)
from quizgen.writers.pdf.layout.blocks import Block, Row, gap
from quizgen.writers.pdf.layout.tags import Tag


def question_block(
    question: Question,
    place: ItemContext,
    across: ItemContext,
    said: Sequence[AnswerLine] = (),
    cited: str = "",
) -> Block:
    """The item with its number and points, as one block. `place.tag` is the list of items.

    It stands in a column, which is `place`, or across all of them. What a teacher is to be
    told of it is `said`: answers where pupils write theirs, the rest behind the item. `cited`
    says behind the stem where to look.
    """
    typesetter = place.typesetter
    wide = typesetter.edition.columns > 1 and _is_wide(question, place)
    place = across if wide else place
    entry = Tag("LI", place.tag)
    body = Tag("LBody", entry)
    given = [line for line in said if line.role in IN_PLACE]
    rows = _rows(question, place._replace(tag=body, given=given, cited=cited))
    if notes := [line for line in said if line.role not in IN_PLACE]:
        rows.append(gap(typesetter.edition.stem_to_boxes))
        rows += said_rows(notes, place.frame, typesetter, body)
    rows = with_number(rows, question, place.frame, typesetter, entry, body)
    continuation_header = functools.partial(_continued, question, place)
    return Block(
        tuple(rows),
        typesetter.edition.item_gap,
        continuation_header=continuation_header,
        spans_columns=wide,
    )


def _is_wide(question: Question, place: ItemContext) -> bool:
    """Whether a column is too narrow for the item: for sentences, and for most tables."""
    interaction = question.item.interaction
    match interaction:
        case ExtendedText():
            return True
        case Match():
            return not fits(interaction, place)
        case Choice() | TextEntry() | Reveal() | Numeric() | GapFill() | Order():
            return False
        case _:
            assert_never(interaction)


def _continued(question: Question, place: ItemContext) -> tuple[Row]:
    """Printed above the rest of an item that goes on from the page before."""
    typesetter, edition = place.typesetter, place.typesetter.edition
    y, number = edition.body.baseline, str(question.number)
    display_list = (
        *typesetter.line(number, edition.label.font, place.frame.number, y, None, right=True),
        *typesetter.line(typesetter.words.continued, edition.aside.font, place.frame.body, y, None),
    )
    return (Row(edition.body.leading + edition.stem_to_options, display_list),)


def _rows(question: Question, place: ItemContext) -> list[Row]:
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
