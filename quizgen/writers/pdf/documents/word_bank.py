"""The box with the words that fill a section's gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from quizgen.model.text import Text
from quizgen.writers.pdf.layout.blocks import (
    Block,
    Row,
    gap,
    height,
    keep_together,
    prepend,
    side_by_side_rows,
)
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox, DrawRule
from quizgen.writers.pdf.layout.pagination import TextArea
from quizgen.writers.pdf.layout.style import LINE
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_HEADING = 100.0
"""Points that the section's title takes above the box, with a line of instructions. By eye."""


def word_bank_block(
    words: Sequence[Text], area: TextArea, typesetter: Typesetter, root: Tag
) -> Block:
    """Return `words` in columns under a heading, in a frame.

    The block is whole, and on the page of the item after it, if a page of `area` can hold it.
    Else it is divided, and its frame is open where it goes on.
    """
    edition = typesetter.edition
    pad = edition.field_gap
    inner_width = area.width - 2 * pad
    head = typesetter.rows(
        (typesetter.words.word_bank,), edition.label, pad, inner_width, Tag("P", root)
    )
    listing = Tag("L", root, attributes=BOXED)
    column = min(
        inner_width,
        max(typesetter.natural_width(word.runs, edition.body.font, inner_width) for word in words)
        + 2 * pad,
    )
    count = min(len(words), max(1, int(inner_width / column)))
    column = inner_width / count
    cells = [
        typesetter.rows(
            word.runs,
            edition.body,
            pad + index % count * column,
            column - pad if count > 1 else column,
            Tag("LBody", Tag("LI", listing)),
        )
        for index, word in enumerate(words)
    ]
    rows = [*keep_together(head), gap(edition.option_gap)]
    for start in range(0, len(cells), count):
        lines = zip_longest(*cells[start : start + count])
        rows += [side_by_side_rows([row for row in line if row is not None]) for line in lines]
    inner = [gap(pad / 2), *rows[:-1], *keep_together(rows[-1:]), gap(pad / 2)]
    if height(inner) > area.height - _HEADING:
        rows = _open_frame(inner, area.width, edition.writing_stroke)
        return Block(tuple(rows), edition.first_gap, spans_columns=True)
    box = DrawBox(0.0, 0.0, area.width, height(inner), edition.writing_stroke, LINE, None)
    first, *rest = keep_together(inner)
    return Block(
        (prepend((box,), first), *rest), edition.first_gap, keep_with_next=True, spans_columns=True
    )


def _open_frame(rows: Sequence[Row], width: float, stroke: float) -> list[Row]:
    """Return `rows` in a frame that is open where they go on overleaf."""
    framed = []
    for index, row in enumerate(rows):
        frame: list[DisplayItem] = [
            DrawBox(x - stroke / 2, 0.0, stroke, row.height, 0, LINE) for x in (0.0, width)
        ]
        if index == 0:
            frame.append(DrawRule(0.0, 0.0, width, stroke, LINE))
        if index == len(rows) - 1:
            frame.append(DrawRule(0.0, row.height, width, stroke, LINE))
        framed.append(prepend(frame, row))
    return framed
