"""The layout of a worksheet, for pupils or with answers in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TypeAlias

from quizgen.model.assessment import Hints, Question, Worksheet
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.translations.translations import isolated
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.documents.blank_lengths import blank_lengths
from quizgen.writers.pdf.documents.glossary import glossary_blocks
from quizgen.writers.pdf.documents.hints import hint_blocks
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import item_columns
from quizgen.writers.pdf.documents.items import item_block
from quizgen.writers.pdf.documents.line_citations import line_citation
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    form_name,
    section_blocks,
    text_area,
)
from quizgen.writers.pdf.documents.passage import PassageLines, break_passages, passage_blocks
from quizgen.writers.pdf.documents.score_table import score_block
from quizgen.writers.pdf.documents.section_items import item_blocks
from quizgen.writers.pdf.documents.sheet_head import head_rows
from quizgen.writers.pdf.documents.word_bank import word_bank_block
from quizgen.writers.pdf.layout.blocks import Block
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import TextArea, paginate
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

AnswerLines: TypeAlias = Callable[[Question, PassageLines | None], Sequence[AnswerLine]]
"""What gives the lines of the key to print with a question; the passage's lines are cited."""


class SheetLayout(NamedTuple):
    """A sheet that is set, and not yet divided into pages: its `blocks` stand in `columns`."""

    columns: int
    blocks: Callable[[], Iterable[Block]]

    def page_count(self, area: TextArea) -> int:
        """Return on how many pages with `area` the sheet stands."""
        return sum(1 for _ in paginate(self.blocks(), area))

    def kept(self) -> SheetLayout:
        """Return the sheet with its blocks kept from the first time that they are set."""
        return self._replace(blocks=_kept(self.blocks))


def worksheet_document(
    worksheet: Worksheet,
    language: str,
    typesetter: Typesetter,
    longer_by: float = 0.0,
    layout: SheetLayout | None = None,
) -> Document:
    """Return `worksheet` for pupils: nothing on it depends on which answers are right.

    Its pages have room for `longer_by` points more than those of other documents. `layout` is that
    of `sheet_layout`, if it is there already.
    """
    form = form_name(worksheet, typesetter)
    layout = layout or sheet_layout(worksheet, form, typesetter)
    return _document(worksheet, form, language, typesetter, layout, longer_by)


def no_answers(question: Question, passage_lines: PassageLines | None) -> Sequence[AnswerLine]:
    """Return no lines: pupils see no answers."""
    return ()


def lay_out_worksheet(
    worksheet: Worksheet,
    form: str,
    language: str,
    typesetter: Typesetter,
    answer_lines: AnswerLines,
) -> Document:
    """Return `worksheet`, called `form`, with the `answer_lines` of each question at its item."""
    layout = sheet_layout(worksheet, form, typesetter, answer_lines)
    return _document(worksheet, form, language, typesetter, layout)


def _document(
    worksheet: Worksheet,
    form: str,
    language: str,
    typesetter: Typesetter,
    layout: SheetLayout,
    longer_by: float = 0.0,
) -> Document:
    columns, blocks = layout
    title = worksheet.title.plain
    if worksheet.pupil:  # on each page: they are taken apart to be copied and marked
        title = f"{isolated(worksheet.pupil.name)} · {isolated(title)}"
    area = text_area(worksheet.printing.paper, typesetter.edition, columns)
    area = area._replace(height=area.height + longer_by)
    return document(title, form, worksheet, language, blocks(), typesetter, area)


def sheet_layout(
    worksheet: Worksheet, form: str, typesetter: Typesetter, answer_lines: AnswerLines = no_answers
) -> SheetLayout:
    """Return `worksheet`, set in the columns of its edition, or in one if they take more pages."""
    edition = typesetter.edition

    def layout(columns: int) -> SheetLayout:
        def blocks() -> Iterator[Block]:
            return _blocks(worksheet, form, columns, typesetter, answer_lines)

        return SheetLayout(columns, _kept(blocks) if edition.columns > 1 else blocks)

    def page_count(layout: SheetLayout) -> int:
        return layout.page_count(text_area(worksheet.printing.paper, edition, layout.columns))

    several = layout(edition.columns)
    if several.columns == 1 or (count := page_count(several)) == 1:
        return several  # nothing takes less than one page
    one = layout(1)
    return one if page_count(one) < count else several


_MAX_KEPT = 1000
"""Blocks of a sheet that are kept until it is known how many columns it has; those of a longer one
are set anew, so that it is never in memory as a whole."""


def _kept(make: Callable[[], Iterable[Block]]) -> Callable[[], Iterable[Block]]:
    """Return a function that gives the blocks of `make`, kept from the first time."""
    kept: list[Block] = []

    def blocks() -> Iterable[Block]:
        if not kept:
            kept.extend(islice(make(), _MAX_KEPT + 1))
        return kept if len(kept) <= _MAX_KEPT else make()

    return blocks


def _blocks(
    worksheet: Worksheet,
    form: str,
    columns: int,
    typesetter: Typesetter,
    answer_lines: AnswerLines,
) -> Iterator[Block]:
    """Yield the blocks of `worksheet` in so many `columns`."""
    root = Tag("Document")
    edition = typesetter.edition
    area = text_area(worksheet.printing.paper, edition, columns)
    narrow, wide = (
        item_columns(worksheet.questions, width, typesetter, edition.label_gap)
        for width in (area.column_width, area.width)
    )
    yield Block(tuple(head_rows(worksheet, form, area.width, typesetter, root)), spans_columns=True)
    if scores := score_block(worksheet, area.width, typesetter, root):
        yield scores
    passages = break_passages(worksheet, area.width, typesetter, root)
    if worksheet.passage:
        yield from passage_blocks(passages[""], area.width, typesetter)
    yield from glossary_blocks(worksheet.glossary, area.width, typesetter, root)
    hints = worksheet.printing.hints
    for section in worksheet.sections:
        for bank_name, _ in section.passages:
            yield from passage_blocks(passages[bank_name], area.width, typesetter)
        listing = Tag("L", root, attributes=NUMBERED)
        context = ItemContext(typesetter, narrow, blank_lengths(section, typesetter), listing)
        context = context._replace(hints=hints is Hints.BELOW, fillable=worksheet.printing.fillable)
        wide_context = context._replace(columns=wide)
        bank = [word_bank_block(section.words, area, typesetter, root)] if section.words else []

        def set_item(question: Question, narrow_context: ItemContext, across: ItemContext) -> Block:
            passage_lines = passages.get(question.item.bank)
            lines = answer_lines(question, passage_lines)
            citation = line_citation(question, passage_lines, typesetter.words)
            return item_block(question, narrow_context, across, lines, citation)

        items = item_blocks(section, context, wide_context, area, set_item)
        head = section.title, section.instructions
        blocks = section_blocks(*head, chain(bank, items), area.width, typesetter, root)
        if section.starts_page:
            blocks = chain((replace(one, starts_page=True) for one in islice(blocks, 1)), blocks)
        yield from blocks
    if hints in (Hints.END, Hints.UPSIDE_DOWN):
        yield from hint_blocks(worksheet, area, typesetter, root)
