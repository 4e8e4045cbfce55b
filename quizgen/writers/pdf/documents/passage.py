"""The passage on paper, its lines numbered, and the lines on which a quote of it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from quizgen.model.assessment import Worksheet
from quizgen.model.bank import Passage
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.page_chrome import section_blocks, text_area
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, mirrored, prepend, without_widows
from quizgen.writers.pdf.layout.line_breaking import InlineBox, break_lines
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.text_runs import TextBox
from quizgen.writers.pdf.layout.typesetter import Typesetter

_NUMBERED = 5
"""Every fifth line bears its number, as in school readers."""


class _Columns(NamedTuple):
    """Where things stand across the page, in points: paragraphs begin at `text` and are
    `width` wide, and the numbers of lines end at `numbers`."""

    text: float
    width: float
    numbers: float


class _Line(NamedTuple):
    """`text` is what the boxes say, with the space that divides it from the next line."""

    boxes: list[InlineBox]
    text: str


@dataclass(frozen=True)
class PassageLines:
    """A passage as one edition breaks it into lines, paragraph by paragraph.

    Lines are counted from 1 through the whole passage.
    """

    passage: Passage
    paragraphs: tuple[tuple[_Line, ...], ...]
    typesetter: Typesetter

    def of(self, quote: Text) -> tuple[int, int] | None:
        """The first and the last line that `quote` stands on, where it stands first.

        None if it is not there as it is printed: between its words stands a link's address.
        """
        index = self.passage.index(quote.plain)
        if index is None:
            return None
        wanted, _ = _flat(_lines(quote, math.inf, None, self.typesetter))
        printed, lines = self._flat[index]
        start = printed.find(wanted)
        if start < 0:
            return None
        above = 1 + sum(len(paragraph) for paragraph in self.paragraphs[:index])
        return above + lines[start], above + lines[start + len(wanted) - 1]

    @cached_property
    def _flat(self) -> tuple[tuple[str, list[int]], ...]:
        """The paragraphs as quotes are looked for in them."""
        return tuple(map(_flat, self.paragraphs))


def passage_lines(worksheet: Worksheet, typesetter: Typesetter) -> PassageLines | None:
    """The lines of the passage as `worksheet` prints it; None if it prints none."""
    passage = worksheet.passage
    if passage is None:
        return None
    typesetter = typesetter.for_language(passage.language)
    width = _columns(passage, worksheet, typesetter).width
    broken = (_lines(paragraph, width, None, typesetter) for paragraph in passage.paragraphs)
    return PassageLines(passage, tuple(map(tuple, broken)), typesetter)


def passage_blocks(worksheet: Worksheet, typesetter: Typesetter, root: Tag) -> Iterator[Block]:
    """The passage under its title, across all columns, if `worksheet` prints it."""
    passage, edition = worksheet.passage, typesetter.edition
    if passage is not None:
        if passage.language:
            root = Tag("Sect", root, lang=passage.language)
        own = typesetter.for_language(passage.language)
        rows = tuple(_rows(passage, _columns(passage, worksheet, own), own, root))
        block = Block(rows, edition.heading_gap, spans_columns=True, breakable=True)
        width = text_area(worksheet.printing.paper, edition).width
        blocks = section_blocks(passage.title, None, [block], width, own, root)
        yield from blocks if own is typesetter else (_turned(block, width) for block in blocks)


def _turned(block: Block, width: float) -> Block:
    return replace(block, rows=tuple(mirrored(row, width) for row in block.rows))


def _columns(passage: Passage, worksheet: Worksheet, typesetter: Typesetter) -> _Columns:
    """Paragraphs stand between their own numbers and those of the lines."""
    edition = typesetter.edition
    labels = [
        typesetter.width(str(n), edition.label.font) for n in passage.numbers if n is not None
    ]
    text = max(labels) + edition.label_gap if labels else 0.0
    beside = edition.points_gap + typesetter.width("000", edition.aside.font)
    room = text_area(worksheet.printing.paper, edition).width - text - beside
    width = min(room, edition.measure)
    return _Columns(text, width, text + width + beside)


def _lines(text: Text, width: float, tag: Tag | None, typesetter: Typesetter) -> list[_Line]:
    """`text` on lines `width` points wide."""
    lines: list[_Line] = []
    for boxes, _ in typesetter.paragraphs(text.runs, typesetter.edition.body.font, width, tag):
        lines += [_Line(line, "".join(map(_said, line))) for line in break_lines(boxes, width)]
        if lines:
            lines[-1] = lines[-1]._replace(text=lines[-1].text + " ")
    return lines


def _said(box: InlineBox) -> str:
    """The characters of `box`, as far as they are printed; what a figure stands for."""
    if isinstance(box, TextBox):
        return box.text
    return box.tag.alt or "" if box.tag else ""


def _flat(lines: Iterable[_Line]) -> tuple[str, list[int]]:
    """What `lines` say, each run of white space one space, and on which of them, from 0, each
    character stands."""
    characters: list[str] = []
    places: list[int] = []
    for place, line in enumerate(lines):
        for character in line.text:
            if not character.isspace():
                characters.append(character)
                places.append(place)
            elif characters and characters[-1] != " ":
                characters.append(" ")
                places.append(place)
    return "".join(characters).rstrip(), places


def _rows(passage: Passage, columns: _Columns, typesetter: Typesetter, root: Tag) -> Iterator[Row]:
    """The passage row by row. Numbers of lines are for the eye alone."""
    edition = typesetter.edition
    label, small = edition.label.font, edition.aside.font
    number = 0
    for index, (text, name) in enumerate(zip(passage.paragraphs, passage.numbers, strict=True)):
        if index:
            yield gap(edition.paragraph_gap)
        tag = Tag("P", root)
        # Content beside an element is read before it, whatever their order: so both are elements.
        body = tag if name is None else Tag("Span", tag)
        rows: list[Row] = []
        for line in _lines(text, columns.width, body, typesetter):
            number += 1
            row = typesetter.row(line.boxes, edition.body, columns.text, body)
            if number % _NUMBERED == 0:
                at = columns.numbers, row.baseline
                display_list = typesetter.line(str(number), small, *at, None, right=True)
                row = row._replace(display_list=(*row.display_list, *display_list))
            rows.append(row)
        if rows and name is not None:
            display_list = typesetter.line(str(name), label, 0.0, rows[0].baseline, Tag("Lbl", tag))
            rows[0] = prepend(display_list, rows[0])
        yield from without_widows(rows)
