"""Texts as measured inline boxes, also where they run from right to left, or both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.fonts.font_selection import FontBook, can_shape
from quizgen.writers.pdf.fonts.scripts.bidi import (
    ISOLATES,
    RTL_LETTERS,
    Direction,
    embedding_levels,
)
from quizgen.writers.pdf.layout.break_opportunities import may_end
from quizgen.writers.pdf.layout.line_breaking import (
    InlineBlank,
    InlineBox,
    InlineFormula,
    InlineImage,
)
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.text_runs import Shaper, TextBox

_OBJECT = "\ufffc"
"""Stands for a blank or a picture among characters."""


class StyledSpan(NamedTuple):
    """Characters of one font that belong to one tag: `owner`, or that of their paragraph."""

    text: str
    font: Font
    owner: Tag | None = None


InlineItem: TypeAlias = StyledSpan | InlineBlank | InlineImage | InlineFormula


class Itemizer:
    """Divides texts into inline boxes of one font face and one direction.

    The faces are those of `book`. Every word is remembered. `rtl`: lines begin at the right.
    """

    def __init__(self, book: FontBook, *, rtl: bool) -> None:
        self._book = book
        self.direction = Direction.RIGHT_TO_LEFT if rtl else Direction.LEFT_TO_RIGHT
        """How lines run, as far as the texts until now tell."""
        self._shapers = {0: Shaper(book)}
        self._plain = self._shapers[0].shape

    def text(self, text: str, font: Font) -> Sequence[InlineBox]:
        """Return the inline boxes of `text`, which is a paragraph of its own."""
        if text.isascii() or not self._is_bidirectional(text):
            return self._plain(text, font)
        return self._both_ways([StyledSpan(text, font)])

    def paragraph(self, parts: Sequence[InlineItem]) -> list[InlineBox]:
        """Return the inline boxes of a paragraph in reading order."""
        boxes: list[InlineBox] = []
        plain = self._plain
        last = ""
        for part in parts:
            text = part.text if isinstance(part, StyledSpan) else _OBJECT
            if boxes and not boxes[-1].stop:
                _part_at_seam(boxes, last, text)
            last = text or last
            if not isinstance(part, StyledSpan):
                boxes.append(part)
                continue
            font, owner = part.font, part.owner
            if not text.isascii() and self._is_bidirectional(text):
                return self._both_ways(parts)
            boxes += plain(text, font) if owner is None else _owned(plain(text, font), owner)
        return boxes

    def _is_bidirectional(self, text: str) -> bool:
        """Return whether levels must be resolved: for right-to-left letters or isolates."""
        if self.direction is Direction.RIGHT_TO_LEFT and not ISOLATES.isdisjoint(text):
            return True
        return RTL_LETTERS.search(text) is not None and can_shape()

    def _both_ways(self, parts: Sequence[InlineItem]) -> list[InlineBox]:
        """Return the inline boxes of a paragraph with right-to-left text, in reading order."""
        if self.direction is Direction.LEFT_TO_RIGHT:
            self.direction = Direction.MIXED
        # 1. Resolve the levels of the whole paragraph: the parts depend on each other.
        whole = "".join(part.text if isinstance(part, StyledSpan) else _OBJECT for part in parts)
        levels = embedding_levels(whole, self._base(whole))
        # 2. Cut each part where the level changes, and shape each piece in its direction.
        boxes: list[InlineBox] = []
        place = 0
        for part in parts:
            following = part.text if isinstance(part, StyledSpan) else _OBJECT
            _part_at_seam(boxes, whole[max(0, place - 2) : place], following)
            if isinstance(part, StyledSpan):
                for text, level in _by_level(part.text, levels, place):
                    text_boxes = self._shaper(level).shape(text, part.font)
                    boxes += _owned(text_boxes, part.owner) if part.owner else text_boxes
                place += len(part.text)
            else:
                boxes.append(part._replace(level=levels[place]))
                place += 1
        return boxes

    def _base(self, text: str) -> int:
        """Return the level of the paragraph `text`, which has right-to-left letters.

        It is 1 in a right-to-left document, else the level of the first letter (UAX 9, P2).
        """
        if self.direction is Direction.RIGHT_TO_LEFT:
            return 1
        first = next((character for character in text if character.isalpha()), "")
        return int(RTL_LETTERS.match(first) is not None)

    def _shaper(self, level: int) -> Shaper:
        if level not in self._shapers:
            self._shapers[level] = Shaper(self._book, level)
        return self._shapers[level]


def _part_at_seam(boxes: list[InlineBox], before: str, after: str) -> None:
    """Let a line end after `boxes` if it may, between the texts `before` and `after` of two parts.

    A shaper sees one part only. A blank counts as a letter without a space beside it.
    """
    if not boxes or boxes[-1].stop or (before[-1:].isascii() and after[:1].isascii()):
        return
    seam = before[-2:] + after[:1]
    place = len(before[-2:]) - 1
    if may_end(seam, place, seam[place]):
        boxes[-1] = boxes[-1]._replace(stop=True)


def _owned(text_boxes: Iterable[TextBox], owner: Tag) -> Iterator[TextBox]:
    """Yield `text_boxes` as content of `owner`."""
    return (text_box._replace(owner=owner) for text_box in text_boxes)


def _by_level(text: str, levels: Sequence[int], first: int) -> Iterator[tuple[str, int]]:
    """Yield `text` cut where the level changes; its first level is ``levels[first]``."""
    start = 0
    for index in range(1, len(text) + 1):
        level = levels[first + start]
        if index == len(text) or levels[first + index] != level:
            yield text[start:index], level
            start = index
