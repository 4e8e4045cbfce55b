"""Boxes to tick or to write in, empty or filled in, and badges: letters marked as right."""

from __future__ import annotations

from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox
from quizgen.writers.pdf.layout.style import CAP_HEIGHT, DARK, WHITE
from quizgen.writers.pdf.layout.tags import Tag

_TICK = "✓"


def tick_box(
    x: float, baseline: float, context: ItemContext, tag: Tag, *, ticked: bool
) -> list[DisplayItem]:
    """Return a box to tick, as a part of the label `tag`; with a tick in it if `ticked`."""
    words = context.typesetter.words
    box_tag = Tag("Span", tag, actual=words.right_answer if ticked else words.box)
    size = context.typesetter.edition.tick_box
    return _box(x, baseline, size, _TICK if ticked else "", context, box_tag)


def answer_box(
    x: float, baseline: float, written: str, context: ItemContext, tag: Tag
) -> list[DisplayItem]:
    """Return a box for a letter or a number, as a part of `tag`, with what is `written` in it."""
    box_tag = Tag("Span", tag, actual=written or context.typesetter.words.box)
    return _box(x, baseline, context.typesetter.edition.answer_box, written, context, box_tag)


def _box(
    x: float, baseline: float, size: float, text: str, context: ItemContext, tag: Tag
) -> list[DisplayItem]:
    """Return a square with `text` in its middle, level with the capitals on `baseline`."""
    typesetter, edition = context.typesetter, context.typesetter.edition
    top = baseline - (CAP_HEIGHT * edition.body.font.size + size) / 2
    font = edition.label.font
    start = x + (size - typesetter.width(text, font)) / 2
    return [
        DrawBox(x, top, size, size, edition.stroke, DARK, tag),
        *typesetter.line(text, font, start, baseline, tag),
    ]


def badge(
    letter: str, x: float, baseline: float, context: ItemContext, label: Tag
) -> list[DisplayItem]:
    """Return the `letter` of a right option, white on a dark ground, as a part of `label`."""
    typesetter, edition = context.typesetter, context.typesetter.edition
    font, pad = edition.label.font._replace(grey=WHITE), edition.badge_pad
    high, wide = CAP_HEIGHT * font.size, typesetter.width(letter, font)
    ground = DrawBox(
        x - pad, baseline - high - pad, wide + 2 * pad, high + 2 * pad, stroke=0, grey=DARK
    )
    badge_tag = Tag("Span", label, actual=f"{letter}, {typesetter.words.right_answer}")
    return [ground, *typesetter.line(letter, font, x, baseline, badge_tag)]
