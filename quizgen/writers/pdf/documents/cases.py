"""Cases on a sheet: what their questions share stands above them, and no page parts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from quizgen.model.assessment import Question
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.picture_beside import parted, rows_beside
from quizgen.writers.pdf.layout.blocks import Block, Row, prepend, without_widows
from quizgen.writers.pdf.layout.pagination import TextArea
from quizgen.writers.pdf.layout.tags import Tag

_MOST_WHOLE = 0.75
"""The part of a page that a case takes at most to stand on one page whole: by eye. A longer one
would leave too much of the page before it empty."""

_BELOW_STEM = 0.6
"""The part of the space between questions that stands between a stem and its first: by eye."""


def with_cases(
    entries: Iterable[tuple[Question, Block]], wide: ItemContext, area: TextArea
) -> Iterator[Block]:
    """Yield the blocks of `entries`, below the stem of each case, which is set in `wide`.

    A stem stays with the first of its questions. A case, and a group of questions, is on one page
    where it is short enough and the page has one column.
    """
    for case, run in groupby(entries, key=lambda entry: entry[0].item.case):
        if case is None:
            yield from (block for _, block in run)
            continue
        several = list(run)
        blocks = [block for _, block in several]
        if case.stem is not None:
            near = blocks[0].space_above * _BELOW_STEM
            blocks[0] = replace(blocks[0], space_above=near)
            blocks.insert(0, _stem_block(several[0][0], case.stem, wide))
        total = sum(block.height + block.space_above for block in blocks)
        if area.columns == 1 and total <= _MOST_WHOLE * area.height:
            blocks[:-1] = [replace(block, keep_with_next=True) for block in blocks[:-1]]
        yield from blocks


def _stem_block(first: Question, stem: Text, context: ItemContext) -> Block:
    """Return `stem` beside the number of its case, whose first question is `first`."""
    typesetter, columns = context.typesetter, context.columns
    edition = typesetter.edition
    entry = Tag("LI", context.tag)
    label, body = Tag("Lbl", entry), Tag("LBody", entry)
    text, picture = parted(stem.runs)
    inside = context._replace(tag=body, columns=columns._replace(stem=columns.below))

    def set_rows(context: ItemContext) -> list[Row]:
        width = context.columns.below
        return typesetter.rows(text, edition.body, columns.body, width, Tag("P", body))

    rows = rows_beside(picture, inside, set_rows) if picture else set_rows(inside)
    if not rows:  # marks alone, without a letter to stand on: they stand on a circle
        text = ("\N{DOTTED CIRCLE}", *text)
        rows = set_rows(inside)
    top, *rest = rows
    number = typesetter.line(
        str(first.number), edition.label.font, columns.number, top.baseline, label, right=True
    )
    lines = without_widows([prepend(number, top), *rest])
    return Block(tuple(lines), edition.item_gap, keep_with_next=True, spans_columns=True)
