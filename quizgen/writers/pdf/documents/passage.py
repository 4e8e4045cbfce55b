"""The passage on paper, its lines numbered, and the lines on which a quote of it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from quizgen.model.assessment import Worksheet
from quizgen.model.bank import Passage
from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.page_chrome import section_blocks
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, mirrored, prepend, without_widows
from quizgen.writers.pdf.layout.display_list import DrawGlyphs, DrawText
from quizgen.writers.pdf.layout.line_breaking import InlineBox, break_lines
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.text_runs import TextBox
from quizgen.writers.pdf.layout.typesetter import Typesetter

_NUMBER_EVERY = 5
"""Every fifth line bears its number, as in school readers."""


class _Columns(NamedTuple):
    """The columns of a passage, in points from the text area's left edge.

    Paragraphs begin at `text` and are `width` wide; the numbers of lines end at `numbers`.
    """

    text: float
    width: float
    numbers: float


class _PassageLine(NamedTuple):
    """A line; `text` is what its boxes say, with the space between it and the next line."""

    boxes: list[InlineBox]
    text: str


class _Paragraph(NamedTuple):
    """A paragraph; `tag` is its structure element, `body` the part of it without its number.

    `rows` are the rows of a table, already set; each of them counts as a line.
    """

    lines: list[_PassageLine]
    tag: Tag
    body: Tag
    rows: Sequence[Row] = ()


@dataclass(frozen=True)
class PassageLines:
    """A passage as one edition breaks it into lines, which are counted from 1 through all of it.

    `typesetter` is that of the passage's language, `tag` the structure element of the passage.
    `above` is how many lines the passages before it have: counting goes on from there.
    """

    passage: Passage
    columns: _Columns
    paragraphs: tuple[_Paragraph, ...]
    typesetter: Typesetter
    tag: Tag | None
    above: int = 0

    def find(self, quote: Text) -> tuple[int, int] | None:
        """Return the first and the last line that `quote` stands on, where it stands first.

        None if it does not stand there as it is printed, as where the address of a link is
        printed between its words.
        """
        index = self.passage.index(quote.plain)
        if index is None:
            return None
        quoted, _ = _text_with_line_numbers(_lines(quote, math.inf, None, self.typesetter))
        printed, lines = self._printed_paragraphs[index]
        start = printed.find(quoted)
        if start < 0:
            return None
        above = 1 + self.above + sum(len(paragraph.lines) for paragraph in self.paragraphs[:index])
        return above + lines[start], above + lines[start + len(quoted) - 1]

    @cached_property
    def _printed_paragraphs(self) -> tuple[tuple[str, list[int]], ...]:
        """The text of each paragraph, with the number of the line of each character."""
        return tuple(_text_with_line_numbers(paragraph.lines) for paragraph in self.paragraphs)


def break_passages(
    worksheet: Worksheet, width: float, typesetter: Typesetter, root: Tag | None = None
) -> dict[str, PassageLines]:
    """Return the passages of `worksheet` in lines, by the names of their banks.

    The text area is `width` points wide. Lines are counted through all passages, so that each has
    a number of its own. `root` is the document that they are printed in; None if they are only
    cited.
    """
    broken: dict[str, PassageLines] = {}
    above = 0
    for bank, passage in worksheet.passages:
        lines = _break_passage(passage, above, width, typesetter, root)
        broken[bank] = lines
        above += sum(len(paragraph.lines) for paragraph in lines.paragraphs)
    return broken


def _break_passage(
    passage: Passage, above: int, width: float, typesetter: Typesetter, root: Tag | None
) -> PassageLines:
    """Return `passage` in lines; `above` is the number of lines before it."""
    typesetter = typesetter.for_language(passage.language)
    tag = Tag("Sect", root, lang=passage.language) if passage.language else root
    columns = _columns(passage, width, typesetter)
    paragraphs = []
    for text, number in zip(passage.paragraphs, passage.numbers, strict=True):
        paragraph = Tag("P", tag)
        # Content beside an element is read before it, whatever their order: so both are elements.
        body = paragraph if number is None else Tag("Span", paragraph)
        if text.has_blocks:
            paragraphs.append(_table(text, columns, paragraph, typesetter))
            continue
        lines = _lines(text, columns.width, body, typesetter)
        paragraphs.append(_Paragraph(lines, paragraph, body))
    return PassageLines(passage, columns, tuple(paragraphs), typesetter, tag, above)


def _table(text: Text, columns: _Columns, tag: Tag, typesetter: Typesetter) -> _Paragraph:
    """Set the table `text` as a paragraph, its rows content of `tag`."""
    body = typesetter.edition.body
    rows = typesetter.rows(text.runs, body, columns.text, columns.width, tag)
    lines = [_PassageLine([], f"{words} ") for row in rows if (words := _words(row))]
    return _Paragraph(lines, tag, tag, rows)


def _words(row: Row) -> str:
    """Return the words in `row`, cell by cell."""
    texts = (item.text for item in row.display_list if isinstance(item, DrawText | DrawGlyphs))
    return " ".join(texts).strip()


def passage_blocks(
    passage_lines: PassageLines, width: float, typesetter: Typesetter
) -> Iterator[Block]:
    """Yield the passage under its title, across all columns, in a text area `width` points wide.

    `typesetter` is that of the document: a passage whose lines begin at the other side is
    mirrored.
    """
    passage, passage_typesetter = passage_lines.passage, passage_lines.typesetter
    rows = tuple(_rows(passage_lines))
    space_above = typesetter.edition.heading_gap
    block = Block(rows, space_above, spans_columns=True, breakable=True)
    tag = passage_lines.tag
    for part in section_blocks(passage.title, None, [block], width, passage_typesetter, tag):
        yield part if passage_typesetter is typesetter else _mirrored_block(part, width)


def _mirrored_block(block: Block, width: float) -> Block:
    return replace(block, rows=tuple(mirrored(row, width) for row in block.rows))


def _columns(passage: Passage, width: float, typesetter: Typesetter) -> _Columns:
    """Return the columns within `width` points: numbers of paragraphs, text, numbers of lines."""
    edition = typesetter.edition
    labels = [
        typesetter.width(str(n), edition.label.font) for n in passage.numbers if n is not None
    ]
    text = max(labels) + edition.label_gap if labels else 0.0
    line_numbers = edition.points_gap + typesetter.width("000", edition.aside.font)
    text_width = min(width - text - line_numbers, edition.measure)
    return _Columns(text, text_width, text + text_width + line_numbers)


def _lines(text: Text, width: float, tag: Tag | None, typesetter: Typesetter) -> list[_PassageLine]:
    """Return `text` on lines `width` points wide."""
    lines: list[_PassageLine] = []
    for paragraph in typesetter.paragraphs(text.runs, typesetter.edition.body.font, width, tag):
        broken = break_lines(paragraph.boxes, width)
        lines += [_PassageLine(line, "".join(map(_box_text, line))) for line in broken]
        if lines:
            lines[-1] = lines[-1]._replace(text=lines[-1].text + " ")
    return lines


def _box_text(box: InlineBox) -> str:
    """Return the characters that `box` prints, or the description of a figure."""
    if isinstance(box, TextBox):
        return box.text.rstrip("-\u00ad") if box.is_parted else box.text
    return box.tag.alt or "" if box.tag else ""


def _text_with_line_numbers(lines: Iterable[_PassageLine]) -> tuple[str, list[int]]:
    """Return the text of `lines`, and for each of its characters the line, from 0, it stands on.

    White space of any length becomes one space, and there is none at the end.
    """
    characters: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines):
        for character in line.text:
            if not character.isspace():
                characters.append(character)
                numbers.append(number)
            elif characters and characters[-1] != " ":
                characters.append(" ")
                numbers.append(number)
    return "".join(characters).rstrip(), numbers


def _rows(passage_lines: PassageLines) -> Iterator[Row]:
    """Yield the passage row by row. Numbers of lines are for the eye alone: they have no tag."""
    typesetter, columns = passage_lines.typesetter, passage_lines.columns
    edition = typesetter.edition
    label, small = edition.label.font, edition.aside.font
    line_number = passage_lines.above
    numbered = zip(passage_lines.paragraphs, passage_lines.passage.numbers, strict=True)
    for index, (paragraph, number) in enumerate(numbered):
        if index:
            yield gap(edition.paragraph_gap)
        rows: list[Row] = []
        for row in paragraph.rows or _line_rows(paragraph, typesetter, columns):
            if not paragraph.rows or _words(row):
                line_number += 1
                if line_number % _NUMBER_EVERY == 0:
                    at = columns.numbers, row.baseline
                    display_list = typesetter.line(str(line_number), small, *at, None, right=True)
                    row = row._replace(display_list=(*row.display_list, *display_list))
            rows.append(row)
        if rows and number is not None:
            tag = Tag("Lbl", paragraph.tag)
            display_list = typesetter.line(str(number), label, 0.0, rows[0].baseline, tag)
            rows[0] = prepend(display_list, rows[0])
        yield from rows if paragraph.rows else without_widows(rows)


def _line_rows(paragraph: _Paragraph, typesetter: Typesetter, columns: _Columns) -> Iterator[Row]:
    for line in paragraph.lines:
        yield typesetter.row(line.boxes, typesetter.edition.body, columns.text, paragraph.body)
