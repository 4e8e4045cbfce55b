"""The text of one side of a card, set in lines that are centred between its edges."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from quizgen.model.text import gaps_of
from quizgen.writers.pdf.documents.flashcards.sides import SideParagraph
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend
from quizgen.writers.pdf.layout.display_list import StructureMark
from quizgen.writers.pdf.layout.inline_content import GapStyle
from quizgen.writers.pdf.layout.language_span import LanguageSpan
from quizgen.writers.pdf.layout.line_breaking import break_lines, natural_width
from quizgen.writers.pdf.layout.style import MM, TextStyle
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Paragraph, Typesetter

_ACROSS = 6 * MM
"""From a card's left and right edges to its text, in points. All numbers here are by eye."""
_PARAGRAPH, _ENTRY = 0.6, 0.25
"""Above a paragraph and above an entry of a list, in type sizes."""
_BLANK, _BLANK_AT = 22 * MM, 18
"""The length of a blank, in points, in type of this size or less; it grows with larger type."""


def _gap_style(paragraph: SideParagraph, text_style: TextStyle) -> GapStyle:
    """Return how the gaps of `paragraph` are set: all blanks have one length."""
    length = _BLANK * max(1.0, text_style.font.size / _BLANK_AT)
    parts = (part for part in paragraph.parts if not isinstance(part, LanguageSpan))
    return GapStyle(lambda gap: length).numbered(gaps_of(parts))


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
            gaps = _gap_style(paragraph, text_style)
            for one in typesetter.paragraphs(
                paragraph.parts, text_style.font, available_width, element, gaps
            ):
                if one.spaced and len(rows) > first:
                    rows.append(space)
                if one.block is not None:
                    rows += _centered(one, text_style, width, typesetter)
                for line in break_lines(one.boxes, available_width):
                    x = (width - natural_width(line)) / 2
                    rows.append(typesetter.row(line, text_style, x, one.tag or element))
    return rows[1:]


def _centered(
    block: Paragraph, text_style: TextStyle, width: float, typesetter: Typesetter
) -> list[Row]:
    """Return the rows of `block`, as wide as its words want, in the middle of the card."""
    available_width = width - 2 * _ACROSS
    rows = typesetter.break_rows([block], text_style, 0.0, available_width, None)
    items = [item for row in rows for item in row.display_list]
    ends = [item.x + item.width for item in items if not isinstance(item, StructureMark)]
    x = max((width - max(ends, default=0.0)) / 2, _ACROSS)
    return typesetter.break_rows([block], text_style, x, available_width, None)


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
        paragraphs = typesetter.paragraphs(
            entry.parts, text_style.font, available_width, body, _gap_style(entry, text_style)
        )
        broken.append((entry.label, label, body, paragraphs))
    widest = max(_widest(paragraphs, available_width) for *_, paragraphs in broken)
    x = (width - indent - widest) / 2
    rows: list[Row] = []
    for text, label, body, paragraphs in broken:
        lines = typesetter.break_rows(paragraphs, text_style, x + indent, available_width, body)
        first, *rest = lines or [Row(text_style.leading, baseline=text_style.baseline)]
        display_list = typesetter.line(text, font, x, first.baseline, label)
        rows += [gap(_ENTRY * text_style.font.size), prepend(display_list, first), *rest]
    return rows[1:]


def _widest(paragraphs: Sequence[Paragraph], width: float) -> float:
    """Return the width of the widest line of `paragraphs`, in points; a block takes all `width`."""
    if any(paragraph.block is not None for paragraph in paragraphs):
        return width
    lines = (line for paragraph in paragraphs for line in break_lines(paragraph.boxes, width))
    return max(map(natural_width, lines), default=0.0)
