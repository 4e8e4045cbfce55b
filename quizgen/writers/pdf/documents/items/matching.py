"""The layout of a match: premises with a box each, and beside them the lettered responses.

To the eye it is a table, yet what stands in a row does not belong together. So a screen reader
hears two lists: all premises, then all responses.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from quizgen.model.assessment import Question
from quizgen.model.item import Match
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import stem_rows
from quizgen.writers.pdf.documents.items.boxes import answer_box, answer_box_width, list_box
from quizgen.writers.pdf.layout.blocks import (
    Row,
    gap,
    keep_together,
    prepend,
    side_by_side_cells,
    with_repeated_header,
    without_lonely_rows,
)
from quizgen.writers.pdf.layout.display_list import DrawRule
from quizgen.writers.pdf.layout.style import HAIR, TextStyle
from quizgen.writers.pdf.layout.tags import LETTERED, NUMBERED, Tag


def match_fits_column(match: Match, context: ItemContext) -> bool:
    """Return whether each premise and response of `match` fits on one line of its column."""
    typesetter, edition = context.typesetter, context.typesetter.edition
    last = max(len(match.premises), len(match.responses)) - 1
    label = typesetter.label_width(typesetter.words.letter(last)) + edition.label_gap
    available_width = _column_width(context) - label
    available_width -= answer_box_width(context) + edition.label_gap
    texts = (*match.premises, *match.responses)
    return not any(
        text.images or typesetter.width(text.plain, edition.body.font) > available_width
        for text in texts
    )


class _Lists(NamedTuple):
    """The structure elements of both columns."""

    premises: Tag
    responses: Tag


def match_rows(question: Question, match: Match, context: ItemContext) -> list[Row]:
    """Return the stem and both columns, whose head is repeated where they go on overleaf."""
    edition = context.typesetter.edition
    premises = Tag("L", context.tag, attributes=NUMBERED)
    lists = _Lists(premises, Tag("L", context.tag, attributes=LETTERED, after=premises))
    head = _head(context, lists)
    responses = [match.responses[index] for index in question.order]
    body: list[Row] = []
    for index, (premise, response) in enumerate(zip_longest(match.premises, responses)):
        left = _premise(index, premise, match, context, lists.premises)
        right = _response(index, response, len(responses), context, lists.responses)
        lines = _side_by_side(left, right, edition.body)
        space = gap(edition.table_row_gap)
        body += [space, *lines[:-1], *keep_together([*lines[-1:], space]), _hairline(context)]
    return [
        *stem_rows(question.item.stem.runs, context),
        gap(edition.stem_to_options),
        *head,
        *with_repeated_header(
            without_lonely_rows(body), [*_head(context, None), gap(edition.table_row_gap)]
        ),
    ]


def _column_width(context: ItemContext) -> float:
    """Return the width of each of the two columns, in points."""
    return (context.columns.width - context.typesetter.edition.table_gutter) / 2


def _responses_x(context: ItemContext) -> float:
    """Return where the column of responses begins, in points."""
    return context.columns.body + _column_width(context) + context.typesetter.edition.table_gutter


def _head(context: ItemContext, lists: _Lists | None) -> list[Row]:
    """Return the heads of both columns; without tags if `lists` is None, as when repeated."""
    text_style = context.typesetter.edition.column_head

    def cell(text: str, x: float, listing: Tag | None) -> list[Row]:
        tag = Tag("Caption", listing) if listing else None
        return context.typesetter.rows((text,), text_style, x, _column_width(context), tag)

    words = context.typesetter.words
    left = cell(words.match_premises, context.columns.body, lists and lists.premises)
    right = cell(words.match_responses, _responses_x(context), lists and lists.responses)
    return keep_together([*_side_by_side(left, right, text_style), _hairline(context)])


def _empty_cell(text_style: TextStyle) -> Row:
    """Return an empty cell, for the shorter of the two columns."""
    return Row(text_style.leading, baseline=text_style.baseline)


def _side_by_side(left: Sequence[Row], right: Sequence[Row], text_style: TextStyle) -> list[Row]:
    return side_by_side_cells((left, right), Row(text_style.leading, baseline=text_style.baseline))


def _premise(
    index: int, text: Text | None, match: Match, context: ItemContext, listing: Tag
) -> list[Row]:
    """Return a premise of `match` with a box and its number."""
    edition, x = context.typesetter.edition, context.columns.body
    if text is None:
        return [_empty_cell(edition.body)]
    indent = answer_box_width(context) + edition.label_gap
    widest = context.typesetter.label_width(str(len(match.premises)))
    number = _Label(str(index + 1), widest)
    entry = Tag("LI", listing)
    body = Tag("LBody", entry)
    first, *rest = _labelled(
        number, text, context, x + indent, _column_width(context) - indent, body
    )
    if context.fields:
        letters = [context.typesetter.words.letter(n) for n in range(len(match.responses))]
        part = f"{index + 1} {text.plain}"
        box = list_box(x, first.baseline, index + 1, part, letters, context, body)
    else:
        letter = context.answers[index].written if context.answers else ""
        box = answer_box(x, first.baseline, letter, context, body)
    return [first._replace(display_list=(*first.display_list, *box)), *rest]


def _response(
    index: int, text: Text | None, count: int, context: ItemContext, listing: Tag
) -> list[Row]:
    """Return a response with its letter; `count` is the number of responses."""
    if text is None:
        return [_empty_cell(context.typesetter.edition.body)]
    typesetter = context.typesetter
    widest = typesetter.label_width(typesetter.words.letter(count - 1))
    letter = _Label(typesetter.words.letter(index), widest)
    body = Tag("LBody", Tag("LI", listing))
    return _labelled(letter, text, context, _responses_x(context), _column_width(context), body)


class _Label(NamedTuple):
    """A letter or number, and the width of the widest in its column, in points."""

    text: str
    width: float


def _labelled(
    label: _Label, text: Text, context: ItemContext, x: float, width: float, body: Tag
) -> list[Row]:
    """Return `text` indented by the width of its column's labels, with `label` at `x`.

    `body` is the part of an entry of a list that stands behind its label.
    """
    typesetter = context.typesetter
    edition = typesetter.edition
    indent = label.width + edition.label_gap
    # Content beside an element is read before it, whatever their order: so the box of an answer
    # and the text are elements.
    label_tag, text_tag = Tag("Lbl", body.parent), Tag("P", body)
    rows = typesetter.rows(text.runs, edition.body, x + indent, width - indent, text_tag)
    first, *rest = rows or [Row(edition.body.leading, baseline=edition.body.baseline)]
    display_list = typesetter.line(label.text, edition.label.font, x, first.baseline, label_tag)
    return [prepend(display_list, first), *rest]


def _hairline(context: ItemContext) -> Row:
    edition = context.typesetter.edition
    rule = DrawRule(context.columns.body, 0.0, context.columns.width, edition.hairline, HAIR)
    return Row(edition.hairline, (rule,))
