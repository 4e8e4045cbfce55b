"""An answer key, laid out: a grid to mark by, then each answer with its reasons and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank
from quizgen.writers.pdf.documents.answer_grid import answer_grid
from quizgen.writers.pdf.documents.answer_rows import answer_rows
from quizgen.writers.pdf.documents.answers import AnswerLine, answer_lines
from quizgen.writers.pdf.documents.item_context import ItemColumns
from quizgen.writers.pdf.documents.item_layout import QuestionEntry, item_columns, with_number
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    form_name,
    form_rows,
    passage_width,
    section_blocks,
    text_area,
    title_rows,
)
from quizgen.writers.pdf.documents.passage import break_passages
from quizgen.writers.pdf.layout.blocks import Block
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def key_document(worksheet: Worksheet, bank: Bank, typesetter: Typesetter) -> Document:
    """Return the answer key of `worksheet`, with the letters of this form."""
    opening, closing = typesetter.words.key_title
    title = f"{opening}{worksheet.title.plain}{closing}"
    form = form_name(worksheet, typesetter)
    blocks = _blocks(worksheet, form, bank, typesetter)
    return document(title, form, worksheet, bank.language, blocks, typesetter)


def _blocks(worksheet: Worksheet, form: str, bank: Bank, typesetter: Typesetter) -> Iterator[Block]:
    root = Tag("Document")
    edition = typesetter.edition
    width = text_area(worksheet.printing.paper, edition).width
    yield key_head(worksheet, form, width, typesetter, root)
    yield Block(tuple(answer_grid(worksheet.questions, width, typesetter, root)), edition.title_gap)
    columns = item_columns(worksheet.questions, width, typesetter, edition.key_label_gap)
    passages = break_passages(worksheet, passage_width(worksheet), typesetter)
    for section in worksheet.sections:
        listing = Tag("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                _entry(
                    question,
                    answer_lines(
                        question,
                        bank.passage_of(question.item),
                        typesetter.words,
                        passages.get(question.item.bank),
                    ),
                    columns,
                    typesetter,
                    listing,
                )
                for question in section.questions
            ),
            width,
            typesetter,
            root,
        )


def key_head(
    worksheet: Worksheet, forms: str, width: float, typesetter: Typesetter, root: Tag
) -> Block:
    """Return the title of the key for `forms`, and to which edition the numbers of lines belong."""
    opening, closing = typesetter.words.key_title
    title = (opening, *worksheet.title.runs, closing)
    rows = [*form_rows(forms, typesetter, root), *title_rows(title, width, typesetter, root)]
    first, *others = worksheet.printing.editions
    if worksheet.passages and others:
        edition_note = typesetter.words.lines_of(first.value)
        rows += typesetter.rows(
            (edition_note,), typesetter.edition.source, 0.0, width, Tag("P", root)
        )
    return Block(tuple(rows), keep_with_next=True)


def _entry(
    question: Question,
    lines: Iterable[AnswerLine],
    columns: ItemColumns,
    typesetter: Typesetter,
    listing: Tag,
) -> Block:
    """Return `lines` beside the number of `question`, as an entry of `listing`."""
    entry = QuestionEntry.in_list(listing, question, columns, typesetter)
    rows = answer_rows(list(lines), columns, typesetter, entry.body)
    return Block(tuple(with_number(rows, entry)), typesetter.edition.key_gap)
