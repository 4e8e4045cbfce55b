"""Flashcards, laid out: a page of fronts, then the page of their backs, and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.model.assessment import CardSheet, Flashcards, Flip
from quizgen.model.diagnostics import Report
from quizgen.writers.pdf.documents.flashcards.grid import Cell, Grid
from quizgen.writers.pdf.documents.flashcards.optical_centering import seen
from quizgen.writers.pdf.documents.flashcards.sides import Card, Said, cards
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.layout.blocks import Row, gap, height, prepend
from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, DrawBox
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.line_breaking import InlineBox, break_lines, natural_width
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow
from quizgen.writers.pdf.layout.style import HAIR, LINE, MM, Edition, TextStyle
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_SIZES = (18, 16, 14, 12, 11, 10, 9)
"""Type sizes: a card takes the largest that both its sides fit in, so that it does not change
when it is turned over; rule: nothing below 9 pt."""
_LEADING = 1.25
"""Rule: leading in type sizes."""
_ACROSS, _DOWN = 6 * MM, 7 * MM
"""From a card's edges to its text. Its number stands in between."""
_NUMBER = 4.5 * MM
"""From the card's top right corner to its number's baseline and end."""
_PARAGRAPH, _ENTRY = 0.6, 0.25
"""Above a paragraph and above an entry of a list, in type sizes."""
_BLANK = 22 * MM
_PICTURE = 0.45
"""The tallest that a picture is, as a part of a card."""
_MARK, _CROSS, _STROKE = 3 * MM, 1.5 * MM, 0.4
"""Crop marks: how long outside the grid, from where cuts cross, and how thick."""
_HEAD, _FOOT = 9.6 * MM, 7.5 * MM
"""From the page's edges to the baselines of the words above and below the grid: no part of
them is in the quarter of an inch (18 pt) that some printers leave white."""


def card_edition(sheet: CardSheet) -> Edition:
    """How these cards are set, in the typesetter's terms."""
    tallest = Grid(sheet).front(0).height * _PICTURE
    return Edition()._replace(picture_height=tallest)


def flashcard_pages(
    made: Flashcards, language: str, typesetter: Typesetter, report: Report
) -> Document:
    """The sheets. A card whose text no size makes fit is reported as ``card-too-small``."""
    grid = Grid(made.sheet, rtl=typesetter.rtl)
    font, words = typesetter.edition.aside.font, typesetter.words
    y = grid.size[1] - _FOOT

    def foot(number: int, count: int) -> PlacedRow:
        left = typesetter.line(
            words.print_cards(long_edge=made.sheet.flip is Flip.LONG_EDGE), font, 0.0, 0.0, None
        )
        place = words.page(number, count)
        right = typesetter.line(place, font, grid.area.width, 0.0, None, right=True)
        return PlacedRow(grid.area.x, y, Row(0.0, (*left, *right)))

    pages = _Sheets(made, grid, typesetter, report).pages()
    return Document(made.title.plain, language, grid.size, pages, typesetter.rtl, foot)


class _Sheets:
    """The cards of one file on their way to pages."""

    def __init__(
        self, made: Flashcards, grid: Grid, typesetter: Typesetter, report: Report
    ) -> None:
        self._made = made
        self._grid = grid
        self._typesetter = typesetter
        self._report = report
        self._root = Tag("Document")

    def pages(self) -> Iterator[Page]:
        every = list(cards(self._made.questions, self._typesetter.words))
        sheets = range(0, len(every), self._grid.count)
        for number, first in enumerate(sheets, 1):
            some = every[first : first + self._grid.count]
            settings = [self._setting(card) for card in some]
            for back in (False, True):
                side = self._typesetter.words.card_sheet(number, len(sheets), back=back)
                tag = Tag("H1", self._root) if number == 1 and not back else None
                head = self._head(side, tag)
                crop_marks = Row(0.0, tuple(_crop_marks(self._grid)))
                x, y = self._grid.shift if back else (0.0, 0.0)
                page = [head, PlacedRow(x, y, crop_marks)]
                for place, (card, text_style) in enumerate(zip(some, settings, strict=True)):
                    cell = self._grid.back(place) if back else self._grid.front(place)
                    page += self._side(card, back, cell, text_style)
                yield page

    def _head(self, side: str, tag: Tag | None) -> PlacedRow:
        """The title on the left, and on the right which side of which sheet this is."""
        typesetter, width = self._typesetter, self._grid.area.width
        font = typesetter.edition.aside.font
        room = width - typesetter.width(side, font) - typesetter.edition.points_gap
        title = typesetter.rows(self._made.title.runs, typesetter.edition.aside, 0.0, room, tag)
        y = title[0].baseline if title else 0.0
        if len(title) > 1:
            title = [self._cut_title(room, y, tag)]
        display_list = typesetter.line(side, font, width, y, Tag("H2", self._root), right=True)
        row = Row(
            0.0,
            (
                *(drawn for line in title for drawn in line.display_list),
                Bookmark(side),
                *display_list,
            ),
        )
        return PlacedRow(self._grid.area.x, _HEAD - y, row)

    def _cut_title(self, room: float, y: float, tag: Tag | None) -> Row:
        """As much of the title as fits on one line; all of it for who listens."""
        font, said = self._typesetter.edition.aside.font, self._made.title.plain
        whole = Tag("Span", tag, actual=said) if tag else None
        shown = self._typesetter.truncated(said, font, room)
        return Row(0.0, tuple(self._typesetter.line(shown, font, 0.0, y, whole)))

    def _side(
        self, card: Card, back: bool, cell: Cell, text_style: TextStyle
    ) -> Iterator[PlacedRow]:
        typesetter, tag = self._typesetter, Tag("Sect", self._root)
        name = typesetter.words.card(card.number, back=back)
        spoken = Tag("Span", Tag("P", tag), actual=name)
        font = typesetter.edition.aside.font
        corner = cell.width - _NUMBER
        display_list = typesetter.line(str(card.number), font, corner, _NUMBER, spoken, right=True)
        yield PlacedRow(cell.x, cell.y, Row(0.0, tuple(display_list)))
        room = cell.height - 2 * _DOWN
        rows = _rows(card.back if back else card.front, text_style, cell.width, typesetter, tag)
        if height(rows) > room:
            self._report_size(card, back)
        top, bottom = seen(rows, text_style)
        y = cell.y + max(_DOWN - top, (cell.height - top - bottom) / 2)
        for row in rows:
            yield PlacedRow(cell.x, y, row)
            y += row.height

    def _setting(self, card: Card) -> TextStyle:
        """The largest text style in which both sides fit, else the smallest."""
        cell = self._grid.front(0)
        room = cell.height - 2 * _DOWN
        settings = [TextStyle(Font(SERIF, size), size * _LEADING) for size in _SIZES]
        for text_style in settings:
            sides = (
                _rows(side, text_style, cell.width, self._typesetter, Tag("Sect"))
                for side in (card.front, card.back)
            )
            if all(height(rows) <= room for rows in sides):
                return text_style
        return settings[-1]

    def _report_size(self, card: Card, back: bool) -> None:
        sheet = self._made.sheet
        side = "back" if back else "front"
        self._report.error(
            "card-too-small",
            card.item.id.span,
            f"the {side} of item {card.item.id.value} does not fit on a flashcard of "
            f"{self._made.name}, even at {_SIZES[-1]} pt",
            f"choose a grid with larger cards than {sheet.columns}x{sheet.rows}, shorten the "
            "item, or leave it out of the flashcards",
        )


