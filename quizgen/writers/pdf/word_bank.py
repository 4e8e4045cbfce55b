"""The box with the words that fill a section's gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from quizgen.text import Text
from quizgen.writers.pdf.block import Block, Row, before, beside, gap, height, kept
from quizgen.writers.pdf.marks import BoxMark
from quizgen.writers.pdf.style import LINE
from quizgen.writers.pdf.tags import BOXED, Element
from quizgen.writers.pdf.typesetter import Typesetter


def word_bank_block(
    words: Sequence[Text], width: float, setter: Typesetter, root: Element
) -> Block:
    """`words` in columns under a heading, framed; whole on the page of the first item."""
    edition = setter.edition
    pad = edition.field_gap
    room = width - 2 * pad
    head = setter.rows((setter.words.word_bank,), edition.label, pad, room, Element("P", root))
    listing = Element("L", root, attributes=BOXED)
    column = min(
        room, max(setter.natural(word.runs, edition.body.font, room) for word in words) + 2 * pad
    )
    count = min(len(words), max(1, int(room / column)))
    column = room / count
    cells = [
        setter.rows(
            word.runs,
            edition.body,
            pad + index % count * column,
            column - pad if count > 1 else column,
            Element("LBody", Element("LI", listing)),
        )
        for index, word in enumerate(words)
    ]
    rows = [*head, gap(edition.option_gap)]
    for start in range(0, len(cells), count):
        lines = zip_longest(*cells[start : start + count])
        rows += [beside([row for row in line if row is not None]) for line in lines]
    inner = [gap(pad / 2), *rows, gap(pad / 2)]
    box = BoxMark(0.0, 0.0, width, height(inner), edition.writing_stroke, LINE, None)
    first, *rest = inner
    framed: list[Row] = kept([before((box,), first), *rest])
    return Block(tuple(framed), edition.first_gap, with_next=True, wide=True)
