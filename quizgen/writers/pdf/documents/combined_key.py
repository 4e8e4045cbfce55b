"""The answer key of all forms: a grid for each to mark by, then every reason once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank, Passage
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.answer_grid import answer_grid
from quizgen.writers.pdf.documents.answer_key import key_head
from quizgen.writers.pdf.documents.answer_rows import answer_rows
from quizgen.writers.pdf.documents.answers import answer_lines_for_all_forms
from quizgen.writers.pdf.documents.item_layout import QuestionEntry, item_columns, with_points
from quizgen.writers.pdf.documents.page_chrome import (
    document,
    form_name,
    passage_width,
    section_blocks,
    text_area,
)
from quizgen.writers.pdf.documents.passage import PassageLines, break_passages
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, height, prepend
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def combined_key_document(
    forms: Sequence[Worksheet], bank: Bank, typesetter: Typesetter
) -> Document:
    """Return one key for all `forms` of a worksheet, of which there are at least two.

    Explanations stand in the order of the first form, beside the numbers of the question in all
    forms, and without letters, since these differ between forms.
    """
    first = forms[0]
    opening, closing = typesetter.words.key_title
    title = f"{opening}{first.title.plain}{closing}"
    form_names = typesetter.words.all_forms(first.form, forms[-1].form)
    blocks = _blocks(forms, form_names, bank, typesetter)
    return document(title, form_names, first, bank.language, blocks, typesetter)


def _blocks(
    forms: Sequence[Worksheet], form_names: str, bank: Bank, typesetter: Typesetter
) -> Iterator[Block]:
    root = Tag("Document")
    first = forms[0]
    width = text_area(first.printing.paper, typesetter.edition).width
    yield key_head(first, form_names, width, typesetter, root)
    for worksheet in forms:
        rows = tuple(answer_grid(worksheet.questions, width, typesetter, root))
        heading = Text((form_name(worksheet, typesetter),))
        yield from section_blocks(heading, None, [Block(rows)], width, typesetter, root)
    numbers = _FormNumbers(forms, width, typesetter)
    passages = break_passages(first, passage_width(first), typesetter)
    for section in first.sections:
        listing = Tag("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                _entry(
                    question,
                    numbers,
                    bank.passage_of(question.item),
                    passages.get(question.item.bank),
                    typesetter,
                    listing,
                )
                for question in section.questions
            ),
            width,
            typesetter,
            root,
        )


def _entry(
    question: Question,
    numbers: _FormNumbers,
    passage: Passage | None,
    passage_lines: PassageLines | None,
    typesetter: Typesetter,
    listing: Tag,
) -> Block:
    """Return the key's lines on `question` beside its numbers in all forms."""
    edition, columns = typesetter.edition, numbers.columns
    entry = QuestionEntry.in_list(listing, question, columns, typesetter)
    lines = answer_lines_for_all_forms(question, passage, typesetter.words, passage_lines)
    rows = answer_rows(tuple(lines), columns, typesetter, entry.body)
    rows = _at_least(rows, numbers.height(question))
    first, *rest = with_points(rows, entry)
    display_list = numbers.display_list(question, first.baseline, Tag("Lbl", entry.tag))
    return Block((prepend(display_list, first), *rest), edition.key_gap)


def _at_least(rows: Sequence[Row], min_height: float) -> list[Row]:
    """Return `rows`, filled up to `min_height` points, of which those beside it stay together."""
    result: list[Row] = []
    for row in rows:
        beside = height(result) + row.height < min_height
        result.append(row._replace(keep_with_next=row.keep_with_next or beside))
    return [*result, gap(max(0.0, min_height - height(result)))]


class _FormNumbers:
    """The number of each question in each form, set in columns at the left.

    A column belongs to one form: a teacher who marks that form runs down it. `columns` is where
    everything beside the numbers stands.
    """

    def __init__(self, forms: Sequence[Worksheet], width: float, typesetter: Typesetter) -> None:
        edition = typesetter.edition
        self._typesetter = typesetter
        self._numbers: dict[str, list[tuple[str, str]]] = {}
        for worksheet in forms:
            for question in worksheet.questions:
                numbers = self._numbers.setdefault(question.item.name, [])
                numbers.append((worksheet.form, question.label))
        questions = [question for worksheet in forms for question in worksheet.questions]
        plain = item_columns(questions, width, typesetter, edition.key_label_gap)
        letter = max(typesetter.width(worksheet.form, edition.part.font) for worksheet in forms)
        self._cell = letter + edition.form_number_gap + plain.number
        self._step = self._cell + edition.key_label_gap
        # As many forms side by side as the numbers' part of the line holds, evenly on each row.
        max_across = max(1, int(edition.form_numbers * width / self._step))
        rows = -(-len(forms) // max_across)
        self._across = -(-len(forms) // rows)
        more = self._across * self._step - plain.body
        self.columns = plain._replace(
            body=plain.body + more, width=plain.width - more, stem=plain.stem - more
        )

    def height(self, question: Question) -> float:
        """Return the height of the numbers of `question`, in points."""
        return len(self._lines(question)) * self._typesetter.edition.label.leading

    def display_list(self, question: Question, baseline: float, tag: Tag) -> Iterator[DisplayItem]:
        """Yield the numbers of `question`, the first line of them at `baseline`."""
        typesetter, edition = self._typesetter, self._typesetter.edition
        y = baseline
        for line in self._lines(question):
            for column, (form, number) in enumerate(line):
                x = column * self._step
                form_tag, number_tag = Tag("Span", tag), Tag("Span", tag)
                yield from typesetter.line(form, edition.part.font, x, y, form_tag)
                yield from typesetter.line(
                    number, edition.label.font, x + self._cell, y, number_tag, right=True
                )
            y += edition.label.leading

    def _lines(self, question: Question) -> list[Sequence[tuple[str, str]]]:
        """Return the forms and numbers of `question`, as many on a line as stand side by side."""
        numbers = self._numbers[question.item.name]
        return [numbers[n : n + self._across] for n in range(0, len(numbers), self._across)]
