"""One line of pieces to one row of marks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from quizgen.writers.pdf.fonts.faces import Face
from quizgen.writers.pdf.fonts.scripts.bidi import Direction, visual_order
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import (
    DisplayItem,
    DrawBox,
    DrawFormula,
    DrawGlyphs,
    DrawPicture,
    DrawRule,
    DrawText,
    LinkArea,
)
from quizgen.writers.pdf.layout.line_breaking import Blank, Expression, InlineBox, Inset
from quizgen.writers.pdf.layout.style import CAPITALS, LINE, TINT, TextStyle
from quizgen.writers.pdf.layout.tags import Element, Link
from quizgen.writers.pdf.layout.text_runs import TextBox, measured

if TYPE_CHECKING:
    from quizgen.writers.pdf.fonts.scripts.shaping import ShapedGlyph

_BLANK_DROP = 2.0
"""How far a blank lies below the baseline, so that descenders clear it, in points."""
_PICTURE_GAP = 3.0
"""White above and below a picture that makes its line taller, in points."""
_FORMULA_GAP = 1.5
"""The same for a formula, by eye; TeX's \\lineskip is 1."""
_ASCENT, _HEIGHT = 0.8, 1.06
"""What letters take above the baseline, and in all, in type sizes: by eye."""


def line_row(
    line: Sequence[InlineBox],
    setting: TextStyle,
    x: float,
    tag: Element | None,
    way: Direction = Direction.STRAIGHT,
) -> Row:
    """`line` as a row that begins `x` points from where lines begin.

    Taller than `setting` says if a picture or a formula in it is. Beside a picture that stands
    alone, a label belongs at its top.
    """
    y, height = setting.baseline, setting.leading
    if len(line) == 1 and isinstance(line[0], Inset) and line[0].alone:
        top = y - CAPITALS * setting.font.size
        height = top + line[0].height + _PICTURE_GAP
        return Row(height, tuple(line_marks(line, x, height - _PICTURE_GAP, tag, way)), y)
    kinds = set(map(type, line))
    if Inset in kinds:
        tallest = max([piece.height for piece in line if isinstance(piece, Inset)])
        if tallest > y - _PICTURE_GAP:
            more = tallest + _PICTURE_GAP - y
            y, height = y + more, height + more + _PICTURE_GAP
    if Expression in kinds:
        for piece in line:
            if isinstance(piece, Expression):
                if piece.ascent > y:
                    more = piece.ascent + _FORMULA_GAP - y
                    y, height = y + more, height + more
                if y + piece.descent > height:
                    height = y + piece.descent + _FORMULA_GAP
    return Row(height, tuple(line_marks(line, x, y, tag, way)), y)


def line_marks(
    line: Sequence[InlineBox],
    x: float,
    y: float,
    tag: Element | None,
    way: Direction = Direction.STRAIGHT,
) -> list[DisplayItem]:
    """The marks of `line`, beginning at `x` on a baseline at `y`.

    Neighbours that look the same become one: a line of plain text is a single mark. Marks
    come in the order they are read in, wherever they stand.
    """
    marks: list[DisplayItem] = []
    if way is Direction.STRAIGHT:
        _ink(line, x, y, tag, marks)
    else:
        for run, start in _turned(_trimmed(line), x, way is Direction.RIGHT_TO_LEFT):
            _ink(run, start, y, tag, marks)
    return marks


def _ink(
    line: Sequence[InlineBox], x: float, y: float, tag: Element | None, marks: list[DisplayItem]
) -> None:
    """Add the marks of what stands side by side in the order it is read in to `marks`."""
    index, count = 0, len(line)
    while index < count:
        piece = line[index]
        index += 1
        advance = piece.advance
        if isinstance(piece, TextBox):
            face, font, own = piece.face, piece.font, piece.owner
            first, texts = index - 1, [piece.text]
            while index < count:
                other = line[index]
                # A speller gives equal fonts one identity.
                if (
                    not isinstance(other, TextBox)
                    or other.face is not face
                    or other.font is not font
                    or other.owner is not own
                ):
                    break
                texts.append(other.text)
                advance += other.advance
                index += 1
            if font.tint:
                marks.append(_ground(font.size, x, y, advance))
            text, level = "".join(texts), y - font.rise
            owner = tag if own is None else own
            if isinstance(face, Face):
                mark = DrawText(x, level, advance, text, face, font.size, font.grey, owner)
                marks.append(mark)
            else:
                look = face, font.size, piece.level % 2 == 1, font.grey, owner
                glyphs = _glyphs(line[first:index])
                marks.append(DrawGlyphs(x, level, advance, text, glyphs, *look))
            if isinstance(own, Link):
                height = _ASCENT * font.size, _HEIGHT * font.size
                marks.append(LinkArea(x, level - height[0], advance, height[1], own))
        elif isinstance(piece, Blank):
            start, rule = x + piece.indent, piece.width - piece.indent
            marks.append(DrawRule(start, y + _BLANK_DROP, rule, piece.stroke, LINE, piece.tag))
        elif isinstance(piece, Expression):
            drawn = piece.formula, piece.scale, piece.grey, piece.tag
            marks.append(DrawFormula(x, y, piece.width, *drawn))
        else:
            top, size = y - piece.height, (piece.width, piece.height)
            marks.append(DrawPicture(x, top, *size, piece.picture, piece.tag))
        x += advance


def _glyphs(run: Sequence[InlineBox]) -> tuple[ShapedGlyph, ...]:
    """The glyphs of a run from left to right, whichever way it is read."""
    fragments = list(cast("Sequence[TextBox]", run))
    if fragments[0].level % 2:
        fragments.reverse()
    return tuple([glyph for fragment in fragments for glyph in fragment.glyphs])


def _turned(
    line: Sequence[InlineBox], x: float, rtl: bool
) -> Iterator[tuple[Sequence[InlineBox], float]]:
    """The runs of a line that runs both ways, as they are read, each with where it stands."""
    runs = [tuple(run) for _, run in itertools.groupby(line, _look)]
    order = visual_order([run[0].level for run in runs])
    starts = [x] * len(runs)
    for place in reversed(order) if rtl else order:
        starts[place] = x
        x += sum([piece.advance for piece in runs[place]])
    return zip(runs, starts, strict=True)


def _look(piece: InlineBox) -> tuple[object, ...]:
    """What pieces of one run have in common. A blank or a picture is a run of its own."""
    if isinstance(piece, TextBox):
        return piece.level, id(piece.face), id(piece.font), id(piece.owner)
    return (id(piece),)


def _trimmed(line: Sequence[InlineBox]) -> Sequence[InlineBox]:
    """`line` without the space at its end: it would move what runs the other way."""
    last = line[-1] if line else None
    if not isinstance(last, TextBox) or not last.text.endswith(" "):
        return line
    text = last.text.rstrip(" ")
    if not text:
        return line[:-1]
    return [*line[:-1], measured(text, last.face, last.font, last.stop, last.level, last.owner)]


def _ground(size: float, x: float, y: float, advance: float) -> DrawBox:
    """The light ground behind code: from ascender to descender, a point wider on each side."""
    return DrawBox(x - 1, y - _ASCENT * size, advance + 2, _HEIGHT * size, 0, TINT)
