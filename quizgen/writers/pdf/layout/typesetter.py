"""Sets author texts: runs to measured pieces, pieces to rows of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.model.text import Run
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.fonts.font_selection import FontBook, runs_rtl
from quizgen.writers.pdf.layout.blocks import Row, gap, without_widows
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.images import Picture, Pictures
from quizgen.writers.pdf.layout.inline_content import InlineContent
from quizgen.writers.pdf.layout.itemize import Itemizer
from quizgen.writers.pdf.layout.language_span import TextPart
from quizgen.writers.pdf.layout.line_breaking import InlineBox, break_lines, natural_width
from quizgen.writers.pdf.layout.line_painting import line_marks, line_row
from quizgen.writers.pdf.layout.style import Edition, TextStyle
from quizgen.writers.pdf.layout.tags import Tag


class Paragraph(NamedTuple):
    """Pieces that run on from a line's beginning; `spaced` after an empty line."""

    boxes: list[InlineBox]
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
        words: Translations,
        *,
        rtl: bool | None = None,
    ) -> None:
        self.edition = edition
        self.words = words
        self._pictures = pictures
        self._book = book
        self.rtl = book.rtl if rtl is None else rtl
        self._wording = InlineContent(edition, pictures, words, rtl=self.rtl)
        self._spelling = Itemizer(book, rtl=self.rtl)
        self._own: dict[tuple[str, Font], tuple[Sequence[InlineBox], float]] = {}
        self._opposite: Typesetter | None = None

    def for_language(self, language: str | None) -> Typesetter:
        """What sets texts in `language`, if it is not that of the document: this one, or one
        whose lines begin at the other side. Rows of that are to be `mirrored`."""
        if language is None or runs_rtl(language) is self.rtl:
            return self
        if self._opposite is None:
            own = self.edition, self._pictures, self._book, self.words
            self._opposite = Typesetter(*own, rtl=not self.rtl)
        return self._opposite

    def rows(
        self,
        parts: Iterable[TextPart],
        text_style: TextStyle,
        x: float,
        width: float,
        tag: Tag | None,
    ) -> list[Row]:
        """`parts` on lines `width` points wide, `x` points from the column's left edge."""
        measured = self.paragraphs(parts, text_style.font, width, tag)
        return self.break_rows(measured, text_style, x, width, tag)

    def break_rows(
        self,
        paragraphs: Sequence[Paragraph],
        text_style: TextStyle,
        x: float,
        width: float,
        tag: Tag | None,
    ) -> list[Row]:
        """What `paragraphs` gave, on lines."""
        rows: list[Row] = []
        for boxes, spaced in paragraphs:
            if spaced and rows:
                rows.append(gap(self.edition.paragraph_gap))
            lines = break_lines(boxes, width)
            rows += without_widows([self.row(line, text_style, x, tag) for line in lines])
        return rows

    def row(
        self, line: Sequence[InlineBox], text_style: TextStyle, x: float, tag: Tag | None
    ) -> Row:
        """One line of measured pieces, as a row that begins `x` points from where lines begin."""
        return line_row(line, text_style, x, tag, self._spelling.direction)

    def line(
        self, text: str, font: Font, x: float, y: float, tag: Tag | None, right: bool = False
    ) -> list[DisplayItem]:
        """Marks for words of our own on a baseline at `y`, from `x`, or up to it if `right`."""
        boxes, width = self._said(text, font)
        start = x - width if right else x
        return line_marks(boxes, start, y, tag, self._spelling.direction)

    def width(self, text: str, font: Font) -> float:
        """The width of `text` on one line, in points."""
        _, width = self._said(text, font)
        return width

    def truncated(self, text: str, font: Font, room: float) -> str:
        """As much of `text` as fits on one line, `room` points wide; ``…`` for the rest."""
        if self.width(text, font) <= room:
            return text
        for length in range(len(text) - 1, 0, -1):
            cut = text[:length].rstrip() + "…"
            if natural_width(self._spelling.text(cut, font)) <= room:
                return cut
        return "…"

    def _said(self, text: str, font: Font) -> tuple[Sequence[InlineBox], float]:
        """Short lines, such as letters and numbers, and how wide they are: they come again and
        again."""
        said = self._own.get((text, font))
        if said is None:
            boxes = self._spelling.text(text, font)
            said = self._own[text, font] = boxes, natural_width(boxes)
        return said

    def natural_width(self, runs: Iterable[Run], font: Font, room: float) -> float:
        """How wide an author's text is where no line ends but by its own breaks, in points.

        `room` is the widest that a picture in it may be.
        """
        paragraphs = self.paragraphs(runs, font, room, None)
        return max((natural_width(paragraph.boxes) for paragraph in paragraphs), default=0.0)

    def blank(self, tag: Tag) -> Tag:
        """A line to write on, as a paragraph in `tag`: what a reader says instead of drawing it."""
        return Tag("Span", Tag("P", tag), actual=self.words.blank)

    def picture(self, name: str) -> Picture | None:
        """The bank's picture `name`; None where there is none that can be read."""
        return self._pictures.find(name)

    def label_width(self, label: str) -> float:
        """The room that a letter or number takes: at least a "D", so that texts line up."""
        font = self.edition.label.font
        return max(self.width("D", font), self.width(label, font))

    def paragraphs(
        self,
        parts: Iterable[TextPart],
        font: Font,
        width: float,
        tag: Tag | None,
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
            for spelled, spaced in self._wording.paragraphs(parts, font, width, tag, blank, filled)
            if spelled
        ]
