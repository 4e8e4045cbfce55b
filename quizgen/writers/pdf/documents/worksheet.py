"""The layout of a worksheet, for pupils or with answers in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TypeAlias

from quizgen.model.assessment import Hints, Question, Worksheet
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
from quizgen.writers.pdf.layout.pagination import paginate
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

AnswerLines: TypeAlias = Callable[[Question, PassageLines | None], Sequence[AnswerLine]]
"""What gives the lines of the key to print with a question; the passage's lines are cited."""


def worksheet_document(worksheet: Worksheet, language: str, typesetter: Typesetter) -> Document:
    """Return `worksheet` for pupils: nothing on it depends on which answers are right."""
    form = form_name(worksheet, typesetter)
    return lay_out_worksheet(worksheet, form, language, typesetter, lambda *_: ())


def worksheet_documents(
    forms: Sequence[Worksheet], language: str, typesetter: Typesetter
) -> Iterator[Document]:
    """Yield all `forms` of a worksheet for pupils, the first with the title of the whole file."""
    words = typesetter.words
    title = words.titled(forms[0].title.plain, words.all_forms(forms[0].form, forms[-1].form))
    for form in forms:
        of_form = worksheet_document(form, language, typesetter)
        yield replace(of_form, title=title) if form is forms[0] else of_form


def lay_out_worksheet(
    worksheet: Worksheet,
    form: str,
    language: str,
    typesetter: Typesetter,
    answer_lines: AnswerLines,
) -> Document:
    """Return `worksheet`, called `form`, with the `answer_lines` of each question at its item."""
    columns = _columns(worksheet, form, typesetter, answer_lines)
    blocks = _blocks(worksheet, form, columns, typesetter, answer_lines)
    title = worksheet.title.plain
    if worksheet.pupil:  # on each page: they are taken apart to be copied and marked
        title = f"{isolated(worksheet.pupil.name)} · {isolated(title)}"
    return document(title, form, worksheet, language, blocks, typesetter, columns)


def _columns(
    worksheet: Worksheet, form: str, typesetter: Typesetter, answer_lines: AnswerLines
) -> int:
    """Return in how many columns to set `worksheet`: no more than take the fewest pages."""
    edition = typesetter.edition

    def pages(columns: int) -> int:
        blocks = _blocks(worksheet, form, columns, typesetter, answer_lines)
        area = text_area(worksheet.printing.paper, edition, columns)
        return sum(1 for _ in paginate(blocks, area))

    if edition.columns == 1:
        return 1
    count = pages(edition.columns)
    takes_more = count > 1 and count > pages(1)  # nothing takes less than one page
    return 1 if takes_more else edition.columns


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
        context = context._replace(hints=hints is Hints.BELOW)
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
