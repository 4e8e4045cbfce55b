"""Hints on paper: each below its question, or all at the end of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Worksheet
from quizgen.model.item import Item
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.page_chrome import section_blocks
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, keep_together, prepend
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def hint_rows(item: Item, context: ItemContext) -> list[Row]:
    """Return the hint of `item` in small type, to stand below it; no rows if it has none."""
    if item.hint is None:
        return []
    typesetter, columns = context.typesetter, context.columns
    opening, closing = typesetter.words.hint_below
    runs = (opening, *item.hint.runs, closing)
    style, tag = typesetter.edition.aside, Tag("P", context.tag)
    rows = typesetter.rows(runs, style, columns.body, columns.stem, tag)
    return [gap(typesetter.edition.stem_to_boxes), *keep_together(rows)]


def hint_blocks(
    worksheet: Worksheet, width: float, typesetter: Typesetter, root: Tag
) -> Iterator[Block]:
    """Yield the hints of `worksheet` under a heading, each behind the number of its question."""
    hinted = [question for question in worksheet.questions if question.item.hint]
    if not hinted:
        return
    edition = typesetter.edition
    listing = Tag("L", root, attributes=NUMBERED)
    numbers = max(typesetter.width(question.label, edition.label.font) for question in hinted)
    start = numbers + edition.label_gap
    rows: list[Row] = []
    for question in hinted:
        if rows:
            rows.append(gap(edition.option_gap)._replace(keep_with_next=False))
        entry = Tag("LI", listing)
        label = Tag("Lbl", entry)
        text_width = min(width - start, edition.measure)
        assert question.item.hint is not None, "these questions have hints"
        runs = question.item.hint.runs
        first, *rest = typesetter.rows(runs, edition.body, start, text_width, Tag("LBody", entry))
        number = typesetter.line(
            question.label, edition.label.font, numbers, first.baseline, label, right=True
        )
        rows += [prepend(number, first), *rest]
    block = Block(tuple(rows), edition.heading_gap, spans_columns=True, breakable=True)
    yield from section_blocks(
        Text((typesetter.words.hints,)), None, [block], width, typesetter, root
    )
