"""Sets author texts: runs to measured pieces, pieces to rows of a given width."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quizgen.text import Break, Gap, Image, Math, Run, Style, Styled
from quizgen.words import Words
from quizgen.writers.pdf.block import Row, gap, without_widows
from quizgen.writers.pdf.fontbook import FontBook, can_shape
from quizgen.writers.pdf.fonts import Font, styled
from quizgen.writers.pdf.formulas import set_formula
from quizgen.writers.pdf.in_language import InLanguage, SetPart
from quizgen.writers.pdf.inking import line_marks, line_row
from quizgen.writers.pdf.lines import Blank, Expression, Inset, Piece, break_lines, natural_width
from quizgen.writers.pdf.links import address_after, link_at, with_addresses
from quizgen.writers.pdf.marks import Mark
from quizgen.writers.pdf.pictures import Picture, Pictures
from quizgen.writers.pdf.scripts.bidi import isolate
from quizgen.writers.pdf.scripts.table import is_rtl
from quizgen.writers.pdf.spelling import Part as Spelled
from quizgen.writers.pdf.spelling import Spelling, Stretch
from quizgen.writers.pdf.style import Edition, Setting
from quizgen.writers.pdf.tags import Element, Link

_BLANK_INDENT = 3.0
"""Between a blank's number and its line, in points."""


_TALLEST_AMONG_WORDS = 2.0
"""A picture taller than so many times the type size gets a line of its own: by eye."""


class Paragraph(NamedTuple):
    """Pieces that run on from a line's beginning; `spaced` after an empty line."""

    pieces: list[Piece]
    spaced: bool = False


class _Unspelled(NamedTuple):
    """A paragraph before its words are measured."""

    parts: list[Spelled]
    spaced: bool = False