def _rows(
    said: Sequence[Said], text_style: TextStyle, width: float, typesetter: Typesetter, tag: Tag
) -> list[Row]:
    """Paragraphs centred between the edges of a card; a list as a block that is centred."""
    rows: list[Row] = []
    for is_list, some in groupby(said, key=lambda one: bool(one.label)):
        if is_list:
            entries = _entries(
                list(some), text_style, width, typesetter, Tag("L", tag, attributes=BOXED)
            )
            rows += [gap(_PARAGRAPH * text_style.font.size), *entries]
            continue
        for one in some:
            rows.append(gap(_PARAGRAPH * text_style.font.size))
            own = Tag("P", tag)
            first = len(rows)
            room = width - 2 * _ACROSS
            for boxes, spaced in typesetter.paragraphs(
                one.parts, text_style.font, room, own, blank=_BLANK
            ):
                if spaced and len(rows) > first:
                    rows.append(gap(_PARAGRAPH * text_style.font.size))
                for line in break_lines(boxes, room):
                    rows.append(
                        typesetter.row(line, text_style, (width - natural_width(line)) / 2, own)
                    )
    return rows[1:]


def _lines(
    said: Said, text_style: TextStyle, width: float, typesetter: Typesetter, tag: Tag
) -> Iterator[list[InlineBox]]:
    for paragraph in typesetter.paragraphs(said.parts, text_style.font, width, tag, blank=_BLANK):
        yield from break_lines(paragraph.boxes, width)


def _entries(
    said: Sequence[Said], text_style: TextStyle, width: float, typesetter: Typesetter, tag: Tag
) -> list[Row]:
    """A list whose labels hang: as wide as its widest line, and centred as a whole."""
    font = text_style.font._replace(strong=True)
    indent = max(typesetter.width(one.label, font) for one in said) + text_style.font.size / 2
    room = width - 2 * _ACROSS - indent
    set_lines = []
    for one in said:
        entry = Tag("LI", tag)
        label, body = Tag("Lbl", entry), Tag("LBody", entry)
        set_lines.append(
            (one.label, label, body, list(_lines(one, text_style, room, typesetter, body)))
        )
    widest = max(natural_width(line) for *_, lines in set_lines for line in lines)
    x = (width - indent - widest) / 2
    rows: list[Row] = []
    for text, label, body, lines in set_lines:
        first, *rest = [typesetter.row(line, text_style, x + indent, body) for line in lines]
        display_list = typesetter.line(text, font, x, first.baseline, label)
        rows += [gap(_ENTRY * text_style.font.size), prepend(display_list, first), *rest]
    return rows[1:]


def _crop_marks(grid: Grid) -> Iterator[DisplayItem]:
    """Where to cut: lines outside the grid, and small crosses inside."""
    x, y, width, height = grid.area
    for column in range(grid.columns + 1):
        across = x + column * width / grid.columns
        for top in (y - _MARK, y + height):
            yield DrawBox(across - _STROKE / 2, top, _STROKE, _MARK, 0, LINE)
        for row in range(grid.rows + 1):
            down = y + row * height / grid.rows
            yield DrawBox(across - _STROKE / 2, down - _CROSS, _STROKE, 2 * _CROSS, 0, HAIR)
            yield DrawBox(across - _CROSS, down - _STROKE / 2, 2 * _CROSS, _STROKE, 0, HAIR)
    for row in range(grid.rows + 1):
        down = y + row * height / grid.rows
        for left in (x - _MARK, x + width):
            yield DrawBox(left, down - _STROKE / 2, _MARK, _STROKE, 0, LINE)
