"""The layout of flashcards: a page of fronts, then the page of their backs, and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.assessment import CardSheet, Flashcards, Flip
from quizgen.model.diagnostics import Report
from quizgen.writers.pdf.documents.flashcards.grid import Grid
from quizgen.writers.pdf.documents.flashcards.optical_centering import ink_extent
from quizgen.writers.pdf.documents.flashcards.side_rows import side_rows
from quizgen.writers.pdf.documents.flashcards.sides import CardFaces, SideParagraph, card_faces
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.layout.blocks import Row, height
from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, DrawBox
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow
from quizgen.writers.pdf.layout.style import HAIR, LINE, MM, Edition, TextStyle
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_SIZES = (60, 54, 48, 42, 36, 32, 28, 24, 21, 18, 16, 14, 12, 11, 10, 9)
"""Type sizes in points: a side takes the largest in which it fits. A long front is no reason for
a small back: whoever turns the card reads that alone. Rule: nothing below 9 pt."""
_USUAL_SIZE, _USUAL_SIDE = 18, (86 * MM, 64 * MM)
"""The largest type of a card of this width and height, points; larger cards have larger type. By
eye: the cards of the usual grid are as large, on each size of paper."""
_LEADING = 1.25
"""Rule: the leading, in type sizes."""
_DOWN = 7 * MM
"""From a card's upper and lower edges to its text: its number stands in between. By eye."""
_NUMBER = 4.5 * MM
"""From the card's top right corner to its number's baseline and end. By eye."""
_MAX_PICTURE = 0.45
"""The greatest height of a picture, as a part of the card's. By eye."""
_MARK, _CROSS, _STROKE = 3 * MM, 1.5 * MM, 0.4
"""Crop marks: their length outside the grid, the arms of crosses inside, the thickness. By eye."""
_HEAD, _FOOT = 9.6 * MM, 7.5 * MM
"""From the page's edges to the baselines of the words above and below the grid: no part of
them is in the quarter of an inch (18 pt) that some printers leave white."""


def card_edition(sheet: CardSheet) -> Edition:
    """Return the edition that the cards of `sheet` are set in."""
    max_height = Grid(sheet).front(0).height * _MAX_PICTURE
    return Edition()._replace(picture_height=max_height)


def flashcards_document(
    flashcards: Flashcards, language: str, typesetter: Typesetter, report: Report
) -> Document:
    """Return the sheets of `flashcards`.

    A card whose text fits in no size is reported as ``card-too-small`` when its page is laid out.
    """
    grid = Grid(flashcards.sheet, rtl=typesetter.rtl)
    font, words = typesetter.edition.aside.font, typesetter.words
    y = grid.size[1] - _FOOT

    def foot(number: int, count: int) -> PlacedRow:
        if flashcards.sheet.fold:
            how_to_print = words.fold_cards
        else:
            how_to_print = words.print_cards(long_edge=flashcards.sheet.flip is Flip.LONG_EDGE)
        left = typesetter.line(how_to_print, font, 0.0, 0.0, None)
        page = words.page(number, count)
        right = typesetter.line(page, font, grid.area.width, 0.0, None, right=True)
        return PlacedRow(grid.area.x, y, Row(0.0, (*left, *right)))

    pages = _Sheets(flashcards, grid, typesetter, report).pages()
    return Document(flashcards.title.plain, language, grid.size, pages, typesetter.rtl, foot)


