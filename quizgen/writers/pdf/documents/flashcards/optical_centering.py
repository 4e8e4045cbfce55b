"""What of a card's rows is seen: what is centred between its upper and its lower edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import (
    Bookmark,
    DisplayItem,
    DrawBox,
    DrawFormula,
    DrawGlyphs,
    DrawPicture,
    DrawRule,
    DrawText,
    EmptyElement,
    EndElement,
    LinkArea,
)
from quizgen.writers.pdf.layout.style import CAPITALS, TextStyle


def seen(rows: Sequence[Row], setting: TextStyle) -> tuple[float, float]:
    """From where to where ink reaches, in points below the top of `rows`.

    A line of text counts from the height of its capitals to its baseline, so that words with
    and without letters that hang below stand alike.
    """
    tops, bottoms = [], []
    y = 0.0
    for row in rows:
        for mark in row.marks:
            for top, bottom in _reach(mark, row.baseline, setting):
                tops.append(y + top)
                bottoms.append(y + bottom)
        y += row.height
    return (min(tops), max(bottoms)) if tops else (0.0, y)


def _reach(mark: DisplayItem, baseline: float, setting: TextStyle) -> Iterator[tuple[float, float]]:
    match mark:
        case DrawText() | DrawGlyphs():
            yield baseline - CAPITALS * setting.font.size, baseline
        case DrawRule(y=y):
            yield y, y
        case DrawPicture(y=y, height=height):
            yield y, y + height
        case DrawFormula(y=y, formula=formula, scale=scale):
            yield y - formula.ascent * scale, y + formula.descent * scale
        case DrawBox() | LinkArea() | Bookmark() | EmptyElement() | EndElement():
            pass
        case _:
            assert_never(mark)
