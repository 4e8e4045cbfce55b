"""Boxes to tick or to write in, empty or filled in, and letters marked as right."""

from __future__ import annotations

from quizgen.writers.pdf.documents.item_frame import Place
from quizgen.writers.pdf.layout.display_list import BoxMark, Mark
from quizgen.writers.pdf.layout.style import CAPITALS, DARK, WHITE
from quizgen.writers.pdf.layout.tags import Element

_TICK = "✓"


def tick_box(x: float, baseline: float, place: Place, tag: Element, *, ticked: bool) -> list[Mark]:
    """A box to tick. `tag` is the label that it is part of."""
    words = place.setter.words
    drawn = Element("Span", tag, actual=words.right_answer if ticked else words.box)
    size = place.setter.edition.tick_box
    return _box(x, baseline, size, _TICK if ticked else "", place, drawn)


def answer_box(x: float, baseline: float, given: str, place: Place, tag: Element) -> list[Mark]:
    """A box to write a letter or a number in; what is `given` stands there already."""
    drawn = Element("Span", tag, actual=given or place.setter.words.box)
    return _box(x, baseline, place.setter.edition.answer_box, given, place, drawn)


def _box(
    x: float, baseline: float, size: float, text: str, place: Place, tag: Element
) -> list[Mark]:
    """A square centred on the height of the capitals beside it, and `text` in its middle."""
    setter, edition = place.setter, place.setter.edition
    top = baseline - (CAPITALS * edition.body.font.size + size) / 2
    font = edition.label.font
    start = x + (size - setter.width(text, font)) / 2
    return [
        BoxMark(x, top, size, size, edition.stroke, DARK, tag),
        *setter.line(text, font, start, baseline, tag),
    ]


def badge(letter: str, x: float, baseline: float, place: Place, label: Element) -> list[Mark]:
    """The letter of a right option, white on a dark ground."""
    setter, edition = place.setter, place.setter.edition
    font, pad = edition.label.font._replace(grey=WHITE), edition.badge_pad
    high, wide = CAPITALS * font.size, setter.width(letter, font)
    ground = BoxMark(
        x - pad, baseline - high - pad, wide + 2 * pad, high + 2 * pad, stroke=0, grey=DARK
    )
    drawn = Element("Span", label, actual=f"{letter}, {setter.words.right_answer}")
    return [ground, *setter.line(letter, font, x, baseline, drawn)]
