"""Author text as paragraphs of Word, with its styles, lists, tables, links and pictures."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from quizgen.model.bank import Media
from quizgen.model.text import (
    BLOCKS,
    Block,
    Break,
    CodeBlock,
    Image,
    ListBlock,
    Math,
    Quotation,
    Run,
    Sound,
    Style,
    Styled,
    Table,
)
from quizgen.model.text.runs import Refused
from quizgen.writers.exporting.files.xml_file import xml_characters
from quizgen.writers.exporting.sheets.blocks import (
    BLANK,
    InsideBlock,
    ListMark,
    SheetGrid,
    SheetList,
    SheetNote,
    SheetRules,
)
from quizgen.writers.exporting.word.numbering import Numbering, put_in_list
from quizgen.writers.exporting.word.page import run_from_the_right

_MAX_WIDTH, _MAX_HEIGHT = Cm(12), Cm(9)
"""The most room for a picture between the margins (judged)."""
_INSIDE = Cm(0.75)
_LINE = BLANK * 9


class ParagraphWriter:
    """Adds paragraphs to `document`, whose lists `numbering` has, with pictures of `media`."""

    def __init__(
        self,
        document: Any,
        numbering: Numbering,
        media: Mapping[str, Media],
        *,
        right_to_left: bool,
    ) -> None:
        self._document = document
        self._numbering = numbering
        self._media = media
        self._right_to_left = right_to_left

    def paragraph(self, runs: Sequence[Run], style: str | None = None, place: Any = None) -> Any:
        """Add a paragraph with `runs`, which hold no block, to the document or to `place`."""
        paragraph = (place or self._document).add_paragraph(style=style)
        self._fill(paragraph, runs)
        return paragraph

    def text(
        self,
        runs: Sequence[Run],
        *,
        indent: Any = None,
        first: int | None = None,
        place: Any = None,
    ) -> list[Any]:
        """Add the paragraphs and blocks of `runs`; the first one is a line of the list `first`."""
        added: list[Any] = []
        line: list[Run] = []
        for run in (*runs, None):
            ends_paragraph = isinstance(run, Break) and run.paragraph
            if run is not None and not isinstance(run, BLOCKS) and not ends_paragraph:
                line.append(run)
                continue
            if line or (first is not None and not added):
                paragraph = self.paragraph(line, place=place)
                if first is not None and not added:
                    put_in_list(paragraph, first)
                elif indent is not None:
                    paragraph.paragraph_format.left_indent = indent
                added.append(paragraph)
            if isinstance(run, BLOCKS):
                self._block(run, place)
            line = []
        return added

    def question(self, runs: Sequence[Run], number: int, *, keeps_next: bool) -> None:
        """Add a question as a line of the list `number`."""
        paragraphs = self.text(runs, indent=_INSIDE, first=number)
        paragraphs[0].paragraph_format.space_before = Pt(10)
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_with_next = keeps_next

    def inside(self, block: InsideBlock) -> None:
        """Add `block`, which stands inside a question."""
        match block:
            case SheetNote(runs=runs, quiet=quiet):
                for paragraph in self.text(runs, indent=_INSIDE):
                    for run in paragraph.runs:
                        run.italic = True if quiet else run.italic
            case SheetList(lines=lines, mark=mark):
                self._list(lines, mark)
            case SheetRules(lines=count):
                for _ in range(count):
                    self.text((_LINE,), indent=_INSIDE)
            case SheetGrid(head=head, rows=rows):
                self._grid([[(word,) for word in head], *rows], has_head=True)
            case _:
                assert_never(block)

    def _list(self, lines: Sequence[Sequence[Run]], mark: ListMark) -> None:
        number = None
        if mark is not ListMark.BLANK:
            lists = self._numbering
            number = lists.letters() if mark is ListMark.LETTER else lists.boxes()
        for place, runs in enumerate(lines):
            line = runs if number is not None else ("____ ", *runs)
            paragraphs = self.text(line, indent=2 * _INSIDE, first=number)
            for paragraph in paragraphs:
                paragraph.paragraph_format.keep_with_next = place < len(lines) - 1
                paragraph.paragraph_format.space_after = Pt(2)

    def _grid(self, rows: Sequence[Sequence[Sequence[Run]]], *, has_head: bool) -> None:
        table = self._document.add_table(len(rows), max(len(row) for row in rows))
        table.style = "Table Grid"
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, runs in zip(row.cells, cells, strict=False):
                self.text(runs, place=cell)
                if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text:
                    cell._element.remove(cell.paragraphs[0]._p)
        if has_head:
            head = table.rows[0]._tr.get_or_add_trPr()
            head.append(OxmlElement("w:tblHeader"))
            for cell in table.rows[0].cells:
                for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                    run.bold = True
        if self._right_to_left:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _block(self, block: Block, place: Any) -> None:
        match block:
            case ListBlock(items=items, start=start):
                lists = self._numbering
                number = lists.bullets() if start is None else lists.numbers(start)
                for item in items:
                    self.text(item, indent=2 * _INSIDE, first=number, place=place)
            case Table(head=head, rows=rows):
                listed = (head, *rows) if block.has_head else rows
                self._grid([[cell.runs for cell in row] for row in listed], has_head=block.has_head)
            case CodeBlock(text=text):
                lines = [Styled(line, Style.CODE) for line in text.split("\n")]
                code = [run for line in lines for run in (Break(), line)][1:]
                self.text(code, indent=_INSIDE, place=place)
            case Quotation(runs=inside):
                self.text(inside, indent=2 * _INSIDE, place=place)
            case Refused(runs=inside):
                self.text(inside, indent=_INSIDE, place=place)
            case _:
                assert_never(block)

    def _fill(self, paragraph: Any, runs: Sequence[Run]) -> None:
        for run in runs:
            match run:
                case str():
                    paragraph.add_run(xml_characters(run))
                case Styled():
                    self._styled(paragraph, run)
                case Image(name=name, alt=alt) if name in self._media:
                    self._picture(paragraph, name, alt)
                case Image(alt=alt):
                    paragraph.add_run(xml_characters(alt))
                case Sound(label=label):
                    paragraph.add_run(xml_characters(f"[{label}]"))
                case Math(tex=tex):
                    paragraph.add_run(xml_characters(f"${tex}$"))
                case Break():
                    paragraph.add_run().add_break()
                case _:
                    raise ValueError("a block stands in paragraphs of its own")
        if self._right_to_left:
            run_from_the_right(paragraph)

    def _styled(self, paragraph: Any, run: Styled) -> None:
        new = paragraph.add_run(xml_characters(run.text))
        new.bold = Style.STRONG in run.style or None
        new.italic = Style.EMPHASIS in run.style or None
        new.font.subscript = Style.SUBSCRIPT in run.style or None
        new.font.superscript = Style.SUPERSCRIPT in run.style or None
        if Style.CODE in run.style:
            new.font.name = "Courier New"
        if run.link:
            target = paragraph.part.relate_to(
                xml_characters(run.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), target)
            new.font.underline = True
            link.append(new._r)
            paragraph._p.append(link)

    def _picture(self, paragraph: Any, name: str, alt: str) -> None:
        """Add a picture with its description, no larger than there is room for."""
        run, content = paragraph.add_run(), self._media[name].content
        try:
            shape = run.add_picture(io.BytesIO(content))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
            shape = run.add_picture(io.BytesIO(_as_png(content)))
        scale = min(1.0, _MAX_WIDTH / shape.width, _MAX_HEIGHT / shape.height)
        shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
        about = shape._inline.docPr
        about.set("descr", xml_characters(alt))
        about.set("name", xml_characters(name))


def _as_png(content: bytes) -> bytes:
    """Return the picture `content`, which python-docx cannot read, such as a WebP, as a PNG."""
    from PIL import Image as Picture

    buffer = io.BytesIO()
    with Picture.open(io.BytesIO(content)) as picture:
        picture.save(buffer, "PNG")
    return buffer.getvalue()
