"""Boxes to tick or to write in, empty or filled in, and letters marked as right."""

from __future__ import annotations

from quizgen.writers.pdf.documents.item_frame import ItemContext
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawBox
from quizgen.writers.pdf.layout.style import CAP_HEIGHT, DARK, WHITE
from quizgen.writers.pdf.layout.tags import Tag

_TICK = "✓"


def tick_box(
    x: float, baseline: float, place: ItemContext, tag: Tag, *, ticked: bool
) -> list[DisplayItem]:
    """A box to tick. `tag` is the label that it is part of."""
    words = place.typesetter.words
    drawn = Tag("Span", tag, actual=words.right_answer if ticked else words.box)
    size = place.typesetter.edition.tick_box
    return _box(x, baseline, size, _TICK if ticked else "", place, drawn)


def answer_box(
    x: float, baseline: float, given: str, place: ItemContext, tag: Tag
) -> list[DisplayItem]:
    """A box to write a letter or a number in; what is `given` stands there already."""
    drawn = Tag("Span", tag, actual=given or place.typesetter.words.box)
    return _box(x, baseline, place.typesetter.edition.answer_box, given, place, drawn)


def _box(
    x: float, baseline: float, size: float, text: str, place: ItemContext, tag: Tag
) -> list[DisplayItem]:
    """A square centred on the height of the capitals beside it, and `text` in its middle."""
    typesetter, edition = place.typesetter, place.typesetter.edition
    top = baseline - (CAP_HEIGHT * edition.body.font.size + size) / 2
    font = edition.label.font
    start = x + (size - typesetter.width(text, font)) / 2
    return [
        DrawBox(x, top, size, size, edition.stroke, DARK, tag),
        *typesetter.line(text, font, start, baseline, tag),
    ]


def badge(
    letter: str, x: float, baseline: float, place: ItemContext, label: Tag
) -> list[DisplayItem]:
    """The letter of a right option, white on a dark ground."""
    typesetter, edition = place.typesetter, place.typesetter.edition
    font, pad = edition.label.font._replace(grey=WHITE), edition.badge_pad
    high, wide = CAP_HEIGHT * font.size, typesetter.width(letter, font)
    ground = DrawBox(
        x - pad, baseline - high - pad, wide + 2 * pad, high + 2 * pad, stroke=0, grey=DARK
    )
    drawn = Tag("Span", label, actual=f"{letter}, {typesetter.words.right_answer}")
    return [ground, *typesetter.line(letter, font, x, baseline, drawn)]
