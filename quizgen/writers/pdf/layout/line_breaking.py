"""Lines: as many pieces as fit, first fit, ragged right.

Accessibility guides advise against justified and hyphenated text. Without either, first fit
leaves no gaps that a better fit would close.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from quizgen.writers.pdf.layout.images import Picture
from quizgen.writers.pdf.layout.math import Formula
from quizgen.writers.pdf.layout.tags import Element
from quizgen.writers.pdf.layout.text_runs import TextBox, measured


class Blank(NamedTuple):
    """A line for a pupil to write on, within a text; widths in points.

    The line begins `indent` after what comes before it, and is `stroke` thick. `level` as
    for fragments.
    """

    indent: float
    width: float
    advance: float
    stroke: float
    tag: Element | None = None
    stop: bool = False
    level: int = 0


class Inset(NamedTuple):
    """A picture within a text, already scaled; lengths in points.

    `alone`: too tall to stand among words, so it has a line of its own. `level` as for
    fragments.
    """

    picture: Picture
    width: float
    height: float
    advance: float
    alone: bool
    tag: Element | None = None
    stop: bool = True
    level: int = 0


class Expression(NamedTuple):
    """A formula within a text, `scale` times as large as it was set; lengths in points.

    `alone`: it has a line of its own. `level` as for fragments.
    """

    formula: Formula
    scale: float
    width: float
    advance: float
    grey: float
    alone: bool
    tag: Element | None = None
    stop: bool = False
    level: int = 0

    @property
    def ascent(self) -> float:
        return self.formula.ascent * self.scale

    @property
    def descent(self) -> float:
        return self.formula.descent * self.scale


InlineBox: TypeAlias = TextBox | Blank | Inset | Expression


def natural_width(pieces: Sequence[InlineBox]) -> float:
    """How wide `pieces` are on one line, in points."""
    if not pieces:
        return 0.0
    last = pieces[-1]
    if len(pieces) == 1:
        return last.width
    return sum([piece.advance for piece in pieces]) - last.advance + last.width


def break_lines(pieces: Sequence[InlineBox], width: float) -> Iterator[list[InlineBox]]:
    """`pieces` on lines at most `width` points wide; nothing is dropped but the space
    that a line would begin with.

    A word longer than a line is cut between characters. A single character, blank or
    picture that is wider than `width` gets a line of its own and sticks out.
    """
    if pieces and pieces[0].width and natural_width(pieces) <= width:
        yield list(pieces)
        return
    line: list[InlineBox] = []
    used = 0.0
    for word in _words(pieces):
        room = natural_width(word)
        if used + room > width and line:
            yield line
            line, used = [], 0.0
        if room > width:
            *full, line = _stack(_cut_to(word, width), width)
            yield from full
            used = _advance(line)
        elif line or room:
            line += word
            used += _advance(word)
    if line:
        yield line


def _advance(pieces: Sequence[InlineBox]) -> float:
    if len(pieces) == 1:
        return pieces[0].advance
    return sum([piece.advance for piece in pieces])


def _stack(pieces: Iterable[InlineBox], width: float) -> list[list[InlineBox]]:
    """`pieces` on lines that may end after any of them."""
    lines: list[list[InlineBox]] = [[]]
    used = 0.0
    for piece in pieces:
        if lines[-1] and used + piece.width > width:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += piece.advance
    return lines


def _words(pieces: Iterable[InlineBox]) -> Iterator[list[InlineBox]]:
    """`pieces` in the groups between which a line may end."""
    word: list[InlineBox] = []
    for piece in pieces:
        word.append(piece)
        if piece.stop:
            yield word
            word = []
    if word:
        yield word


def _cut_to(word: Iterable[InlineBox], width: float) -> Iterator[InlineBox]:
    """`word` with every fragment that is too wide cut between characters."""
    for piece in word:
        if isinstance(piece, TextBox) and piece.width > width:
            yield from _cut_fragment(piece, width)
        else:
            yield piece


def _cut_fragment(fragment: TextBox, width: float) -> Iterator[TextBox]:
    face, font, level, owner = fragment.face, fragment.font, fragment.level, fragment.owner
    start, used = 0, 0.0
    for index, character in enumerate(fragment.text):
        advance = face.measure(character, font.size)
        splits = character != " " and unicodedata.category(character) not in ("Mn", "Mc", "Cf")
        if index > start and used + advance > width and splits:
            yield measured(fragment.text[start:index], face, font, True, level, owner)
            start, used = index, 0.0
        used += advance
    yield measured(fragment.text[start:], face, font, fragment.stop, level, owner)
