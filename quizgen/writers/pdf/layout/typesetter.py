"""Sets author texts: runs to inline boxes, boxes to rows of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Block
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.fonts.font_selection import FontBook, runs_rtl
from quizgen.writers.pdf.layout.block_frame import BlockFrame
from quizgen.writers.pdf.layout.block_text import block_rows, segments
from quizgen.writers.pdf.layout.blocks import Row, gap, without_widows
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.hyphens import hyphenation
from quizgen.writers.pdf.layout.images import Picture, Pictures
from quizgen.writers.pdf.layout.inline_content import NO_GAPS, GapStyle, InlineContent
from quizgen.writers.pdf.layout.itemize import Itemizer
from quizgen.writers.pdf.layout.language_span import TextPart
from quizgen.writers.pdf.layout.line_breaking import (
    InlineBox,
    break_lines,
    is_one_line,
    natural_width,
)
from quizgen.writers.pdf.layout.line_painting import line_display_list, line_row
from quizgen.writers.pdf.layout.style import Edition, TextStyle
from quizgen.writers.pdf.layout.tags import Tag


class Paragraph(NamedTuple):
    """Inline boxes from the beginning of a line; `spaced` if an empty line is before them.

    In place of boxes it may have a `block`, such as a list, and the style of the `gaps` inside of
    that. `tag` is its own structure element, or what a block stands in; None if it belongs to that
    of the whole text.
    """

    boxes: list[InlineBox]
    spaced: bool = False
    tag: Tag | None = None
    block: Block | None = None
    gaps: GapStyle = NO_GAPS


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
        self._inline_content = InlineContent(edition, pictures, words, rtl=self.rtl)
        self._hyphenate = hyphenation(book.language)
        self._itemizer = Itemizer(book, rtl=self.rtl)
        self._short_lines: dict[tuple[str, Font], tuple[Sequence[InlineBox], float]] = {}
        self._opposite: Typesetter | None = None

    def for_language(self, language: str | None) -> Typesetter:
        """Return the typesetter for texts in `language`, or for the document's if that is None.

        It is this one, or one whose lines begin at the other side: its rows are to be `mirrored`.
        """
        if language is None or runs_rtl(language) is self.rtl:
            return self
        if self._opposite is None:
            settings = self.edition, self._pictures, self._book, self.words
            self._opposite = Typesetter(*settings, rtl=not self.rtl)
        return self._opposite

    def rows(
        self,
        parts: Iterable[TextPart],
        text_style: TextStyle,
        x: float,
        width: float,
        tag: Tag | None,
        gaps: GapStyle = NO_GAPS,
    ) -> list[Row]:
        """Return `parts` on lines `width` points wide, `x` points from the column's left edge."""
        measured = self.paragraphs(parts, text_style.font, width, tag, gaps)
        return self.break_rows(measured, text_style, x, width, tag)

    def break_rows(
        self,
        paragraphs: Sequence[Paragraph],
        text_style: TextStyle,
        x: float,
        width: float,
        tag: Tag | None,
    ) -> list[Row]:
        """Return `paragraphs` broken into lines, as rows."""
        rows: list[Row] = []
        for boxes, spaced, element, block, gaps in paragraphs:
            if spaced and rows:
                rows.append(gap(self.edition.paragraph_gap))
            if block is not None:
                frame = BlockFrame(text_style, x, width, element, gaps)
                rows += block_rows(block, self, frame)
                continue
            if is_one_line(boxes, width):  # as most options are
                rows.append(self.row(boxes, text_style, x, element or tag))
                continue
            lines = break_lines(boxes, width, self._hyphenate)
            rows += without_widows(
                [self.row(line, text_style, x, element or tag) for line in lines]
            )
        return rows

    def code_rows(
        self, line: str, text_style: TextStyle, x: float, width: float, tag: Tag | None
    ) -> list[Row]:
        """Return `line`, whose spaces all count, on as many rows as it takes."""
        boxes = break_lines(self._itemizer.text(line, text_style.font), width)
        return [self.row(one, text_style, x, tag) for one in boxes]

    def row(
        self, line: Sequence[InlineBox], text_style: TextStyle, x: float, tag: Tag | None
    ) -> Row:
        """Return one line of boxes as a row that begins `x` points from where lines begin."""
        return line_row(line, text_style, x, tag, self._itemizer.direction)

    def line(
        self, text: str, font: Font, x: float, y: float, tag: Tag | None, right: bool = False
    ) -> list[DisplayItem]:
        """Return `text` on a baseline at `y`, beginning at `x`, or ending there if `right`."""
        boxes, width = self._measured(text, font)
        start = x - width if right else x
        return line_display_list(boxes, start, y, tag, self._itemizer.direction)

    def width(self, text: str, font: Font) -> float:
        """Return the width of `text` on one line, in points."""
        _, width = self._measured(text, font)
        return width

    def truncated(self, text: str, font: Font, available_width: float) -> str:
        """Return as much of `text` as fits `available_width` points, with ``…`` for the rest."""
        if self.width(text, font) <= available_width:
            return text
        for length in range(len(text) - 1, 0, -1):
            cut = text[:length].rstrip() + "…"
            if natural_width(self._itemizer.text(cut, font)) <= available_width:
                return cut
        return "…"

    def _measured(self, text: str, font: Font) -> tuple[Sequence[InlineBox], float]:
        """Return the boxes of `text` and their width; short lines are remembered."""
        measured = self._short_lines.get((text, font))
        if measured is None:
            boxes = self._itemizer.text(text, font)
            measured = self._short_lines[text, font] = boxes, natural_width(boxes)
        return measured

    def natural_width(
        self, runs: Iterable[TextPart], font: Font, available_width: float, gaps: GapStyle = NO_GAPS
    ) -> float:
        """Return the width of `runs` where lines end only at their own breaks, in points.

        A picture is no wider than `available_width`.
        """
        paragraphs = self.paragraphs(runs, font, available_width, None, gaps)
        return max((natural_width(paragraph.boxes) for paragraph in paragraphs), default=0.0)

    def blank(self, tag: Tag) -> Tag:
        """Return a tag within `tag` for a line to write on, and what a screen reader says."""
        return Tag("Span", Tag("P", tag), actual=self.words.blank)

    def picture(self, name: str) -> Picture | None:
        """Return the bank's picture `name`; None if there is none that can be read."""
        return self._pictures.find(name)

    def label_width(self, label: str) -> float:
        """Return the width of a letter or number, at least that of a "D" so that texts line up."""
        font = self.edition.label.font
        return max(self.width("D", font), self.width(label, font))

    def paragraphs(
        self,
        parts: Iterable[TextPart],
        font: Font,
        width: float,
        tag: Tag | None,
        gaps: GapStyle = NO_GAPS,
    ) -> list[Paragraph]:
        """Return `parts` as boxes to break into lines of `width` points; `gaps` are set so."""
        parts = tuple(parts)
        if spans := self._inline_content.plain_spans(parts, font):
            return [Paragraph(self._itemizer.paragraph(spans))]
        paragraphs: list[Paragraph] = []
        for segment in segments(parts, tag):
            if segment.block is not None:
                paragraphs.append(Paragraph([], segment.spaced, segment.tag, segment.block, gaps))
                continue
            paragraphs += [
                Paragraph(self._itemizer.paragraph(spelled), spaced or segment.spaced, segment.tag)
                for spelled, spaced in self._inline_content.paragraphs(
                    segment.parts, font, width, segment.tag or tag, gaps
                )
                if spelled
            ]
        return paragraphs
