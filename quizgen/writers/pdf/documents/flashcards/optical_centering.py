"""Optical centring: the extent of the ink of a card's rows, which is what looks centred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import (
    Bookmark,
    DisplayItem,
    DrawBox,
    DrawCircle,
    DrawFormula,
    DrawGlyphs,
    DrawPicture,
    DrawRule,
    DrawText,
    EmptyTag,
    EndTag,
    FormField,
    LinkArea,
    UpsideDown,
)
from quizgen.writers.pdf.layout.style import CAP_HEIGHT, TextStyle


def ink_extent(rows: Sequence[Row], text_style: TextStyle) -> tuple[float, float]:
    """Return the top and the bottom of what is drawn, in points below the top of `rows`.

    A line of text counts from the height of its capitals to its baseline, so that words with
    and without letters that hang below stand alike.
    """
    tops, bottoms = [], []
    y = 0.0
    for row in rows:
        for display_item in row.display_list:
            for top, bottom in _ink_extents(display_item, row.baseline, text_style):
                tops.append(y + top)
                bottoms.append(y + bottom)
        y += row.height
    return (min(tops), max(bottoms)) if tops else (0.0, y)


def _ink_extents(
    display_item: DisplayItem, baseline: float, text_style: TextStyle
) -> Iterator[tuple[float, float]]:
    """Yield the top and the bottom of `display_item`, in points below the top of its row.

    Boxes and what is invisible do not count.
    """
    match display_item:
        case DrawText() | DrawGlyphs():
            yield baseline - CAP_HEIGHT * text_style.font.size, baseline
        case DrawRule(y=y):
            yield y, y
        case DrawPicture(y=y, height=height):
            yield y, y + height
        case DrawFormula(y=y, formula=formula, scale=scale):
            yield y - formula.ascent * scale, y + formula.descent * scale
        case UpsideDown(y=y, height=height):
            yield y, y + height
        case DrawBox() | DrawCircle() | LinkArea() | FormField():
            pass
        case Bookmark() | EmptyTag() | EndTag():
            pass
        case _:
            assert_never(display_item)
