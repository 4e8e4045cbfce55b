"""A line of inline boxes as a row with a display list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.model.named_tuple import of_fields
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
    FormField,
    LinkArea,
)
from quizgen.writers.pdf.layout.form_fields import FIELD_HEIGHT
from quizgen.writers.pdf.layout.line_breaking import (
    InlineBlank,
    InlineBox,
    InlineFormula,
    InlineImage,
)
from quizgen.writers.pdf.layout.style import CAP_HEIGHT, LINE, TINT, TextStyle
from quizgen.writers.pdf.layout.tags import LinkTag, Tag
from quizgen.writers.pdf.layout.text_runs import TextBox, make_text_box

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
    text_style: TextStyle,
    x: float,
    tag: Tag | None,
    direction: Direction = Direction.LEFT_TO_RIGHT,
) -> Row:
    """Return `line` as a row that begins `x` points from where lines begin.

    Taller than `text_style` says if a picture or a formula in it is. Beside a picture that stands
    alone, a label belongs at its top.
    """
    y, height = text_style.baseline, text_style.leading
    if len(line) == 1 and isinstance(line[0], InlineImage) and line[0].on_own_line:
        top = y - CAP_HEIGHT * text_style.font.size
        height = top + line[0].height + _PICTURE_GAP
        return Row(
            height, tuple(line_display_list(line, x, height - _PICTURE_GAP, tag, direction)), y
        )
    kinds = set(map(type, line))
    if InlineImage in kinds:
        tallest = max([box.height for box in line if isinstance(box, InlineImage)])
        if tallest > y - _PICTURE_GAP:
            more = tallest + _PICTURE_GAP - y
            y, height = y + more, height + more + _PICTURE_GAP
    if InlineFormula in kinds:
        for box in line:
            if isinstance(box, InlineFormula):
                if box.ascent > y:
                    more = box.ascent + _FORMULA_GAP - y
                    y, height = y + more, height + more
                if y + box.descent > height:
                    height = y + box.descent + _FORMULA_GAP
    return Row(height, tuple(line_display_list(line, x, y, tag, direction)), y)


def line_display_list(
    line: Sequence[InlineBox],
    x: float,
    y: float,
    tag: Tag | None,
    direction: Direction = Direction.LEFT_TO_RIGHT,
) -> list[DisplayItem]:
    """Return the display list of `line`, beginning at `x` on a baseline at `y`.

    Neighbours that look the same become one item: a line of plain text is a single one. Items
    come in reading order, wherever they stand.
    """
    display_list: list[DisplayItem] = []
    if direction is Direction.LEFT_TO_RIGHT:
        _append(line, x, y, tag, display_list)
    else:
        for run, start in _visual_runs(_trimmed(line), x, direction is Direction.RIGHT_TO_LEFT):
            _append(run, start, y, tag, display_list)
    return display_list


def _append(
    line: Sequence[InlineBox], x: float, y: float, tag: Tag | None, display_list: list[DisplayItem]
) -> None:
    """Append `line`, whose boxes stand side by side in reading order, to `display_list`."""
    run: list[TextBox] = []
    face = font = link = None
    advance = 0.0
    for box in line:
        if isinstance(box, TextBox):
            # A shaper gives equal fonts one identity.
            if box.font is font and box.face is face and box.owner is link:
                run.append(box)
                advance += box.advance
                continue
            if run:
                _append_text(run, x, y, advance, tag, display_list)
                x += advance
            run = [box]
            face, font, link, advance = box.face, box.font, box.owner, box.advance
            continue
        if run:
            _append_text(run, x, y, advance, tag, display_list)
            x += advance
            run, font = [], None
        _append_figure(box, x, y, display_list)
        x += box.advance
    if run:
        _append_text(run, x, y, advance, tag, display_list)


def _append_text(
    run: list[TextBox],
    x: float,
    y: float,
    advance: float,
    tag: Tag | None,
    display_list: list[DisplayItem],
) -> None:
    """Append the text boxes `run`, which look the same and have so much `advance` in all."""
    box = run[0]
    face, font, link = box.face, box.font, box.owner
    _, size, _, _, grey, rise, tint = font
    if tint:
        display_list.append(_background(size, x, y, advance))
    text, level = "".join([one.text for one in run]), y - rise
    owner = tag if link is None else link
    if isinstance(face, Face):
        drawn = x, level, advance, text, face, size, grey, owner
        display_list.append(of_fields(DrawText, drawn))
    else:
        look = face, size, box.level % 2 == 1, grey, owner
        display_list.append(DrawGlyphs(x, level, advance, text, _glyphs(run), *look))
    if isinstance(link, LinkTag):
        height = _ASCENT * size, _HEIGHT * size
        display_list.append(LinkArea(x, level - height[0], advance, height[1], link))


def _append_figure(
    box: InlineBlank | InlineFormula | InlineImage,
    x: float,
    y: float,
    display_list: list[DisplayItem],
) -> None:
    """Append `box`, which is not text."""
    if isinstance(box, InlineBlank):
        start, rule, foot = x + box.indent, box.width - box.indent, y + _BLANK_DROP
        tag_of_rule = None if box.field else box.tag
        display_list.append(DrawRule(start, foot, rule, box.stroke, LINE, tag_of_rule))
        if box.field and box.tag:
            high = FIELD_HEIGHT * box.field.size
            display_list.append(FormField(start, foot - high, rule, high, box.field, box.tag))
    elif isinstance(box, InlineFormula):
        drawn = box.formula, box.scale, box.grey, box.tag
        display_list.append(DrawFormula(x, y, box.width, *drawn))
    else:
        top, size = y - box.height, (box.width, box.height)
        display_list.append(DrawPicture(x, top, *size, box.picture, box.tag))


def _glyphs(run: list[TextBox]) -> tuple[ShapedGlyph, ...]:
    """Return the glyphs of `run` from left to right, whichever way it is read."""
    ordered = reversed(run) if run[0].level % 2 else run
    return tuple([glyph for text_box in ordered for glyph in text_box.glyphs])


def _visual_runs(
    line: Sequence[InlineBox], x: float, rtl: bool
) -> Iterator[tuple[Sequence[InlineBox], float]]:
    """Return the runs of a bidirectional line in reading order, each with its x position."""
    runs = [tuple(run) for _, run in itertools.groupby(line, _look)]
    order = visual_order([run[0].level for run in runs])
    starts = [x] * len(runs)
    for place in reversed(order) if rtl else order:
        starts[place] = x
        x += sum([box.advance for box in runs[place]])
    return zip(runs, starts, strict=True)


def _look(box: InlineBox) -> tuple[object, ...]:
    """Return what the boxes of one run have in common; a blank or picture is its own run."""
    if isinstance(box, TextBox):
        return box.level, id(box.face), id(box.font), id(box.owner)
    return (id(box),)


def _trimmed(line: Sequence[InlineBox]) -> Sequence[InlineBox]:
    """Return `line` without the space at its end, which would move what runs the other way."""
    last = line[-1] if line else None
    if not isinstance(last, TextBox) or not last.text.endswith(" "):
        return line
    text = last.text.rstrip(" ")
    if not text:
        return line[:-1]
    return [
        *line[:-1],
        make_text_box(text, last.face, last.font, last.stop, last.level, last.owner),
    ]


def _background(size: float, x: float, y: float, advance: float) -> DrawBox:
    """Return the background of code: from ascender to descender, a point wider on each side."""
    return DrawBox(x - 1, y - _ASCENT * size, advance + 2, _HEIGHT * size, 0, TINT)
