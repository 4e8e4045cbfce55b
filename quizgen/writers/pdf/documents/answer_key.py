"""An answer key, laid out: a grid to mark by, then each answer with its reasons and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank, Passage
from quizgen.writers.pdf.documents.answer_rows import said_rows
from quizgen.writers.pdf.documents.answers import AnswerLine, answer_lines, short_answer
from quizgen.writers.pdf.documents.item_frame import ItemColumns, frame, with_number
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
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawRule
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.style import HAIR
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def key(worksheet: Worksheet, bank: Bank, typesetter: Typesetter) -> Document:
    """What the teacher gets. Letters are those of the sheet."""
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
    yield Block(tuple(grid(worksheet.questions, width, typesetter, root)), edition.title_gap)
    columns = frame(worksheet.questions, width, typesetter, edition.key_label_gap)
    printed = passage_lines(worksheet, typesetter)
    for section in worksheet.sections:
        listing = Tag("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                entry(
                    question,
                    answer_lines(question, passage, typesetter.words, printed),
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
    """The title of a key for `forms`."""
    opening, closing = typesetter.words.key_title
    title = (opening, *worksheet.title.runs, closing)
    rows = [*form_rows(forms, typesetter, root), *title_rows(title, width, typesetter, root)]
    first, *others = worksheet.printing.editions
    if worksheet.passage and others:
        said = typesetter.words.lines_of(first.value)
        rows += typesetter.rows((said,), typesetter.edition.source, 0.0, width, Tag("P", root))
    return Block(tuple(rows), keep_with_next=True)


def grid(
    questions: Sequence[Question], width: float, typesetter: Typesetter, root: Tag
) -> Iterator[Row]:
    """Every number with its answer in a few characters, row by row."""
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
            room = cell - number - edition.label_gap
            display_list += _cell(question, x, room, y, typesetter, Tag("LI", listing))
        bottom = DrawRule(0.0, height, width, edition.hairline, HAIR)
        yield Row(height, (*display_list, bottom), y)


def _cell(
    question: Question, x: float, room: float, y: float, typesetter: Typesetter, tag: Tag
) -> Iterator[DisplayItem]:
    """A number that ends before `x`, and its answer if `room` points hold it."""
    edition = typesetter.edition
    label, small = edition.label.font, edition.aside.font
    number = str(question.number)
    yield from typesetter.line(number, small, x - edition.label_gap, y, Tag("Lbl", tag), right=True)
    answer = short_answer(question, typesetter.words)
    body = Tag("LBody", tag)
    if answer is not None and typesetter.width(answer, label) <= room:
        yield from typesetter.line(answer, label, x, y, body)
    else:
        yield from typesetter.line(typesetter.words.see_below, small, x, y, body)


def entry(
    question: Question,
    said: Iterable[AnswerLine],
    columns: ItemColumns,
    typesetter: Typesetter,
    tag: Tag,
) -> Block:
    """All that is `said` about one question, beside its number."""
    entry = Tag("LI", tag)
    body = Tag("LBody", entry)
    rows = said_rows(list(said), columns, typesetter, body)
    numbered = with_number(rows, question, columns, typesetter, entry, body)
    return Block(tuple(numbered), typesetter.edition.key_gap)
