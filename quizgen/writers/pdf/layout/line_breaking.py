"""Lines of as many inline boxes as fit: first fit, ragged right.

Accessibility guides advise against justified and hyphenated text. Without either, first fit
leaves no gaps that a better fit would close. So a word is parted only where its author says so by
a soft hyphen, or where it is longer than a line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.form_fields import ScreenField
from quizgen.writers.pdf.layout.hyphens import (
    Hyphenate,
    hyphen_width,
    never,
    parted,
    with_hyphen,
)
from quizgen.writers.pdf.layout.images import Picture
from quizgen.writers.pdf.layout.math import Formula
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.text_runs import TextBox, make_text_box


class InlineBlank(NamedTuple):
    """A line for a pupil to write on, within a text; widths in points.

    The line begins `indent` after what comes before it, and is `stroke` thick. `level` as
    for text boxes. On a screen, the `field` over it is filled in.
    """

    indent: float
    width: float
    advance: float
    stroke: float
    tag: Tag | None = None
    stop: bool = False
    level: int = 0
    field: ScreenField | None = None


class InlineImage(NamedTuple):
    """A picture within a text, already scaled; lengths in points.

    `on_own_line`: too tall to stand among words, so it has a line of its own. `level` as for
    text boxes.
    """

    picture: Picture
    width: float
    height: float
    advance: float
    on_own_line: bool
    tag: Tag | None = None
    stop: bool = True
    level: int = 0


class InlineFormula(NamedTuple):
    """A formula within a text, `scale` times as large as it was set; lengths in points.

    `on_own_line`: it has a line of its own. `level` as for text boxes.
    """

    formula: Formula
    scale: float
    width: float
    advance: float
    grey: float
    on_own_line: bool
    tag: Tag | None = None
    stop: bool = False
    level: int = 0

    @property
    def ascent(self) -> float:
        """The height above the baseline, in points."""
        return self.formula.ascent * self.scale

    @property
    def descent(self) -> float:
        """The depth below the baseline, in points."""
        return self.formula.descent * self.scale


InlineBox: TypeAlias = TextBox | InlineBlank | InlineImage | InlineFormula


def natural_width(boxes: Sequence[InlineBox]) -> float:
    """Return the width of `boxes` on one line, in points."""
    if not boxes:
        return 0.0
    last = boxes[-1]
    if len(boxes) == 1:
        return last.width
    return sum([box.advance for box in boxes]) - last.advance + last.width


def is_one_line(boxes: Sequence[InlineBox], width: float) -> bool:
    """Return whether `boxes` are a line as they are: they fit, and begin with no space."""
    return bool(boxes and boxes[0].width) and natural_width(boxes) <= width


def break_lines(
    boxes: Sequence[InlineBox], width: float, hyphenate: Hyphenate = never
) -> Iterator[list[InlineBox]]:
    """Yield `boxes` as lines at most `width` points wide.

    Only the space that a line would begin with is dropped.

    A word longer than a line is parted where `hyphenate` allows it, else cut between characters. A
    single character, blank or picture that is wider than `width` gets a line of its own and sticks
    out.
    """
    if is_one_line(boxes, width):
        yield list(boxes)
        return
    line: list[InlineBox] = []
    used = 0.0
    for word in _words(boxes):
        word_width = _ending_width(word)
        # 1. A word that does not fit ends the line before it.
        if used + word_width > width and line:
            yield _ended(line)
            line, used = [], 0.0
        # 2. A word wider than a line is cut; its last part begins the next line.
        if word_width > width:
            word = _with_shorter_blanks(word, width)
            *full, line = _stack(_cut_to(word, width, hyphenate), width)
            yield from map(_ended, full)
            used = _advance(line)
        # 3. Any other word is added, but for a space at the beginning of a line.
        elif line or word_width:
            line += word
            used += _advance(word)
    if line:
        yield line


def _ending_width(boxes: Sequence[InlineBox]) -> float:
    """Return the width of `boxes` at the end of a line: with the hyphen of a parted word."""
    return natural_width(boxes) + hyphen_width(boxes[-1])


def _ended(line: list[InlineBox]) -> list[InlineBox]:
    """Return `line` with a hyphen where it ends within a word."""
    last = line[-1]
    return [*line[:-1], with_hyphen(last)] if isinstance(last, TextBox) and last.is_parted else line


def _advance(boxes: Sequence[InlineBox]) -> float:
    if len(boxes) == 1:
        return boxes[0].advance
    return sum([box.advance for box in boxes])


def _stack(boxes: Iterable[InlineBox], width: float) -> list[list[InlineBox]]:
    """Return `boxes` as lines that may end after any box."""
    lines: list[list[InlineBox]] = [[]]
    used = 0.0
    for unit in _numbered_blanks(boxes):
        if lines[-1] and used + _ending_width(unit) > width:
            lines.append([])
            used = 0.0
        lines[-1] += unit
        used += _advance(unit)
    return lines


def _numbered_blanks(boxes: Iterable[InlineBox]) -> Iterator[list[InlineBox]]:
    """Yield each of `boxes`, but a blank together with the number before it."""
    unit: list[InlineBox] = []
    for box in boxes:
        if unit and not (isinstance(box, InlineBlank) and box.indent):
            yield unit
            unit = []
        unit.append(box)
    if unit:
        yield unit


_MIN_BLANK_SHARE = 0.6
"""The part of its length that a blank keeps where it is shortened: by eye."""


def _with_shorter_blanks(word: list[InlineBox], width: float) -> list[InlineBox]:
    """Return `word`, its blanks so much shorter that a line of `width` points holds it.

    Where they would be too short for that, they keep their lengths.
    """
    rules = sum(box.width - box.indent for box in word if isinstance(box, InlineBlank))
    excess = natural_width(word) - width
    if not 0 < excess <= (1 - _MIN_BLANK_SHARE) * rules:
        return word
    factor = 1 - (excess + 0.01) / rules
    return [
        box._replace(
            width=box.indent + factor * (box.width - box.indent),
            advance=box.indent + factor * (box.advance - box.indent),
        )
        if isinstance(box, InlineBlank)
        else box
        for box in word
    ]


def _words(boxes: Iterable[InlineBox]) -> Iterator[list[InlineBox]]:
    """Yield `boxes` in the groups between which a line may end."""
    word: list[InlineBox] = []
    for box in boxes:
        word.append(box)
        if box.stop:
            yield word
            word = []
    if word:
        yield word


def _cut_to(word: Iterable[InlineBox], width: float, hyphenate: Hyphenate) -> Iterator[InlineBox]:
    """Yield `word` with every fragment that is too wide parted, or cut between characters."""
    for box in word:
        if not isinstance(box, TextBox) or _ending_width((box,)) <= width:
            yield box
            continue
        for part in parted(box, hyphenate):
            if _ending_width((part,)) > width:
                yield from _cut_fragment(part, width)
            else:
                yield part


def _cut_fragment(text_box: TextBox, width: float) -> Iterator[TextBox]:
    face, font, level, owner = text_box.face, text_box.font, text_box.level, text_box.owner
    start, used = 0, 0.0
    for index, character in enumerate(text_box.text):
        advance = face.measure(character, font.size)
        splits = character != " " and unicodedata.category(character) not in ("Mn", "Mc", "Cf")
        if index > start and used + advance > width and splits:
            yield make_text_box(text_box.text[start:index], face, font, True, level, owner)
            start, used = index, 0.0
        used += advance
    yield make_text_box(text_box.text[start:], face, font, text_box.stop, level, owner)
