"""The layout of items on a worksheet: each is one block of measured rows."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from quizgen.model.answer_space import SpaceKind
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
from quizgen.writers.pdf.documents.answer_rows import answer_rows
from quizgen.writers.pdf.documents.answers import IN_PLACE, AnswerLine
from quizgen.writers.pdf.documents.form_fields import QuestionFields
from quizgen.writers.pdf.documents.hints import hint_rows
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import QuestionEntry, with_number
from quizgen.writers.pdf.documents.items.choice import choice_rows
from quizgen.writers.pdf.documents.items.matching import match_fits_column, match_rows
from quizgen.writers.pdf.documents.items.ordering import order_rows
from quizgen.writers.pdf.documents.items.writing import (
    extended_rows,
    gap_rows,
    line_rows,
    numeric_rows,
)
from quizgen.writers.pdf.documents.picture_beside import parted, rows_beside
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, keep_together


def item_block(
    question: Question,
    context: ItemContext,
    wide_context: ItemContext,
    lines: Sequence[AnswerLine] = (),
    citation: str = "",
) -> Block:
    """Return the item of `question` with its number and points, as one block.

    The block stands in a column (`context`) or, where that is too narrow, across all columns
    (`wide_context`); the tag of both is the list of items. Answers among the `lines` of the key
    are printed where pupils write, the other lines below the item, and a hint below these.
    `citation` names lines of the passage and is printed after the stem.
    """
    typesetter = context.typesetter
    is_wide = context.columns != wide_context.columns and _is_wide(question, context)
    context = wide_context if is_wide else context
    if context.fillable:
        fields = QuestionFields(question, typesetter.words, typesetter.edition)
        context = context._replace(fields=fields)
    entry = QuestionEntry.in_list(context.tag, question, context.columns, typesetter)
    answers = [line for line in lines if line.role in IN_PLACE]
    rows = _rows(question, context._replace(tag=entry.body, answers=answers, citation=citation))
    if notes := [line for line in lines if line.role not in IN_PLACE]:
        below = answer_rows(notes, context.columns, typesetter, entry.body)
        rows = _followed(rows, [gap(typesetter.edition.stem_to_boxes), *below])
    if context.hints:
        rows = _followed(rows, hint_rows(question.item, context._replace(tag=entry.body)))
    return Block(
        tuple(with_number(rows, entry)),
        typesetter.edition.item_gap,
        continuation_header=functools.partial(_continuation_header, question, context),
        spans_columns=is_wide,
        may_flow=_may_flow(question),
    )


def _followed(rows: list[Row], below: list[Row]) -> list[Row]:
    """Return `rows` with the rows `below` them, of which the first stays on the page of the last.

    Hints and sources stand alone on no page.
    """
    return [*rows[:-1], *keep_together(rows[-1:]), *below] if below else rows


def _is_wide(question: Question, context: ItemContext) -> bool:
    """Return whether a column is too narrow for the item: for sentences, and for most tables."""
    interaction = question.item.interaction
    match interaction:
        case ExtendedText():
            return True
        case Match():
            return not match_fits_column(interaction, context)
        case Choice() | TextEntry() | Reveal() | Numeric() | GapFill() | Order():
            return False
        case _:
            assert_never(interaction)


def _may_flow(question: Question) -> bool:
    """Return whether the item may go on overleaf rather than leave a page half empty.

    Lines to write on and pairs may; options belong together.
    """
    match question.item.interaction:
        case ExtendedText():
            return question.item.space.kind is SpaceKind.LINES
        case Match():
            return True
        case Choice() | TextEntry() | Reveal() | Numeric() | GapFill() | Order():
            return False
        case _:
            assert_never(question.item.interaction)


def _continuation_header(question: Question, context: ItemContext) -> tuple[Row]:
    """Return the row to print above the rest of an item that goes on from the page before."""
    typesetter, edition, columns = context.typesetter, context.typesetter.edition, context.columns
    y, number = edition.body.baseline, question.label
    display_list = (
        *typesetter.line(number, edition.label.font, columns.number, y, None, right=True),
        *typesetter.line(typesetter.words.continued, edition.aside.font, columns.body, y, None),
    )
    return (Row(edition.body.leading + edition.stem_to_options, display_list),)


def _rows(question: Question, context: ItemContext) -> list[Row]:
    """Return the rows of the item, beside the picture that its author wants there."""
    item = question.item
    if _may_flow(question):
        return _rows_of(question, context)
    stem, picture = parted(item.stem.runs)
    if picture is not None:
        changed = replace(item, stem=item.stem._replace(runs=stem))
    elif isinstance(item.interaction, GapFill):
        parts, picture = parted(item.interaction.parts)
        changed = replace(item, interaction=GapFill(parts))
    if picture is None:
        return _rows_of(question, context)
    alone = replace(question, item=changed)
    return rows_beside(picture, context, lambda narrow: _rows_of(alone, narrow))


def _rows_of(question: Question, context: ItemContext) -> list[Row]:
    interaction = question.item.interaction
    match interaction:
        case Choice():
            return choice_rows(question, interaction, context)
        case TextEntry() | Reveal():
            return line_rows(question, context)
        case Numeric():
            return numeric_rows(question, interaction, context)
        case GapFill():
            return gap_rows(question, interaction, context)
        case Match():
            return match_rows(question, interaction, context)
        case Order():
            return order_rows(question, interaction, context)
        case ExtendedText():
            return extended_rows(question, interaction, context)
        case _:
            assert_never(interaction)
