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
        ),
        "grid_columns",
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
    grid_columns=2,
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
    grid_columns=3,
)
"""Rule: sans serif, 12 to 14 pt, leading 1.5, flush left, no italics and no underlining, 60 to
70 characters a line (British Dyslexia Association, Dyslexia Friendly Style Guide)."""

_EDITIONS = {
    EditionName.STANDARD: STANDARD,
    EditionName.LARGE_PRINT: LARGE_PRINT,
    EditionName.DYSLEXIA: DYSLEXIA,
}


def edition_of(name: EditionName, printing: Printing) -> Edition:
    """Return the edition `name` with the columns and writing lines of `printing` that it allows."""
    edition = _EDITIONS[name]
    line = max(WRITING_LINES[printing.writing_lines], edition.min_writing_line)
    columns = min(printing.columns, edition.max_columns)
    return edition._replace(columns=columns, writing_line=line)