class Typesetter:
    """Sets texts in one edition. Remembers what it measured and decoded, and nothing else.

    `rtl`: lines begin at the right; where it is not given, as in the language of `book`.
    """

    def __init__(
        self,
        edition: Edition,
        pictures: Pictures,
        book: FontBook,
        words: Words,
        *,
        rtl: bool | None = None,
    ) -> None:
        self.edition = edition
        self.words = words
        self._pictures = pictures
        self._book = book
        self.rtl = book.rtl if rtl is None else rtl
        self._spelling = Spelling(book, rtl=self.rtl)
        self._own: dict[tuple[str, Font], tuple[Sequence[Piece], float]] = {}
        self._looks: dict[tuple[Font, Style], Font] = {}
        self._opposite: Typesetter | None = None

    def facing(self, language: str | None) -> Typesetter:
        """What sets texts in `language`, if it is not that of the document: this one, or one
        whose lines begin at the other side. Rows of that are to be `mirrored`."""
        if language is None or not can_shape() or is_rtl(language) is self.rtl:
            return self
        if self._opposite is None:
            own = self.edition, self._pictures, self._book, self.words
            self._opposite = Typesetter(*own, rtl=not self.rtl)
        return self._opposite

    def rows(
        self,
        parts: Iterable[SetPart],
        setting: Setting,
        x: float,
        width: float,
        tag: Element | None,
    ) -> list[Row]:
        """`parts` on lines `width` points wide, `x` points from the column's left edge."""
        measured = self.measured(parts, setting.font, width, tag)
        return self.break_rows(measured, setting, x, width, tag)

    def break_rows(
        self,
        paragraphs: Sequence[Paragraph],
        setting: Setting,
        x: float,
        width: float,
        tag: Element | None,
    ) -> list[Row]:
        """What `measured` gave, on lines."""
        rows: list[Row] = []
        for pieces, spaced in paragraphs:
            if spaced and rows:
                rows.append(gap(self.edition.paragraph_gap))
            lines = break_lines(pieces, width)
            rows += without_widows([self.row(line, setting, x, tag) for line in lines])
        return rows

    def row(self, line: Sequence[Piece], setting: Setting, x: float, tag: Element | None) -> Row:
        """One line of measured pieces, as a row that begins `x` points from where lines begin."""
        return line_row(line, setting, x, tag, self._spelling.way)

    def line(
        self, text: str, font: Font, x: float, y: float, tag: Element | None, right: bool = False
    ) -> list[Mark]:
        """Marks for words of our own on a baseline at `y`, from `x`, or up to it if `right`."""
        pieces, width = self._said(text, font)
        start = x - width if right else x
        return line_marks(pieces, start, y, tag, self._spelling.way)

    def width(self, text: str, font: Font) -> float:
        """The width of `text` on one line, in points."""
        _, width = self._said(text, font)
        return width

    def shortened(self, text: str, font: Font, room: float) -> str:
        """As much of `text` as fits on one line, `room` points wide; ``…`` for the rest."""
        if self.width(text, font) <= room:
            return text
        for length in range(len(text) - 1, 0, -1):
            cut = text[:length].rstrip() + "…"
            if natural_width(self._spelling.text(cut, font)) <= room:
                return cut
        return "…"

    def _said(self, text: str, font: Font) -> tuple[Sequence[Piece], float]:
        """Short lines, such as letters and numbers, and how wide they are: they come again and
        again."""
        said = self._own.get((text, font))
        if said is None:
            pieces = self._spelling.text(text, font)
            said = self._own[text, font] = pieces, natural_width(pieces)
        return said

    def natural(self, runs: Iterable[Run], font: Font, room: float) -> float:
        """How wide an author's text is where no line ends but by its own breaks, in points.

        `room` is the widest that a picture in it may be.
        """
        paragraphs = self.measured(runs, font, room, None)
        return max((natural_width(paragraph.pieces) for paragraph in paragraphs), default=0.0)

    def blank(self, tag: Element) -> Element:
        """A line to write on, as a paragraph in `tag`: what a reader says instead of drawing it."""
        return Element("Span", Element("P", tag), actual=self.words.blank)

    def picture(self, name: str) -> Picture | None:
        """The bank's picture `name`; None where there is none that can be read."""
        return self._pictures.find(name)

    def label_width(self, label: str) -> float:
        """The room that a letter or number takes: at least a "D", so that texts line up."""
        font = self.edition.label.font
        return max(self.width("D", font), self.width(label, font))

    def measured(
        self,
        parts: Iterable[SetPart],
        font: Font,
        width: float,
        tag: Element | None,
        blank: float = 0.0,
        filled: Font | None = None,
    ) -> list[Paragraph]:
        """`parts` as pieces to break into lines of `width` points.

        `blank` is the length of the line that a gap leaves to write on; in its place stands
        what fills it, if `filled` is the font for that. Gaps are numbered where there is more
        than one.
        """
        parts = tuple(parts)
        if len(parts) == 1 and isinstance(parts[0], str) and "://" not in parts[0]:
            return [Paragraph(list(self._spelling.text(parts[0], font)))]
        return [
            Paragraph(self._spelling.paragraph(spelled), spaced)
            for spelled, spaced in self._unspelled(parts, font, width, tag, blank, filled)
            if spelled
        ]

    def _unspelled(
        self,
        parts: Iterable[SetPart],
        font: Font,
        width: float,
        tag: Element | None,
        blank: float = 0.0,
        filled: Font | None = None,
    ) -> list[_Unspelled]:
        """The paragraphs that `measured` gives, before their words are spelled: at least one."""
        parts = tuple(with_addresses(parts))
        numbered = list(map(type, parts)).count(Gap) > 1
        paragraphs: list[_Unspelled] = [_Unspelled([])]
        link: Link | None = None
        number = 0
        for index, part in enumerate(parts):
            spelled = paragraphs[-1].parts
            match part:
                case str():
                    spelled.append(Stretch(part, font))
                case Styled(text=text, style=style):
                    link = link_at(parts, index, tag, link)
                    spelled.append(Stretch(text, self._styled(font, style), link))
                    if address := address_after(parts, index):
                        spelled.append(Stretch(address, font, link))
                case Image() | Math():
                    figure = self._figure(part, font, width, tag)
                    if isinstance(figure, Inset | Expression) and figure.alone:
                        paragraphs += _Unspelled([figure]), _Unspelled([])
                    else:
                        spelled.append(figure)
                case Gap():
                    number += 1
                    label = str(number) if numbered else ""
                    spelled += self._gap(part, label, font, min(blank, width), tag, filled)
                case Break(paragraph=spaced):
                    paragraphs.append(_Unspelled([], spaced))
                case InLanguage():
                    first, *others = self._in_language(part, font, width, tag)
                    spelled += first.parts
                    paragraphs += others
        return paragraphs

    def _in_language(
        self, part: InLanguage, font: Font, width: float, tag: Element | None
    ) -> list[_Unspelled]:
        """`part` as an element of its own, in `tag`, that says its language."""
        home = Element("Span", tag, lang=part.language) if tag else None
        paragraphs = [
            _Unspelled([_owned(one, home) for one in spelled], spaced)
            for spelled, spaced in self._unspelled(part.runs, font, width, home)
        ]
        if self.facing(part.language) is not self:
            opening, closing = (Stretch(mark, font) for mark in isolate(rtl=not self.rtl))
            for spelled, _ in paragraphs:
                spelled[:] = opening, *spelled, closing
        return paragraphs

    def _styled(self, font: Font, style: Style) -> Font:
        """`font` as this edition shows it in `style`."""
        look = self._looks.get((font, style))
        if look is None:
            shown = style
            if style & Style.EMPHASIS:
                shown = style & ~Style.EMPHASIS | self.edition.emphasis
            look = self._looks[font, style] = styled(font, shown, self.edition.least)
        return look

    def _figure(self, part: Image | Math, font: Font, width: float, tag: Element | None) -> Spelled:
        """A picture or formula, no wider than the line; words for one that can't be set."""
        if isinstance(part, Math):
            return self._formula(part, font, width, tag) or Stretch(part.tex, font)
        picture = self._picture(part, font, width, tag)
        return picture or Stretch(f"[{part.alt or part.name}]", font)

    def _picture(self, image: Image, font: Font, width: float, tag: Element | None) -> Inset | None:
        picture = self._pictures.find(image.name)
        if picture is None:
            return None
        scale = min(
            self.edition.picture_scale,
            width / picture.width,
            self.edition.picture_height / picture.height,
        )
        figure = Element("Figure", tag, alt=image.alt or image.name)
        wide, high = picture.width * scale, picture.height * scale
        alone = high > _TALLEST_AMONG_WORDS * font.size
        return Inset(picture, wide, high, wide, alone, figure)

    def _formula(
        self, math: Math, font: Font, width: float, tag: Element | None
    ) -> Expression | None:
        formula = set_formula(math.tex, math.display, font.size)
        if formula is None:
            return None
        high = formula.ascent + formula.descent
        scale = min(1.0, width / formula.width, self.edition.picture_height / high)
        tagged = Element("Formula", tag, alt=formula.said)
        wide = formula.width * scale
        return Expression(formula, scale, wide, wide, font.grey, math.display, tagged)

    def _gap(
        self,
        part: Gap,
        label: str,
        font: Font,
        width: float,
        tag: Element | None,
        filled: Font | None,
    ) -> Iterator[Spelled]:
        aside = self._aside_in(font)
        if label:
            own = Element("Span", tag) if tag else None
            yield Stretch(f"{label}\xa0" if filled else label, aside, own)
        if filled:
            yield from self._inline(part.answer.runs, filled, math.inf, tag)
        else:
            indent = _BLANK_INDENT if label else 0.0
            tagged = Element("Span", tag, actual=self.words.blank)
            end = indent + width
            yield Blank(indent, end, end, self.edition.writing_stroke, tagged)
        if part.hint:
            yield Stretch(" (", aside)
            yield from self._inline(part.hint.runs, aside, width, tag)
            yield Stretch(")", aside)

    def _aside_in(self, font: Font) -> Font:
        """The type of asides within a text in `font`: as much smaller as it is beside the body,
        and never below its own size."""
        aside, body = self.edition.aside.font, self.edition.body.font
        return aside._replace(size=max(aside.size, aside.size * font.size / body.size))

    def _inline(
        self, runs: Sequence[Run], font: Font, width: float, tag: Element | None
    ) -> Iterator[Spelled]:
        """What belongs to a gap, on its line."""
        for index, run in enumerate(runs):
            match run:
                case str():
                    yield Stretch(run, font)
                case Styled(text=text, style=style):
                    yield Stretch(text, self._styled(font, style))
                    if address := address_after(runs, index):
                        yield Stretch(address, font)
                case Image() | Math():
                    yield self._figure(run, font, width, tag)
                case Break():
                    yield Stretch(" ", font)


def _owned(part: Spelled, home: Element | None) -> Spelled:
    """`part` as a part of `home`, unless it is one of a link in it."""
    return part._replace(owner=part.owner or home) if isinstance(part, Stretch) else part
