"""An answer key, laid out: a grid to mark by, then each answer with its reasons and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank, Passage
from quizgen.writers.pdf.documents.answer_rows import said_rows
from quizgen.writers.pdf.documents.answers import AnswerLine, answer_lines, short_answer
from quizgen.writers.pdf.documents.item_frame import Frame, frame, with_number
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    form_name,
    form_rows,
    section_blocks,
    text_area,
    title_rows,
)
from quizgen.writers.pdf.documents.passage import passage_lines
from quizgen.writers.pdf.layout.blocks import Block, Row
from quizgen.writers.pdf.layout.display_list import Mark, RuleMark
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.style import HAIR
from quizgen.writers.pdf.layout.tags import NUMBERED, Element
from quizgen.writers.pdf.layout.typesetter import Typesetter


def key(worksheet: Worksheet, bank: Bank, setter: Typesetter) -> Document:
    """What the teacher gets. Letters are those of the sheet."""
    opening, closing = setter.words.key_title
    title = f"{opening}{worksheet.title.plain}{closing}"
    form = form_name(worksheet, setter)
    blocks = _blocks(worksheet, form, bank.passage, setter)
    return document(title, form, worksheet, bank.language, blocks, setter)


def _blocks(
    worksheet: Worksheet, form: str, passage: Passage | None, setter: Typesetter
) -> Iterator[Block]:
    root = Element("Document")
    edition = setter.edition
    width = text_area(worksheet.printing.paper, edition).width
    yield key_head(worksheet, form, width, setter, root)
    yield Block(tuple(grid(worksheet.questions, width, setter, root)), edition.title_gap)
    columns = frame(worksheet.questions, width, setter, edition.key_label_gap)
    printed = passage_lines(worksheet, setter)
    for section in worksheet.sections:
        listing = Element("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                entry(
                    question,
                    answer_lines(question, passage, setter.words, printed),
                    columns,
                    setter,
                    listing,
                )
                for question in section.questions
            ),
            width,
            setter,
            root,
        )


def key_head(
    worksheet: Worksheet, forms: str, width: float, setter: Typesetter, root: Element
) -> Block:
    """The title of a key for `forms`."""
    opening, closing = setter.words.key_title
    title = (opening, *worksheet.title.runs, closing)
    rows = [*form_rows(forms, setter, root), *title_rows(title, width, setter, root)]
    first, *others = worksheet.printing.editions
    if worksheet.passage and others:
        said = setter.words.lines_of(first.value)
        rows += setter.rows((said,), setter.edition.source, 0.0, width, Element("P", root))
    return Block(tuple(rows), with_next=True)


def grid(
    questions: Sequence[Question], width: float, setter: Typesetter, root: Element
) -> Iterator[Row]:
    """Every number with its answer in a few characters, row by row."""
    edition = setter.edition
    listing = Element("L", root, attributes=NUMBERED)
    rule = RuleMark(0.0, 0.0, width, edition.hairline, HAIR)
    yield Row(0.0, (rule,))
    height, cell = edition.grid_row, width / edition.grid_columns
    y = height / 2 + 0.24 * edition.label.font.size
    last = str(questions[-1].number) if questions else ""
    number = setter.width(last, edition.aside.font) + edition.label_gap
    for first in range(0, len(questions), edition.grid_columns):
        marks: list[Mark] = []
        for column, question in enumerate(questions[first : first + edition.grid_columns]):
            x = column * cell + number
            room = cell - number - edition.label_gap
            marks += _cell(question, x, room, y, setter, Element("LI", listing))
        bottom = RuleMark(0.0, height, width, edition.hairline, HAIR)
        yield Row(height, (*marks, bottom), y)


def _cell(
    question: Question, x: float, room: float, y: float, setter: Typesetter, tag: Element
) -> Iterator[Mark]:
    """A number that ends before `x`, and its answer if `room` points hold it."""
    edition = setter.edition
    label, small = edition.label.font, edition.aside.font
    number = str(question.number)
    yield from setter.line(number, small, x - edition.label_gap, y, Element("Lbl", tag), right=True)
    answer = short_answer(question, setter.words)
    body = Element("LBody", tag)
    if answer is not None and setter.width(answer, label) <= room:
        yield from setter.line(answer, label, x, y, body)
    else:
        yield from setter.line(setter.words.see_below, small, x, y, body)


def entry(
    question: Question, said: Iterable[AnswerLine], columns: Frame, setter: Typesetter, tag: Element
) -> Block:
    """All that is `said` about one question, beside its number."""
    entry = Element("LI", tag)
    body = Element("LBody", entry)
    rows = said_rows(list(said), columns, setter, body)
    numbered = with_number(rows, question, columns, setter, entry, body)
    return Block(tuple(numbered), setter.edition.key_gap)
