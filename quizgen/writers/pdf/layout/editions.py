"""The editions: what differs from the standard one, and why."""

from __future__ import annotations

from typing import Any

from quizgen.model.assessment import EditionName, Printing
from quizgen.model.text import Style
from quizgen.writers.pdf.layout.style import (
    DARK,
    MM,
    QUIET,
    WRITING_LINES,
    Edition,
    TextStyle,
    sans,
)

_FIXED = frozenset(
    (
        *("imposition", "binding", "duplex"),
        *("margin", "footer", "max_columns", "columns", "gutter", "measure", "emphasis"),
        *(
            "four_columns",
            "two_columns",
            "min_writing_line",
            "writing_line",
            "square",
            "number_line",
        ),
        *(
            "min_blank",
            "blank_step",
            "max_blank",
            "handwriting",
            "min_field",
            "picture_height",
            "max_picture_height",
            "picture_beside",
            "max_picture_beside",
        ),
    )
)
"""What does not grow with the type: it follows the paper, or the hand that writes."""


def _scaled(edition: Edition, factor: float) -> Edition:
    """Return `edition` with type and the space around it `factor` times as large."""
    fields: dict[str, Any] = edition._asdict()
    for name, value in fields.items():
        if isinstance(value, TextStyle):
            font = value.font._replace(size=value.font.size * factor)
            fields[name] = TextStyle(font, value.leading * factor)
        elif name not in _FIXED:
            fields[name] = value * factor
    return Edition(**fields)


STANDARD = Edition()

LARGE_PRINT = _scaled(STANDARD, 18 / 11)._replace(
    margin=25.4 * MM,
    footer=14 * MM,
    max_columns=1,
    emphasis=Style.STRONG,
    body=sans(18, 24),
    answer=sans(18, 24, strong=True),
    note=sans(18, 24),
    source=sans(18, 24, DARK),
    title=sans(24, 30, strong=True),
    heading=sans(21, 28, strong=True),
    label=sans(18, 24, strong=True),
    part=sans(18, 24, DARK),
    aside=sans(18, 24, DARK),
    column_head=sans(18, 24, DARK, strong=True),
    min_size=18,
    min_writing_line=10 * MM,
    square=8 * MM,
    score_line=45,
    min_blank=40 * MM,
    max_blank=75 * MM,
    handwriting=1.3,
    item_gap=34,
    heading_gap=36,
    picture_height=100 * MM,
)
"""Rule: 18 pt, leading at least 1.25, one column, margins of at least 25 mm: an inch. Sans serif,
no italics, and nothing smaller, footers included (American Printing House for the Blind,
Guidelines for Print Document Design; American Council of the Blind, Large Print Guidelines).
What is grey elsewhere is darker."""

DYSLEXIA = _scaled(STANDARD, 13 / 11)._replace(
    margin=28 * MM,
    max_columns=1,
    measure=365,
    emphasis=Style.STRONG,
    body=sans(13, 19.5),
    answer=sans(13, 19.5, strong=True),
    note=sans(12, 18),
    source=sans(12, 18, QUIET),
    heading=sans(16, 24, strong=True),
    label=sans(13, 19.5, strong=True),
    part=sans(13, 19.5, QUIET),
    aside=sans(12, 18, QUIET),
    column_head=sans(12, 18, DARK, strong=True),
    min_size=12,
    item_gap=28,
    blank_leading=26,
)
"""Rule: sans serif, 12 to 14 pt, leading 1.5, flush left, no italics and no underlining, 60 to
70 characters a line (British Dyslexia Association, Dyslexia Friendly Style Guide)."""

_EDITIONS = {
    EditionName.STANDARD: STANDARD,
    EditionName.LARGE_PRINT: LARGE_PRINT,
    EditionName.DYSLEXIA: DYSLEXIA,
}


_MIN_TYPE_SIZE = 9.0
"""No type is smaller, however small the running text: the standard edition's asides."""

_COMPACT: dict[str, Any] = {
    "stem_to_options": 1.5,
    "stem_to_boxes": 3.0,
    "option_gap": 0.5,
    "box_row_gap": 3.0,
    "table_row_gap": 2.5,
    "item_gap": 8.0,
    "heading_gap": 14.0,
    "heading_rule_gap": 5.0,
    "first_gap": 6.0,
    "title_gap": 8.0,
    "points_gap": 8.0,
    "label_gap": 5.0,
    "gutter": 7 * MM,
    "two_columns": 0.5,
    "four_columns": 0.25,
    "option_column_gap": 8.0,
    "blank_leading": 19.0,
}
"""Spaces of a compact sheet, in points at 11 pt: by eye, with two rules kept. From item to item
there is at least twice as much as from option to option, baselines counted as well as white, and
more than from stem to options. LaTeX's exam class leaves about as much."""
_BY_HAND = ("blank_leading", "answer_box", "field_row", "score_line")
"""What is written in by hand: it grows with the type, and does not become smaller."""
_COMPACT_LEADING = 13.2
"""A fifth more than the type's size, as typesetters set 11 pt solid text: LaTeX's is 13.6."""


def _as_wished(printing: Printing) -> Edition:
    """Return the standard edition with the size, spaces and margins that `printing` asks for."""
    edition = STANDARD
    if printing.compact:
        body, answer = (
            style._replace(leading=_COMPACT_LEADING) for style in (edition.body, edition.answer)
        )
        label = edition.label._replace(leading=_COMPACT_LEADING)
        edition = edition._replace(**_COMPACT, body=body, answer=answer, label=label)
    factor = printing.size / edition.body.font.size
    if factor != 1:
        by_hand = {name: getattr(edition, name) for name in _BY_HAND}
        edition = _readable(_scaled(edition, factor))
        kept = {name: max(least, getattr(edition, name)) for name, least in by_hand.items()}
        edition = edition._replace(**kept)
    if printing.item_gap is not None:
        edition = edition._replace(item_gap=printing.item_gap * MM)
    if printing.imposition:
        edition = edition._replace(imposition=printing.imposition, max_columns=1)
    if printing.margin is not None or printing.imposition:
        margin = (printing.margin or _HALF_PAGE_MARGIN) * MM
        footer = min(edition.footer, _FOOTER_PART * margin)
        edition = edition._replace(margin=margin, footer=footer)
    return edition


_HALF_PAGE_MARGIN = 14
"""The margins of a page of half the paper's size, in millimetres: by eye."""
_FOOTER_PART = 0.6
"""The footer's baseline lies so far up in a margin that is narrow."""


def _readable(edition: Edition) -> Edition:
    """Return `edition` with no type below `_MIN_TYPE_SIZE` points."""
    fields = edition._asdict()
    for name, value in fields.items():
        if isinstance(value, TextStyle) and value.font.size < _MIN_TYPE_SIZE:
            leading = value.leading * _MIN_TYPE_SIZE / value.font.size
            fields[name] = TextStyle(value.font._replace(size=_MIN_TYPE_SIZE), leading)
    return Edition(**{**fields, "min_size": max(_MIN_TYPE_SIZE, edition.min_size)})


def edition_of(name: EditionName, printing: Printing) -> Edition:
    """Return the edition `name` with the columns and writing lines of `printing` that it allows."""
    edition = _EDITIONS[name]
    if edition is STANDARD:
        edition = _as_wished(printing)
    line = max(WRITING_LINES[printing.writing_lines], edition.min_writing_line)
    columns = min(printing.columns, edition.max_columns)
    binding = (printing.binding or 0) * MM
    return edition._replace(
        columns=columns, writing_line=line, binding=binding, duplex=printing.duplex
    )