class _Sheets:
    """Lays out the cards of one file, sheet by sheet."""

    def __init__(
        self, flashcards: Flashcards, grid: Grid, typesetter: Typesetter, report: Report
    ) -> None:
        self._flashcards = flashcards
        self._grid = grid
        self._typesetter = typesetter
        self._report = report
        self._root = Tag("Document")

    def pages(self) -> Iterator[Page]:
        """Yield for each sheet the page of the fronts and the page of the backs."""
        cards = list(card_faces(self._flashcards.questions, self._typesetter.words))
        sheets = range(0, len(cards), self._grid.count)
        for number, first in enumerate(sheets, 1):
            on_sheet = cards[first : first + self._grid.count]
            for backs in ((False, True),) if self._grid.is_folded else ((False,), (True,)):
                side = self._name(number, len(sheets), backs)
                tag = Tag("H1", self._root) if number == 1 and False in backs else None
                crop_marks = Row(0.0, tuple(_crop_marks(self._grid)))
                x, y = (0.0, 0.0) if False in backs else self._grid.shift
                page = [self._head(side, tag), PlacedRow(x, y, crop_marks)]
                for index, card in enumerate(on_sheet):
                    for back in backs:
                        page += self._side(card, back, index)
                yield page

    def _name(self, number: int, count: int, backs: Sequence[bool]) -> str:
        """Return the name of a page of sheet `number`: with its fronts, its `backs` or both."""
        if len(backs) > 1:
            return self._typesetter.words.folded_card_sheet(number, count)
        return self._typesetter.words.card_sheet(number, count, back=backs[0])

    def _head(self, side: str, tag: Tag | None) -> PlacedRow:
        """Return the title at the left, and at the right `side`, the name of this side."""
        typesetter, width = self._typesetter, self._grid.area.width
        aside = typesetter.edition.aside
        title_width = width - typesetter.width(side, aside.font) - typesetter.edition.points_gap
        title = typesetter.rows(self._flashcards.title.runs, aside, 0.0, title_width, tag)
        y = title[0].baseline if title else 0.0
        if len(title) > 1:
            title = [self._truncated_title(title_width, y, tag)]
        heading = Tag("H2", self._root)
        display_list = (
            *(item for row in title for item in row.display_list),
            Bookmark(side),
            *typesetter.line(side, aside.font, width, y, heading, right=True),
        )
        return PlacedRow(self._grid.area.x, _HEAD - y, Row(0.0, display_list))

    def _truncated_title(self, available_width: float, y: float, tag: Tag | None) -> Row:
        """Return as much of the title as fits on one line; a screen reader reads all of it."""
        font, title = self._typesetter.edition.aside.font, self._flashcards.title.plain
        span = Tag("Span", tag, actual=title) if tag else None
        text = self._typesetter.truncated(title, font, available_width)
        return Row(0.0, tuple(self._typesetter.line(text, font, 0.0, y, span)))

    def _side(self, card: CardFaces, back: bool, index: int) -> Iterator[PlacedRow]:
        """Yield the number and the text of a side of `card`, which has the place `index`."""
        cell = self._grid.back(index) if back else self._grid.front(index)
        side = card.back if back else card.front
        text_style = self._text_style(side)
        typesetter, tag = self._typesetter, Tag("Sect", self._root)
        name = typesetter.words.card(card.number, back=back)
        number_tag = Tag("Span", Tag("P", tag), actual=name)
        font, end = typesetter.edition.aside.font, cell.width - _NUMBER
        display_list = typesetter.line(str(card.number), font, end, _NUMBER, number_tag, right=True)
        yield PlacedRow(cell.x, cell.y, Row(0.0, tuple(display_list)))
        rows = side_rows(side, text_style, cell.width, typesetter, tag)
        if height(rows) > cell.height - 2 * _DOWN:
            self._report_size(card, back)
        # What is drawn is centred; if it is too high, it begins where the text area does.
        top, bottom = ink_extent(rows, text_style)
        y = cell.y + max(_DOWN - top, (cell.height - top - bottom) / 2)
        for row in rows:
            yield PlacedRow(cell.x, y, row)
            y += row.height

    def _text_style(self, side: Sequence[SideParagraph]) -> TextStyle:
        """Return the largest text style in which `side` of a card fits, else the smallest."""
        cell = self._grid.front(0)
        available_height = cell.height - 2 * _DOWN
        width, usual_height = _USUAL_SIDE
        max_size = _USUAL_SIZE * max(1, min(cell.width / width, cell.height / usual_height))
        sizes = [size for size in _SIZES if size <= max_size]
        text_styles = [TextStyle(Font(SERIF, size), size * _LEADING) for size in sizes]
        for text_style in text_styles:
            rows = side_rows(side, text_style, cell.width, self._typesetter, Tag("Sect"))
            if height(rows) <= available_height:
                return text_style
        return text_styles[-1]

    def _report_size(self, card: CardFaces, back: bool) -> None:
        sheet = self._flashcards.sheet
        side = "back" if back else "front"
        self._report.error(
            "card-too-small",
            card.item.id.span,
            f"the {side} of item {card.item.name} does not fit on a flashcard of "
            f"{self._flashcards.name}, even at {_SIZES[-1]} pt",
            f"choose a grid with larger cards than {sheet.columns}x{sheet.rows}, shorten the "
            "item, or leave it out of the flashcards",
        )


def _crop_marks(grid: Grid) -> Iterator[DisplayItem]:
    """Yield marks that show where to cut: lines outside the grid, and small crosses inside.

    Where a card is folded there is a line from edge to edge.
    """
    x, y, width, height = grid.area
    step = 2 if grid.is_folded else 1
    for column in range(1, grid.columns, 2) if grid.is_folded else ():
        fold_x = x + column * width / grid.columns
        yield DrawBox(fold_x - _STROKE / 2, y, _STROKE, height, 0, HAIR)
    for column in range(0, grid.columns + 1, step):
        cut_x = x + column * width / grid.columns
        for top in (y - _MARK, y + height):
            yield DrawBox(cut_x - _STROKE / 2, top, _STROKE, _MARK, 0, LINE)
        for row in range(grid.rows + 1):
            cut_y = y + row * height / grid.rows
            yield DrawBox(cut_x - _STROKE / 2, cut_y - _CROSS, _STROKE, 2 * _CROSS, 0, HAIR)
            yield DrawBox(cut_x - _CROSS, cut_y - _STROKE / 2, 2 * _CROSS, _STROKE, 0, HAIR)
    for row in range(grid.rows + 1):
        cut_y = y + row * height / grid.rows
        for left in (x - _MARK, x + width):
            yield DrawBox(left, cut_y - _STROKE / 2, _MARK, _STROKE, 0, LINE)
