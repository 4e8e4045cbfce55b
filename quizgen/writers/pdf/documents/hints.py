"""Hints on paper: each below its question, or all at the end of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.model.assessment import Hints, Worksheet
from quizgen.model.hints import has_hints, hints_of_parts
from quizgen.model.item import Item
from quizgen.model.text import Run, Text
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.page_chrome import section_blocks
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, height, keep_together, prepend
from quizgen.writers.pdf.layout.display_list import DisplayItem, UpsideDown, lowered
from quizgen.writers.pdf.layout.pagination import TextArea
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

PART_DASH = " \u2013 "
"""Between a part of a question and its hint."""

_MAX_TURNED_SHARE, _MAX_WHOLE_SHARE = 0.8, 0.9
"""Of a page's height: so much is turned round at once, and stands on one page. The last hint of it
may take more, and is parted where a heading would have no room. By eye."""


def hint_rows(item: Item, context: ItemContext) -> list[Row]:
    """Return the hints of `item` in small type, to stand below it; no rows if it has none."""
    typesetter, columns = context.typesetter, context.columns
    opening, closing = typesetter.words.hint_below
    rows: list[Row] = []
    for runs in _hints(item):
        style, tag = typesetter.edition.aside, Tag("P", context.tag)
        rows += typesetter.rows((opening, *runs, closing), style, columns.body, columns.stem, tag)
    return [gap(typesetter.edition.stem_to_boxes), *keep_together(rows)] if rows else []


def _hints(item: Item) -> list[tuple[Run, ...]]:
    """Return the hint of `item`, and those of its parts, each behind its part."""
    whole = [item.hint.runs] if item.hint else []
    parts = hints_of_parts(item.interaction)
    return [*whole, *((*part.runs, PART_DASH, *hint.runs) for part, hint in parts)]


def hint_blocks(
    worksheet: Worksheet, area: TextArea, typesetter: Typesetter, root: Tag
) -> Iterator[Block]:
    """Yield the hints of `worksheet` under a heading, each behind the number of its question.

    The heading is never upside down: it says what is. Where a page has no room for it, the last
    question goes along to the next one.
    """
    hinted = [question for question in worksheet.questions if has_hints(question.item)]
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
        label, body = Tag("Lbl", entry), Tag("LBody", entry)
        text_width = min(area.width - start, edition.measure)
        first, *rest = [
            row
            for runs in _hints(question.item)
            for row in typesetter.rows(runs, edition.body, start, text_width, body)
        ]
        number = typesetter.line(
            question.label, edition.label.font, numbers, first.baseline, label, right=True
        )
        rows += [prepend(number, first), *rest]
    if worksheet.printing.hints is Hints.UPSIDE_DOWN:
        rows = list(_upside_down(rows, area, listing))
    block = Block(tuple(rows), edition.heading_gap, spans_columns=True, breakable=True)
    title = Text((typesetter.words.hints,))
    heading, *others = section_blocks(title, None, [block], area.width, typesetter, root)
    yield replace(heading, keep_with_previous=True)
    yield from others


def _upside_down(rows: list[Row], area: TextArea, listing: Tag) -> Iterator[Row]:
    """Yield `rows` upside down: all in one, or as many on each page as it can hold.

    Whoever turns the sheet round reads them from the first on.
    """
    part: list[Row] = []
    for row in rows:
        is_gap = not row.display_list
        if is_gap:
            is_full = height(part) > _MAX_TURNED_SHARE * area.height
        else:
            is_full = height(part) + row.height > _MAX_WHOLE_SHARE * area.height
        if part and is_full:
            yield _turned(part, area.width, listing)
            part = []
        if part or not is_gap:
            part.append(row)
    yield _turned(part, area.width, listing)


def _turned(rows: list[Row], width: float, listing: Tag) -> Row:
    items: list[DisplayItem] = []
    for index, row in enumerate(rows):
        items += lowered(row.display_list, height(rows[:index]))
    whole = height(rows)
    return Row(whole, (UpsideDown(0.0, 0.0, width, whole, tuple(items), listing),))
