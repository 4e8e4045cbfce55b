"""What of a card's rows is seen: what is centred between its upper and its lower edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import (
    Bookmark,
    BoxMark,
    End,
    FormulaMark,
    GlyphMark,
    LinkMark,
    Mark,
    PictureMark,
    Presence,
    RuleMark,
    TextMark,
)
from quizgen.writers.pdf.layout.style import CAPITALS, Setting


def seen(rows: Sequence[Row], setting: Setting) -> tuple[float, float]:
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


def _reach(mark: Mark, baseline: float, setting: Setting) -> Iterator[tuple[float, float]]:
    match mark:
        case TextMark() | GlyphMark():
            yield baseline - CAPITALS * setting.font.size, baseline
        case RuleMark(y=y):
            yield y, y
        case PictureMark(y=y, height=height):
            yield y, y + height
        case FormulaMark(y=y, formula=formula, scale=scale):
            yield y - formula.ascent * scale, y + formula.descent * scale
        case BoxMark() | LinkMark() | Bookmark() | Presence() | End():
            pass
        case _:
            assert_never(mark)
