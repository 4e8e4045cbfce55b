"""A worksheet, laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from quizgen.model.assessment import Question, Worksheet
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.documents.glossary import glossary_blocks
from quizgen.writers.pdf.documents.item_frame import ItemContext, blank_length, frame
from quizgen.writers.pdf.documents.items import question_block
from quizgen.writers.pdf.documents.line_citations import Citing
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    form_name,
    head_rows,
    section_blocks,
    text_area,
)
from quizgen.writers.pdf.documents.passage import passage_blocks
from quizgen.writers.pdf.documents.word_bank import word_bank_block
from quizgen.writers.pdf.layout.blocks import Block
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def sheet(worksheet: Worksheet, language: str, typesetter: Typesetter) -> Document:
    """What pupils get: nothing on it depends on which answers are right."""
    return laid_out(worksheet, form_name(worksheet, typesetter), language, typesetter, lambda _: ())


def laid_out(
    worksheet: Worksheet,
    form: str,
    language: str,
    typesetter: Typesetter,
    said: Callable[[Question], Sequence[AnswerLine]],
) -> Document:
    """The sheet, called `form`, with all that is `said` about a question at its place."""
    blocks = _blocks(worksheet, form, typesetter, said)
    columns = typesetter.edition.columns
    return document(worksheet.title.plain, form, worksheet, language, blocks, typesetter, columns)


def _blocks(
    worksheet: Worksheet,
    form: str,
    typesetter: Typesetter,
    said: Callable[[Question], Sequence[AnswerLine]],
) -> Iterator[Block]:
    root = Tag("Document")
    edition = typesetter.edition
    area = text_area(worksheet.printing.paper, edition, edition.columns)
    narrow, wide = (
        frame(worksheet.questions, width, typesetter, edition.label_gap)
        for width in (area.column_width, area.width)
    )
    yield Block(tuple(head_rows(worksheet, form, area.width, typesetter, root)), spans_columns=True)
    yield from passage_blocks(worksheet, typesetter, root)
    yield from glossary_blocks(worksheet.glossary, area.width, typesetter, root)
    citing = Citing(worksheet, typesetter)
    for section in worksheet.sections:
        listing = Tag("L", root, attributes=NUMBERED)
        place = ItemContext(typesetter, narrow, blank_length(section, typesetter), listing)
        across = place._replace(frame=wide)
        bank = [word_bank_block(section.words, area, typesetter, root)] if section.words else []
        items = (
            question_block(question, place, across, said(question), citing.of(question))
            for question in section.questions
        )
        head = section.title, section.instructions
        yield from section_blocks(*head, chain(bank, items), area.width, typesetter, root)
