"""Lists, quotations and code of a text as rows, and the parts of a text between blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import (
    BLOCKS,
    Block,
    CodeBlock,
    GapBlock,
    ListBlock,
    Quotation,
    Refused,
    Style,
    Table,
)
from quizgen.writers.pdf.fonts.faces import styled
from quizgen.writers.pdf.layout.block_frame import BlockFrame
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend, without_top_space
from quizgen.writers.pdf.layout.display_list import DrawBox
from quizgen.writers.pdf.layout.language_span import TextPart
from quizgen.writers.pdf.layout.style import HAIR, TINT
from quizgen.writers.pdf.layout.table_text import table_rows
from quizgen.writers.pdf.layout.tags import BULLETED, NUMBERED, Tag
from quizgen.writers.pdf.layout.text_setter import TextSetter


class Segment(NamedTuple):
    """A part of a text: a `block`, or the `parts` between blocks.

    `tag` as in `Paragraph`; `spaced` if an empty line is before it.
    """

    parts: tuple[TextPart, ...]
    block: Block | None = None
    tag: Tag | None = None
    spaced: bool = False


def segments(parts: Sequence[TextPart], tag: Tag | None) -> Iterator[Segment]:
    """Yield `parts`, which are content of `tag`, in segments; one where there is no block.

    A list is no part of a paragraph: what stands behind a block is a paragraph of its own, and a
    block is in what `tag` is in, if that is a paragraph. A list in a list has no white above it.
    """
    parts = [part.block if isinstance(part, GapBlock) else part for part in parts]
    places = [index for index, part in enumerate(parts) if isinstance(part, BLOCKS)]
    if not places:
        yield Segment(tuple(parts))
        return
    around = tag
    while around is not None and around.kind in ("P", "Span"):
        around = around.parent
    start = 0
    for place in [*places, len(parts)]:
        if place > start:
            element = tag if start == 0 and tag is not around else Tag("P", around) if tag else None
            yield Segment(tuple(parts[start:place]), None, element, spaced=start > 0)
        if place < len(parts):
            block = parts[place]
            assert isinstance(block, BLOCKS)
            in_list = isinstance(block, ListBlock) and tag is not None and tag.kind == "LBody"
            yield Segment((), block, around, spaced=not in_list)
        start = place + 1


def block_rows(block: Block, typesetter: TextSetter, place: BlockFrame) -> list[Row]:
    """Return the rows of `block`."""
    match block:
        case ListBlock():
            return _list_rows(block, typesetter, place)
        case Table():
            return table_rows(block, typesetter, place)
        case CodeBlock():
            return _code_rows(block, typesetter, place)
        case Quotation(runs=runs):
            tag = Tag("BlockQuote", place.tag) if place.tag else None
            return _quotation_rows(Quotation(runs), typesetter, place._replace(tag=tag))
        case Refused(runs=runs):
            return typesetter.rows(
                runs,
                place.text_style,
                place.x,
                place.width,
                _within("P", place.tag),
                place.gaps,
            )
        case _:
            assert_never(block)


def _within(kind: str, tag: Tag | None, attributes: str | None = None) -> Tag | None:
    """Return a new tag in `tag`; None for what is for the eye alone."""
    return Tag(kind, tag, attributes=attributes) if tag else None


def _list_rows(listed: ListBlock, typesetter: TextSetter, place: BlockFrame) -> list[Row]:
    """Return the items of `listed`, each behind its number or bullet."""
    text_style, edition = place.text_style, typesetter.edition
    font = text_style.font
    labels = listed.labels
    widest = max((typesetter.width(label, font) for label in labels), default=0.0)
    inner = place.indented(widest + edition.label_gap)
    listing = _within("L", place.tag, BULLETED if listed.start is None else NUMBERED)
    rows: list[Row] = []
    for text, runs in zip(labels, listed.items, strict=True):
        if rows:
            rows.append(gap(edition.list_gap))
        entry = _within("LI", listing)
        label, body = _within("Lbl", entry), _within("LBody", entry)
        lines = typesetter.rows(runs, text_style, inner.x, inner.width, body, place.gaps)
        first, *rest = lines or [Row(text_style.leading, baseline=text_style.baseline)]
        display_list = typesetter.line(
            text, font, place.x + widest, first.baseline, label, right=True
        )
        rows += [prepend(display_list, first), *rest]
    return rows


def _quotation_rows(quotation: Quotation, typesetter: TextSetter, place: BlockFrame) -> list[Row]:
    """Return the lines of `quotation`, indented beside a bar."""
    edition = typesetter.edition
    inner = place.indented(edition.quote_indent)
    tag = _within("P", place.tag)
    rows = typesetter.rows(quotation.runs, place.text_style, inner.x, inner.width, tag, place.gaps)
    return [
        prepend([DrawBox(place.x, 0.0, edition.quote_bar, row.height, 0, HAIR)], row)
        for row in rows
    ]


def _code_rows(code: CodeBlock, typesetter: TextSetter, place: BlockFrame) -> list[Row]:
    """Return the lines of `code` on a tinted ground."""
    edition, text_style = typesetter.edition, place.text_style
    font = styled(text_style.font, Style.CODE, edition.min_size)._replace(tint=False)
    text_style = text_style._replace(font=font)
    pad = edition.code_pad
    tag = _within("Code", _within("P", place.tag))
    rows: list[Row] = []
    for line in code.text.split("\n"):
        set_line = typesetter.code_rows(
            _unbroken(line), text_style, place.x + pad, place.width - 2 * pad, tag
        )
        rows += set_line or [Row(text_style.leading, baseline=text_style.baseline)]
    rows[0] = without_top_space(rows[0], -pad)
    rows[-1] = rows[-1]._replace(height=rows[-1].height + pad)
    return [prepend([DrawBox(place.x, 0.0, place.width, row.height, 0, TINT)], row) for row in rows]


def _unbroken(line: str) -> str:
    """Return `line` of code with spaces that are kept, but for single ones between words."""
    words = line.lstrip(" ")
    indent = "\xa0" * (len(line) - len(words))
    return indent + words.replace("  ", "\xa0\xa0").replace("\xa0 ", "\xa0\xa0")
