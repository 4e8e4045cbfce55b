"""A worksheet, laid out."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.assessment import Worksheet
from quizgen.writers.pdf.block import Block
from quizgen.writers.pdf.document import Document
from quizgen.writers.pdf.furniture import (
    document,
    form_name,
    head_rows,
    section_blocks,
    text_area,
)
from quizgen.writers.pdf.items import question_block
from quizgen.writers.pdf.items.frame import Place, blank_length, frame
from quizgen.writers.pdf.tags import NUMBERED, Element
from quizgen.writers.pdf.typesetter import Typesetter


def sheet(worksheet: Worksheet, language: str, setter: Typesetter) -> Document:
    """What pupils get: nothing on it depends on which answers are right."""
    blocks = _blocks(worksheet, setter)
    title, form = worksheet.title.plain, form_name(worksheet, setter)
    return document(title, form, worksheet, language, blocks, setter)


def _blocks(worksheet: Worksheet, setter: Typesetter) -> Iterator[Block]:
    root = Element("Document")
    width = text_area(worksheet.paper, setter.edition).width
    columns = frame(worksheet.questions, width, setter, setter.edition.label_gap)
    yield Block(tuple(head_rows(worksheet, width, setter, root)))
    for section in worksheet.sections:
        listing = Element("L", root, attributes=NUMBERED)
        place = Place(setter, columns, blank_length(section, setter), listing)
        items = (question_block(question, place) for question in section.questions)
        head = section.title, section.instructions
        yield from section_blocks(*head, items, width, setter, root)
