"""The answer key of all forms: a grid for each to mark by, then every reason once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.assessment import Question, Worksheet
from quizgen.bank import Bank, Passage
from quizgen.text import Text
from quizgen.writers.pdf.answers import AnswerLine, Role, wordy_lines
from quizgen.writers.pdf.block import Block
from quizgen.writers.pdf.document import Document
from quizgen.writers.pdf.furniture import document, form_name, section_blocks, text_area
from quizgen.writers.pdf.items.frame import Frame, frame
from quizgen.writers.pdf.key import entry, grid, key_head
from quizgen.writers.pdf.passage import PassageLines, passage_lines
from quizgen.writers.pdf.tags import NUMBERED, Element
from quizgen.writers.pdf.typesetter import Typesetter


def forms_key(forms: Sequence[Worksheet], bank: Bank, setter: Typesetter) -> Document:
    """One key for all `forms` of a worksheet, of which there are at least two.

    Explanations come in the order of the first form, with the numbers in all of them and
    without letters, which differ.
    """
    first = forms[0]
    opening, closing = setter.words.key_title
    title = f"{opening}{first.title.plain}{closing}"
    said = setter.words.all_forms(first.form, forms[-1].form)
    return document(title, said, first, bank.language, _blocks(forms, said, bank, setter), setter)


def _blocks(
    forms: Sequence[Worksheet], said: str, bank: Bank, setter: Typesetter
) -> Iterator[Block]:
    root = Element("Document")
    first = forms[0]
    width = text_area(first.printing.paper, setter.edition).width
    yield key_head(first, said, width, setter, root)
    for worksheet in forms:
        rows = tuple(grid(worksheet.questions, width, setter, root))
        heading = Text((form_name(worksheet, setter),))
        yield from section_blocks(heading, None, [Block(rows)], width, setter, root)
    columns = frame(first.questions, width, setter, setter.edition.key_label_gap)
    numbers = _numbers(forms)
    printed = passage_lines(first, setter)
    for section in first.sections:
        listing = Element("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                _entry(question, numbers, bank.passage, printed, columns, setter, listing)
                for question in section.questions
            ),
            width,
            setter,
            root,
        )


def _entry(
    question: Question,
    numbers: dict[str, list[tuple[str, int]]],
    passage: Passage | None,
    printed: PassageLines | None,
    columns: Frame,
    setter: Typesetter,
    tag: Element,
) -> Block:
    where = setter.words.numbers_in_forms(numbers[question.item.id.value])
    lines = wordy_lines(question, passage, setter.words, printed)
    said = AnswerLine((where,), Role.SOURCE), *lines
    return entry(question, said, columns, setter, tag)


def _numbers(forms: Sequence[Worksheet]) -> dict[str, list[tuple[str, int]]]:
    """For each item its number in each form."""
    numbers: dict[str, list[tuple[str, int]]] = {}
    for worksheet in forms:
        for question in worksheet.questions:
            numbers.setdefault(question.item.id.value, []).append((worksheet.form, question.number))
    return numbers
