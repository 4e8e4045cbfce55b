"""An answer key, laid out: a grid to mark by, then each answer with its reasons and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank, Passage
from quizgen.writers.pdf.documents.answer_rows import answer_rows
from quizgen.writers.pdf.documents.answers import AnswerLine, answer_lines
from quizgen.writers.pdf.documents.item_layout import (
    ItemColumns,
    QuestionEntry,
    item_columns,
    with_number,
)
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    form_name,
    form_rows,
    section_blocks,
    text_area,
    title_rows,
)
from quizgen.writers.pdf.documents.passage import break_passage
from quizgen.writers.pdf.documents.short_answer import short_answer
from quizgen.writers.pdf.layout.blocks import Block, Row
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawRule
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.style import HAIR
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def key_document(worksheet: Worksheet, bank: Bank, typesetter: Typesetter) -> Document:
    """Return the answer key of `worksheet`, with the letters of this form."""
    opening, closing = typesetter.words.key_title
    title = f"{opening}{worksheet.title.plain}{closing}"
    form = form_name(worksheet, typesetter)
    blocks = _blocks(worksheet, form, bank.passage, typesetter)
    return document(title, form, worksheet, bank.language, blocks, typesetter)


def _blocks(
    worksheet: Worksheet, form: str, passage: Passage | None, typesetter: Typesetter
) -> Iterator[Block]:
    root = Tag("Document")
    edition = typesetter.edition
    width = text_area(worksheet.printing.paper, edition).width
    yield key_head(worksheet, form, width, typesetter, root)
    yield Block(tuple(answer_grid(worksheet.questions, width, typesetter, root)), edition.title_gap)
    columns = item_columns(worksheet.questions, width, typesetter, edition.key_label_gap)
    passage_lines = break_passage(worksheet.passage, width, typesetter)
    for section in worksheet.sections:
        listing = Tag("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                _entry(
                    question,
                    answer_lines(question, passage, typesetter.words, passage_lines),
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
    if worksheet.passage and others:
        edition_note = typesetter.words.lines_of(first.value)
        rows += typesetter.rows(
            (edition_note,), typesetter.edition.source, 0.0, width, Tag("P", root)
        )
    return Block(tuple(rows), keep_with_next=True)


def answer_grid(
    questions: Sequence[Question], width: float, typesetter: Typesetter, root: Tag
) -> Iterator[Row]:
    """Yield rows with the number and the short answer of each question, several on a row."""
    edition = typesetter.edition
    listing = Tag("L", root, attributes=NUMBERED)
    rule = DrawRule(0.0, 0.0, width, edition.hairline, HAIR)
    yield Row(0.0, (rule,))
    height, cell = edition.grid_row, width / edition.grid_columns
    y = height / 2 + 0.24 * edition.label.font.size
    last = str(questions[-1].number) if questions else ""
    number = typesetter.width(last, edition.aside.font) + edition.label_gap
    for first in range(0, len(questions), edition.grid_columns):
        display_list: list[DisplayItem] = []
        for column, question in enumerate(questions[first : first + edition.grid_columns]):
            x = column * cell + number
            available_width = cell - number - edition.label_gap
            display_list += _grid_cell(
                question, x, available_width, y, typesetter, Tag("LI", listing)
            )
        bottom = DrawRule(0.0, height, width, edition.hairline, HAIR)
        yield Row(height, (*display_list, bottom), y)


def _grid_cell(
    question: Question, x: float, available_width: float, y: float, typesetter: Typesetter, tag: Tag
) -> Iterator[DisplayItem]:
    """Yield the question's number, ending before `x`, and its short answer after `x`.

    An answer that is wider than `available_width` points is left to the entry further below.
    """
    edition = typesetter.edition
    label, small = edition.label.font, edition.aside.font
    number = str(question.number)
    yield from typesetter.line(number, small, x - edition.label_gap, y, Tag("Lbl", tag), right=True)
    answer = short_answer(question, typesetter.words)
    body = Tag("LBody", tag)
    if answer is not None and typesetter.width(answer, label) <= available_width:
        yield from typesetter.line(answer, label, x, y, body)
    else:
        yield from typesetter.line(typesetter.words.see_below, small, x, y, body)


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
