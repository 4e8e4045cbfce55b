"""Two columns to match: premises with a box each, and lettered responses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from quizgen.model.assessment import Question
from quizgen.model.item import Match
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.item_frame import ItemContext, stem_rows
from quizgen.writers.pdf.documents.items.boxes import answer_box
from quizgen.writers.pdf.layout.blocks import (
    Row,
    gap,
    keep_together,
    prepend,
    side_by_side_cells,
    with_repeated_header,
)
from quizgen.writers.pdf.layout.display_list import DrawRule, EmptyTag
from quizgen.writers.pdf.layout.style import HAIR, TextStyle
from quizgen.writers.pdf.layout.tags import COLUMN_HEAD, Tag


def fits(match: Match, place: ItemContext) -> bool:
    """Whether each premise and response has room on one line."""
    typesetter, edition = place.typesetter, place.typesetter.edition
    last = max(len(match.premises), len(match.responses)) - 1
    label = typesetter.label_width(typesetter.words.letter(last)) + edition.label_gap
    room = _column(place) - label - edition.answer_box - edition.label_gap
    texts = (*match.premises, *match.responses)
    return not any(
        text.images or typesetter.width(text.plain, edition.body.font) > room for text in texts
    )


def match_rows(question: Question, match: Match, place: ItemContext) -> list[Row]:
    """The stem and the table; its head comes again where the table goes on overleaf."""
    edition = place.typesetter.edition
    table = Tag("Table", place.tag)
    head = _head(place, table)
    responses = [match.responses[index] for index in question.order]
    body: list[Row] = []
    for index, (premise, response) in enumerate(zip_longest(match.premises, responses)):
        cells = Tag("TR", table)
        left = _premise(index, premise, len(match.premises), place, Tag("TD", cells))
        right = _response(index, response, len(responses), place, Tag("TD", cells))
        lines = _side_by_side(left, right, edition.body)
        white = gap(edition.table_row_gap)
        body += [white, *lines[:-1], *keep_together([*lines[-1:], white]), _hairline(place)]
    return [
        *stem_rows(question.item.stem.runs, place),
        gap(edition.stem_to_options),
        *head,
        *with_repeated_header(body, [*_head(place, None), gap(edition.table_row_gap)]),
    ]


def _column(place: ItemContext) -> float:
    """The width of each of the two columns, in points."""
    return (place.frame.width - place.typesetter.edition.table_gutter) / 2


def _right(place: ItemContext) -> float:
    return place.frame.body + _column(place) + place.typesetter.edition.table_gutter


def _head(place: ItemContext, table: Tag | None) -> list[Row]:
    """The head of the columns; for the eye alone where `table` is None, as when repeated."""
    text_style = place.typesetter.edition.column_head
    row = Tag("TR", table) if table else None

    def cell(text: str, x: float) -> list[Row]:
        tag = Tag("TH", row, attributes=COLUMN_HEAD) if row else None
        return place.typesetter.rows((text,), text_style, x, _column(place), tag)

    words = place.typesetter.words
    left = cell(words.match_premises, place.frame.body)
    right = cell(words.match_responses, _right(place))
    return keep_together([*_side_by_side(left, right, text_style), _hairline(place)])


def _empty(text_style: TextStyle, tag: Tag) -> Row:
    """A cell with nothing in it: there are more premises than responses, or fewer."""
    return Row(text_style.leading, (EmptyTag(tag),), text_style.baseline)


def _side_by_side(left: Sequence[Row], right: Sequence[Row], text_style: TextStyle) -> list[Row]:
    return side_by_side_cells((left, right), Row(text_style.leading, baseline=text_style.baseline))


def _premise(index: int, text: Text | None, count: int, place: ItemContext, tag: Tag) -> list[Row]:
    """A box for the letter, the premise's number, and the premise; `count` is the last number."""
    edition, x = place.typesetter.edition, place.frame.body
    if text is None:
        return [_empty(edition.body, tag)]
    indent = edition.answer_box + edition.label_gap
    number = _Label(str(index + 1), place.typesetter.label_width(str(count)))
    # Content beside an element is read before it, whatever their order: so both are elements.
    said = Tag("P", tag)
    first, *rest = _labelled(number, text, place, x + indent, _column(place) - indent, said)
    letter = place.given[index].mark if place.given else ""
    return [prepend(answer_box(x, first.baseline, letter, place, tag), first), *rest]


def _response(index: int, text: Text | None, count: int, place: ItemContext, tag: Tag) -> list[Row]:
    if text is None:
        return [_empty(place.typesetter.edition.body, tag)]
    typesetter = place.typesetter
    widest = typesetter.label_width(typesetter.words.letter(count - 1))
    letter = _Label(typesetter.words.letter(index), widest)
    return _labelled(letter, text, place, _right(place), _column(place), tag)


class _Label(NamedTuple):
    """A letter or number, and how wide the widest of its column is, in points."""

    text: str
    width: float


def _labelled(
    label: _Label, text: Text, place: ItemContext, x: float, width: float, tag: Tag
) -> list[Row]:
    """`text` with `label` hanging at `x`."""
    typesetter = place.typesetter
    edition = typesetter.edition
    indent = label.width + edition.label_gap
    own, body = Tag("Lbl", tag), Tag("Span", tag)
    rows = typesetter.rows(text.runs, edition.body, x + indent, width - indent, body)
    first, *rest = rows or [Row(edition.body.leading, baseline=edition.body.baseline)]
    display_list = typesetter.line(label.text, edition.label.font, x, first.baseline, own)
    return [prepend(display_list, first), *rest]


def _hairline(place: ItemContext) -> Row:
    edition = place.typesetter.edition
    rule = DrawRule(place.frame.body, 0.0, place.frame.width, edition.hairline, HAIR)
    return Row(edition.hairline, (rule,))
