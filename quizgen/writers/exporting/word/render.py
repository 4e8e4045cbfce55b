"""Blocks of a sheet as a document of Word."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import assert_never

from docx import Document

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.plain_lines import on_a_line
from quizgen.writers.exporting.sheets.blocks import SheetBlock, SheetNote, SheetQuestion, SheetTitle
from quizgen.writers.exporting.sheets.key import answer_key
from quizgen.writers.exporting.sheets.worksheet import worksheet
from quizgen.writers.exporting.word.numbering import Numbering
from quizgen.writers.exporting.word.page import set_language, set_page
from quizgen.writers.exporting.word.paragraphs import ParagraphWriter
from quizgen.writers.shared.language import direction
from quizgen.writers.shared.zip_file import unzipped, zip_bytes

_TIME = datetime(1980, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render_worksheet(export: Export, bank: Bank) -> bytes:
    """Return the worksheet of `export`."""
    return _file(worksheet(export.questions, bank), bank)


def render_key(export: Export, bank: Bank) -> bytes:
    """Return the answer key of `export`."""
    return _file(answer_key(export.questions, bank), bank)


def _file(blocks: Iterable[SheetBlock], bank: Bank) -> bytes:
    document = Document()
    set_page(document, bank.language)
    set_language(document, bank.language)
    numbering = Numbering(document)
    is_from_right = direction(bank.language) == "rtl"
    writer = ParagraphWriter(document, numbering, bank.media, right_to_left=is_from_right)
    questions = numbering.questions()
    for block in blocks:
        _add(block, writer, questions)
    properties = document.core_properties
    properties.title = on_a_line(bank.title)
    properties.language = bank.language
    properties.author = "quizgen"
    properties.comments = ""
    properties.created = properties.modified = _TIME
    buffer = io.BytesIO()
    document.save(buffer)
    return zip_bytes(
        {
            name: _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            if name.endswith("core.xml")
            else content
            for name, content in unzipped(buffer.getvalue()).items()
        }
    )


def _add(block: SheetBlock, writer: ParagraphWriter, questions: int) -> None:
    match block:
        case SheetTitle(runs=runs, level=level):
            writer.paragraph(runs, "Title" if level == 0 else "Heading 1")
        case SheetNote(runs=runs):
            writer.text(runs)
        case SheetQuestion(runs=runs, inside=inside):
            writer.question(runs, questions, keeps_next=bool(inside))
            for one in inside:
                writer.inside(one)
        case _:
            assert_never(block)
