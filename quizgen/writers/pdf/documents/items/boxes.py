"""Boxes to tick or to write in, empty or filled in, and badges: letters marked as right."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox, DrawCircle
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


def field_box(
    x: float, baseline: float, context: ItemContext, *, is_round: bool
) -> DrawBox | DrawCircle:
    """Return a box for a button on the screen, or a circle; the button itself is a field."""
    edition = context.typesetter.edition
    top, size = _top(baseline, edition.tick_box, context), edition.tick_box
    if is_round:
        return DrawCircle(x, top, size, edition.stroke, DARK)
    return DrawBox(x, top, size, size, edition.stroke, DARK)


def answer_box_width(context: ItemContext) -> float:
    """Return the width of a box for a letter or a number, in points."""
    return context.fields.list_width if context.fields else context.typesetter.edition.answer_box


def list_box(
    x: float,
    baseline: float,
    place: int,
    part: str,
    choices: Sequence[str],
    context: ItemContext,
    tag: Tag,
) -> list[DisplayItem]:
    """Return a box with a list of `choices` for the `part` at `place`; nothing without fields."""
    if context.fields is None:
        return []
    edition = context.typesetter.edition
    top = _top(baseline, edition.answer_box, context)
    size = context.fields.list_width, edition.answer_box
    frame = DrawBox(x, top, *size, edition.stroke, DARK)
    return [frame, context.fields.chosen(place, part, choices, (x, top), tag)]


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
    top = _top(baseline, size, context)
    font = edition.label.font
    start = x + (size - typesetter.width(text, font)) / 2
    return [
        DrawBox(x, top, size, size, edition.stroke, DARK, tag),
        *typesetter.line(text, font, start, baseline, tag),
    ]


def _top(baseline: float, size: float, context: ItemContext) -> float:
    """Return the top of a box of this `size`, level with the capitals on `baseline`."""
    return baseline - (CAP_HEIGHT * context.typesetter.edition.body.font.size + size) / 2


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
