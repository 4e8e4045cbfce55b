"""Sets author texts: runs to measured pieces, pieces to rows of a given width."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quizgen.text import Break, Gap, Image, Math, Style, Styled
from quizgen.text.gaps import Part
from quizgen.writers.pdf import words
from quizgen.writers.pdf.block import Row, gap, without_widows
from quizgen.writers.pdf.fonts import SANS, Font
from quizgen.writers.pdf.formulas import set_formula
from quizgen.writers.pdf.fragments import Speller
from quizgen.writers.pdf.inking import line_marks, line_row
from quizgen.writers.pdf.lines import Blank, Expression, Inset, Piece, break_lines, natural_width
from quizgen.writers.pdf.marks import Mark
from quizgen.writers.pdf.pictures import Pictures
from quizgen.writers.pdf.style import Edition, Setting
from quizgen.writers.pdf.tags import Element

_BLANK_INDENT = 3.0
"""Between a blank's number and its line, in points."""


_TALLEST_AMONG_WORDS = 2.0
"""A picture taller than so many times the type size gets a line of its own: by eye."""


class Paragraph(NamedTuple):
    """Pieces that run on from a line's beginning; `spaced` after an empty line."""

    pieces: list[Piece]
    spaced: bool = False


class Typesetter:
    """Sets texts in one edition. Remembers what it measured and decoded, and nothing else."""

    def __init__(self, edition: Edition, pictures: Pictures) -> None:
        self.edition = edition
        self._pictures = pictures
        self._spell = Speller().spell

    def rows(
        self, parts: Iterable[Part], setting: Setting, x: float, width: float, tag: Element | None
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
            rows += without_widows([line_row(line, setting, x, tag) for line in lines])
        return rows

    def line(
        self, text: str, font: Font, x: float, y: float, tag: Element | None, right: bool = False
    ) -> list[Mark]:
        """Marks for words of our own on a baseline at `y`, from `x`, or up to it if `right`."""
        pieces = self._spell(text, font)
        return line_marks(pieces, x - natural_width(pieces) if right else x, y, tag)

    def width(self, text: str, font: Font) -> float:
        """The width of `text` on one line, in points."""
        return natural_width(self._spell(text, font))

    def label_width(self, label: str) -> float:
        """The room that a letter or number takes: at least a "D", so that texts line up."""
        font = self.edition.label.font
        return max(self.width("D", font), self.width(label, font))

    def measured(
        self,
        parts: Iterable[Part],
        font: Font,
        width: float,
        tag: Element | None,
        blank: float = 0.0,
    ) -> list[Paragraph]:
        """`parts` as pieces to break into lines of `width` points.

        `blank` is the length of the line that a gap leaves to write on. Gaps are numbered
        where there is more than one.
        """
        parts = tuple(parts)
        if len(parts) == 1 and isinstance(parts[0], str):
            return [Paragraph(list[Piece](self._spell(parts[0], font)))]
        numbered = sum(isinstance(part, Gap) for part in parts) > 1
        paragraphs = [Paragraph([])]
        number = 0
        for index, part in enumerate(parts):
            pieces = paragraphs[-1].pieces
            match part:
                case str():
                    pieces += self._spell(part, font)
                case Styled(text=text, style=style):
                    pieces += self._spell(text, styled(font, self._shown(style)))
                    pieces += self._spell(_address(parts, index), font)
                case Image() | Math():
                    figure = self._figure(part, font, width, tag)
                    if isinstance(figure[0], Inset | Expression) and figure[0].alone:
                        paragraphs += Paragraph(figure), Paragraph([])
                    else:
                        pieces += figure
                case Gap():
                    number += 1
                    label = str(number) if numbered else ""
                    pieces += self._gap(part, label, min(blank, width), tag)
                case Break(paragraph=spaced):
                    paragraphs.append(Paragraph([], spaced))
        return [paragraph for paragraph in paragraphs if paragraph.pieces]

    def _shown(self, style: Style) -> Style:
        """`style` as this edition shows it."""
        if style & Style.EMPHASIS:
            return style & ~Style.EMPHASIS | self.edition.emphasis
        return style

    def _figure(
        self, part: Image | Math, font: Font, width: float, tag: Element | None
    ) -> list[Piece]:
        """A picture or formula, no wider than the line; words for one that can't be set."""
        if isinstance(part, Math):
            formula = self._formula(part, font, width, tag)
            return [formula] if formula else [*self._spell(part.tex, font)]
        picture = self._picture(part, font, width, tag)
        return [picture] if picture else [*self._spell(f"[{part.alt or part.name}]", font)]

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
        tagged = Element("Formula", tag, alt=math.tex)
        wide = formula.width * scale
        return Expression(formula, scale, wide, wide, font.grey, math.display, tagged)

    def _gap(self, part: Gap, label: str, width: float, tag: Element | None) -> Iterator[Piece]:
        aside = self.edition.aside.font
        yield from self._spell(label, aside)
        indent = _BLANK_INDENT if label else 0.0
        tagged = Element("Span", tag, actual=words.BLANK)
        end = indent + width
        yield Blank(indent, end, end, self.edition.writing_stroke, tagged)
        if part.hint:
            for paragraph in self.measured((" (", *part.hint.runs, ")"), aside, width, tag):
                yield from paragraph.pieces


@functools.cache
def styled(font: Font, style: Style) -> Font:
    """`font` as it looks in `style`."""
    if style & Style.STRONG:
        font = font._replace(strong=True)
    if style & Style.EMPHASIS:
        font = font._replace(italic=True)
    if style & Style.CODE:
        font = font._replace(family=SANS, size=font.size * 0.94, tint=True)
    if style & Style.SUBSCRIPT:
        font = font._replace(size=font.size * 0.68, rise=font.rise - font.size * 0.14)
    if style & Style.SUPERSCRIPT:
        font = font._replace(size=font.size * 0.68, rise=font.rise + font.size * 0.35)
    return font


def _address(parts: Sequence[Part], index: int) -> str:
    """What to print after the last run of a link: its address, unless it was just printed."""
    link = _link(parts[index])
    if not link or (index + 1 < len(parts) and _link(parts[index + 1]) == link):
        return ""
    first = index
    while first and _link(parts[first - 1]) == link:
        first -= 1
    printed = "".join(part.text for part in parts[first : index + 1] if isinstance(part, Styled))
    return "" if printed == link.removeprefix("mailto:") else f" ({link})"


def _link(part: Part) -> str | None:
    return part.link if isinstance(part, Styled) else None
