"""The box with the words that fill a section's gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from quizgen.model.text import Text
from quizgen.writers.pdf.documents.cells import in_cells
from quizgen.writers.pdf.documents.frames import open_frame
from quizgen.writers.pdf.layout.blocks import (
    Block,
    Row,
    gap,
    height,
    keep_together,
    prepend,
    side_by_side_rows,
)
from quizgen.writers.pdf.layout.display_list import DrawBox
from quizgen.writers.pdf.layout.pagination import TextArea
from quizgen.writers.pdf.layout.style import LINE
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_MAX_COLUMNS = 12
"""More are no easier to search: by eye."""

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
    cells = _cells(words, inner_width, pad, typesetter, listing)
    rows = [*keep_together(head), gap(edition.option_gap)]
    for on_row in cells:
        lines = zip_longest(*on_row)
        rows += [side_by_side_rows([row for row in line if row is not None]) for line in lines]
    inner = [gap(pad / 2), *rows[:-1], *keep_together(rows[-1:]), gap(pad / 2)]
    if height(inner) > area.height - _HEADING:
        rows = open_frame(inner, 0.0, area.width, edition.writing_stroke)
        return Block(tuple(rows), edition.first_gap, spans_columns=True)
    box = DrawBox(0.0, 0.0, area.width, height(inner), edition.writing_stroke, LINE, None)
    first, *rest = keep_together(inner)
    return Block(
        (prepend((box,), first), *rest), edition.first_gap, keep_with_next=True, spans_columns=True
    )


def _cells(
    words: Sequence[Text], width: float, pad: float, typesetter: Typesetter, listing: Tag
) -> list[list[list[Row]]]:
    """Return the lines of each word, row by row, in as many columns as make the fewest rows.

    A long one takes several columns, so that the others need not stand below each other.
    """
    style = typesetter.edition.body
    widths = [typesetter.natural_width(word.runs, style.font, width) + 2 * pad for word in words]
    cells = in_cells(widths, width, _MAX_COLUMNS)
    column = width / cells.columns
    return [
        [
            typesetter.rows(
                words[index].runs,
                style,
                pad + first * column,
                span * column - (pad if span < cells.columns else 0.0),
                Tag("LBody", Tag("LI", listing)),
            )
            for index, first, span in on_row
        ]
        for on_row in cells.rows
    ]
