"""The text of one side of a card, set in lines that are centred between its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.model.text import Gap
from quizgen.writers.pdf.documents.flashcards.sides import SideParagraph
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend
from quizgen.writers.pdf.layout.line_breaking import InlineBox, break_lines, natural_width
from quizgen.writers.pdf.layout.style import MM, TextStyle
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_ACROSS = 6 * MM
"""From a card's left and right edges to its text, in points. All numbers here are by eye."""
_PARAGRAPH, _ENTRY = 0.6, 0.25
"""Above a paragraph and above an entry of a list, in type sizes."""
_BLANK = 22 * MM
"""The length of a blank, in points."""


def _blank(gap: Gap) -> float:
    """Return the length of the blank of `gap`, the same for all."""
    return _BLANK


def side_rows(
    paragraphs: Sequence[SideParagraph],
    text_style: TextStyle,
    width: float,
    typesetter: Typesetter,
    tag: Tag,
) -> list[Row]:
    """Return `paragraphs`, each line centred on a card `width` points wide.

    Those with labels that follow each other become a list, which is centred as one block.
    """
    rows: list[Row] = []
    space = gap(_PARAGRAPH * text_style.font.size)
    available_width = width - 2 * _ACROSS
    for is_list, group in groupby(paragraphs, key=lambda paragraph: bool(paragraph.label)):
        if is_list:
            listing = Tag("L", tag, attributes=BOXED)
            rows += [space, *_list_rows(list(group), text_style, width, typesetter, listing)]
            continue
        for paragraph in group:
            rows.append(space)
            element = Tag("P", tag)
            first = len(rows)
            for boxes, spaced in typesetter.paragraphs(
                paragraph.parts, text_style.font, available_width, element, blank=_blank
            ):
                if spaced and len(rows) > first:
                    rows.append(space)
                for line in break_lines(boxes, available_width):
                    x = (width - natural_width(line)) / 2
                    rows.append(typesetter.row(line, text_style, x, element))
    return rows[1:]


def _list_rows(
    entries: Sequence[SideParagraph],
    text_style: TextStyle,
    width: float,
    typesetter: Typesetter,
    listing: Tag,
) -> list[Row]:
    """Return `entries` with their texts indented, as a block that is centred by its widest line."""
    font = text_style.font._replace(strong=True)
    labels = max(typesetter.width(entry.label, font) for entry in entries)
    indent = labels + text_style.font.size / 2
    available_width = width - 2 * _ACROSS - indent
    broken = []
    for entry in entries:
        tag = Tag("LI", listing)
        label, body = Tag("Lbl", tag), Tag("LBody", tag)
        lines = list(_lines(entry, text_style, available_width, typesetter, body))
        broken.append((entry.label, label, body, lines))
    widest = max(natural_width(line) for *_, lines in broken for line in lines)
    x = (width - indent - widest) / 2
    rows: list[Row] = []
    for text, label, body, lines in broken:
        first, *rest = [typesetter.row(line, text_style, x + indent, body) for line in lines]
        display_list = typesetter.line(text, font, x, first.baseline, label)
        rows += [gap(_ENTRY * text_style.font.size), prepend(display_list, first), *rest]
    return rows[1:]


def _lines(
    entry: SideParagraph, text_style: TextStyle, width: float, typesetter: Typesetter, tag: Tag
) -> Iterator[list[InlineBox]]:
    for paragraph in typesetter.paragraphs(entry.parts, text_style.font, width, tag, blank=_blank):
        yield from break_lines(paragraph.boxes, width)
