"""The space for an answer by hand: lines, a frame, squares, or white."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import assert_never

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.writers.pdf.documents.form_fields import MAX_AREA_HEIGHT, QuestionFields
from quizgen.writers.pdf.documents.frames import open_frame
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import field_on_line, writing_row
from quizgen.writers.pdf.layout.blocks import Row, as_group, gap, prepend
from quizgen.writers.pdf.layout.blocks import height as total_height
from quizgen.writers.pdf.layout.display_list import DrawBox, DrawRule, FormField
from quizgen.writers.pdf.layout.style import HAIR, MM, WHITE
from quizgen.writers.pdf.layout.tags import Tag

_USUAL_LINES = 4
"""A frame, squares or white as high as so many lines, for a short answer: by eye."""


def answer_space_rows(space: AnswerSpace, usual_lines: int, context: ItemContext) -> list[Row]:
    """Return the rows of `space`, as wide as the item; `usual_lines` high if it does not say.

    A screen reader is told of one blank. No page ends before the second line or the last. What
    has no lines is parted only where no page can hold it.
    """
    if context.fields:
        return _field_rows(space, usual_lines, context, context.fields)
    edition, tag = context.typesetter.edition, context.typesetter.blank(context.tag)
    line = edition.writing_line
    count = space.lines or usual_lines
    match space.kind:
        case SpaceKind.LINES:
            if space.height is not None:
                count = max(1, int(space.height * MM / line))
            return list(_lines(count, tag, context))
        case SpaceKind.BOX | SpaceKind.SQUARES | SpaceKind.BLANK:
            height = line * (space.lines or max(usual_lines, _USUAL_LINES))
            if space.height is not None:
                height = space.height * MM
            return [gap(edition.stem_to_boxes), *as_group(_area(space.kind, height, tag, context))]
        case _:
            assert_never(space.kind)


def _field_rows(
    space: AnswerSpace, usual_lines: int, context: ItemContext, fields: QuestionFields
) -> list[Row]:
    """Return the rows of `space` with a field over it: a frame takes the place of several lines.

    No page ends within it: it is no higher than a page can hold.
    """
    columns, edition = context.columns, context.typesetter.edition
    line, count = edition.writing_line, space.lines or usual_lines
    if space.kind is SpaceKind.LINES and space.height is not None:
        count = max(1, int(space.height * MM / line))
    if space.kind is SpaceKind.LINES and count == 1:
        row = writing_row(columns.body, columns.width, edition, None)
        rule = line - 1
        field = field_on_line(columns.body, rule, columns.width, fields.typed(), context.tag)
        return [prepend((field,), row)]
    height = line * max(count, _USUAL_LINES)
    if space.kind is not SpaceKind.LINES and space.height is not None:
        height = space.height * MM
    kind = SpaceKind.SQUARES if space.kind is SpaceKind.SQUARES else SpaceKind.BOX
    first, *rest = _area(kind, min(height, MAX_AREA_HEIGHT), None, context)
    field = FormField(
        columns.body,
        0.0,
        columns.width,
        first.height + total_height(rest),
        fields.typed(lines=True),
        Tag("Form", context.tag),
    )
    return [gap(edition.stem_to_boxes), *as_group([prepend((field,), first), *rest])]


def _lines(count: int, tag: Tag, context: ItemContext) -> Iterator[Row]:
    columns, edition = context.columns, context.typesetter.edition
    for index in range(count):
        keeps = count > 1 and index in (0, count - 2)
        blank_tag = None if index else tag
        yield writing_row(columns.body, columns.width, edition, blank_tag, keeps)


def _area(kind: SpaceKind, height: float, tag: Tag | None, context: ItemContext) -> list[Row]:
    """Return an area for an answer, at least `height` points high, in rows to part it between."""
    columns, edition = context.columns, context.typesetter.edition
    if kind is SpaceKind.SQUARES:
        side = edition.square
        across, down = int(columns.width / side), math.ceil(height / side - 0.01)
        verticals = [
            DrawBox(
                columns.body + n * side - edition.hairline / 2, 0.0, edition.hairline, side, 0, HAIR
            )
            for n in range(1, across)
        ]
        rule = DrawRule(columns.body, side, across * side, edition.hairline, HAIR)
        rows = [Row(side, (*verticals, rule))] * (down - 1) + [Row(side, tuple(verticals))]
        return open_frame(rows, columns.body, across * side, edition.writing_stroke, tag)
    count = max(1, round(height / edition.writing_line))
    rows = [Row(height / count)] * count
    if kind is SpaceKind.BOX:
        return open_frame(rows, columns.body, columns.width, edition.writing_stroke, tag)
    # White lines: what draws nothing would be left out at the head of a page.
    rule = DrawRule(columns.body, 0.0, columns.width, edition.hairline, WHITE)
    first = Row(height / count, (rule._replace(tag=tag),))
    return [first, *[Row(height / count, (rule,))] * (count - 1)]
