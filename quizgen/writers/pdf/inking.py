"""One line of pieces to one row of marks."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.block import Row
from quizgen.writers.pdf.fragments import Fragment
from quizgen.writers.pdf.lines import Blank, Expression, Inset, Piece
from quizgen.writers.pdf.marks import BoxMark, FormulaMark, Mark, PictureMark, RuleMark, TextMark
from quizgen.writers.pdf.style import CAPITALS, LINE, TINT, Setting
from quizgen.writers.pdf.tags import Element

_BLANK_DROP = 2.0
"""How far a blank lies below the baseline, so that descenders clear it, in points."""
_PICTURE_GAP = 3.0
"""White above and below a picture that makes its line taller, in points."""
_FORMULA_GAP = 1.5
"""The same for a formula, by eye; TeX's \\lineskip is 1."""


def line_row(line: Sequence[Piece], setting: Setting, x: float, tag: Element | None) -> Row:
    """`line` as a row that begins `x` points from the left.

    Taller than `setting` says if a picture or a formula in it is. Beside a picture that stands
    alone, a label belongs at its top.
    """
    y, height = setting.baseline, setting.leading
    if len(line) == 1 and isinstance(line[0], Inset) and line[0].alone:
        top = y - CAPITALS * setting.font.size
        height = top + line[0].height + _PICTURE_GAP
        return Row(height, tuple(line_marks(line, x, height - _PICTURE_GAP, tag)), y)
    tallest = max([piece.height for piece in line if isinstance(piece, Inset)], default=0.0)
    if tallest > y - _PICTURE_GAP:
        more = tallest + _PICTURE_GAP - y
        y, height = y + more, height + more + _PICTURE_GAP
    for piece in line:
        if isinstance(piece, Expression):
            if piece.ascent > y:
                more = piece.ascent + _FORMULA_GAP - y
                y, height = y + more, height + more
            if y + piece.descent > height:
                height = y + piece.descent + _FORMULA_GAP
    return Row(height, tuple(line_marks(line, x, y, tag)), y)


def line_marks(line: Sequence[Piece], x: float, y: float, tag: Element | None) -> list[Mark]:
    """The marks of `line`, beginning at `x` on a baseline at `y`.

    Neighbours that look the same become one: a line of plain text is a single mark.
    """
    marks: list[Mark] = []
    index, count = 0, len(line)
    while index < count:
        piece = line[index]
        index += 1
        advance = piece.advance
        if isinstance(piece, Fragment):
            face, font = piece.face, piece.font
            texts = [piece.text]
            while index < count:
                other = line[index]
                # A speller gives equal fonts one identity.
                if (
                    not isinstance(other, Fragment)
                    or other.face is not face
                    or other.font is not font
                ):
                    break
                texts.append(other.text)
                advance += other.advance
                index += 1
            if font.tint:
                marks.append(_ground(font.size, x, y, advance))
            text = "".join(texts)
            marks.append(TextMark(x, y - font.rise, text, face, font.size, font.grey, tag))
        elif isinstance(piece, Blank):
            start, rule = x + piece.indent, piece.width - piece.indent
            marks.append(RuleMark(start, y + _BLANK_DROP, rule, piece.stroke, LINE, piece.tag))
        elif isinstance(piece, Expression):
            marks.append(FormulaMark(x, y, piece.formula, piece.scale, piece.grey, piece.tag))
        else:
            top = y - piece.height
            marks.append(PictureMark(x, top, piece.width, piece.height, piece.picture, piece.tag))
        x += advance
    return marks


def _ground(size: float, x: float, y: float, advance: float) -> BoxMark:
    """The light ground behind code: from ascender to descender, a point wider on each side."""
    return BoxMark(x - 1, y - 0.8 * size, advance + 2, 1.06 * size, 0, TINT)
