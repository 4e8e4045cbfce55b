"""One line of pieces to one row of marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from quizgen.writers.pdf.block import Row
from quizgen.writers.pdf.fonts import Face
from quizgen.writers.pdf.fragments import Fragment, measured
from quizgen.writers.pdf.lines import Blank, Inset, Piece
from quizgen.writers.pdf.marks import BoxMark, GlyphMark, Mark, PictureMark, RuleMark, TextMark
from quizgen.writers.pdf.scripts.bidi import visual_order
from quizgen.writers.pdf.style import CAPITALS, LINE, TINT, Setting
from quizgen.writers.pdf.tags import Element

_BLANK_DROP = 2.0
"""How far a blank lies below the baseline, so that descenders clear it, in points."""
_BLANK_STROKE = 0.5
"""As thick as a writing line, in points."""
_PICTURE_GAP = 3.0
"""White above and below a picture that makes its line taller, in points."""


def line_row(
    line: Sequence[Piece], setting: Setting, x: float, tag: Element | None, rtl: bool = False
) -> Row:
    """`line` as a row that begins `x` points from where lines begin.

    Taller than `setting` says if a picture stands in it. Beside a picture that stands
    alone, a label belongs at its top.
    """
    y, height = setting.baseline, setting.leading
    if len(line) == 1 and isinstance(line[0], Inset) and line[0].alone:
        top = y - CAPITALS * setting.font.size
        height = top + line[0].height + _PICTURE_GAP
        return Row(height, tuple(line_marks(line, x, height - _PICTURE_GAP, tag, rtl)), y)
    tallest = max([piece.height for piece in line if isinstance(piece, Inset)], default=0.0)
    if tallest > y - _PICTURE_GAP:
        more = tallest + _PICTURE_GAP - y
        y, height = y + more, height + more + _PICTURE_GAP
    return Row(height, tuple(line_marks(line, x, y, tag, rtl)), y)


def line_marks(
    line: Sequence[Piece], x: float, y: float, tag: Element | None, rtl: bool = False
) -> list[Mark]:
    """The marks of `line`, beginning at `x` on a baseline at `y`.

    Neighbours that look the same become one: a line of plain text is a single mark. Marks
    come in the order they are read in, wherever they stand. `rtl`: the document runs from
    right to left.
    """
    marks: list[Mark] = []
    for run, start, advance in _placed(line, x, rtl):
        piece = run[0]
        if isinstance(piece, Fragment):
            if piece.font.tint:
                marks.append(_ground(piece.font.size, start, y, advance))
            marks.append(_text_mark(run, start, y - piece.font.rise, advance, tag))
        elif isinstance(piece, Blank):
            begin, rule = start + piece.indent, piece.width - piece.indent
            marks.append(RuleMark(begin, y + _BLANK_DROP, rule, _BLANK_STROKE, LINE, piece.tag))
        else:
            top, size = y - piece.height, (piece.width, piece.height)
            marks.append(PictureMark(start, top, *size, piece.picture, piece.tag))
    return marks


def _text_mark(run: Sequence[Piece], x: float, y: float, width: float, tag: Element | None) -> Mark:
    """One mark for fragments that look and run the same."""
    fragments = [piece for piece in run if isinstance(piece, Fragment)]
    text = "".join([fragment.text for fragment in fragments])
    face, font, level = fragments[0].face, fragments[0].font, fragments[0].level
    if isinstance(face, Face):
        return TextMark(x, y, width, text, face, font.size, font.grey, tag)
    rtl = level % 2 == 1
    glyphs = [glyph for one in (fragments[::-1] if rtl else fragments) for glyph in one.glyphs]
    return GlyphMark(x, y, width, text, tuple(glyphs), face, font.size, rtl, font.grey, tag)


class _Run(NamedTuple):
    """Pieces that become one mark, and how far they move on, in points."""

    pieces: Sequence[Piece]
    x: float
    advance: float


def _placed(line: Sequence[Piece], x: float, rtl: bool) -> list[_Run]:
    """`line` as runs, in reading order, each where it stands."""
    if not rtl and not any(piece.level for piece in line):
        return _row(_alike(line), x)
    runs = list(_alike(_trimmed(line)))
    order = visual_order([run[0].level for run in runs])
    if rtl:
        order.reverse()
    placed = _row([runs[place] for place in order], x)
    return [run for _, run in sorted(zip(order, placed, strict=True), key=itemgetter(0))]


def _row(runs: Iterable[Sequence[Piece]], x: float) -> list[_Run]:
    placed: list[_Run] = []
    for run in runs:
        advance = run[0].advance if len(run) == 1 else sum([piece.advance for piece in run])
        placed.append(_Run(run, x, advance))
        x += advance
    return placed


def _alike(line: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Neighbours that look and run the same, together."""
    index, count = 0, len(line)
    while index < count:
        start, piece = index, line[index]
        index += 1
        if isinstance(piece, Fragment):
            while index < count:
                other = line[index]
                # A speller gives equal fonts one identity.
                if (
                    not isinstance(other, Fragment)
                    or other.face is not piece.face
                    or other.font is not piece.font
                    or other.level != piece.level
                ):
                    break
                index += 1
        yield line[start:index]


def _trimmed(line: Sequence[Piece]) -> Sequence[Piece]:
    """`line` without the space at its end: it would move what runs the other way."""
    last = line[-1] if line else None
    if not isinstance(last, Fragment) or not last.text.endswith(" "):
        return line
    text = last.text.rstrip(" ")
    if not text:
        return line[:-1]
    return [*line[:-1], measured(text, last.face, last.font, last.stop, last.level)]


def _ground(size: float, x: float, y: float, advance: float) -> BoxMark:
    """The light ground behind code: from ascender to descender, a point wider on each side."""
    return BoxMark(x - 1, y - 0.8 * size, advance + 2, 1.06 * size, 0, TINT)
