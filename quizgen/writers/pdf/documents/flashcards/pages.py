"""The layout of flashcards: a page of fronts, then the page of their backs, and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.assessment import Flashcards, Flip
from quizgen.model.diagnostics import Report
from quizgen.writers.pdf.documents.flashcards.cut_marks import cut_marks
from quizgen.writers.pdf.documents.flashcards.fitting import SIZES, fitted_rows
from quizgen.writers.pdf.documents.flashcards.grid import Grid
from quizgen.writers.pdf.documents.flashcards.sides import CardFaces, card_faces
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import Bookmark
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow
from quizgen.writers.pdf.layout.style import MM
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_NUMBER = 4.5 * MM
"""From the card's top right corner to its number's baseline and end. By eye."""
_HEAD, _FOOT = 9.6 * MM, 7.5 * MM
"""From the page's edges to the baselines of the words above and below the grid: no part of
them is in the quarter of an inch (18 pt) that some printers leave white."""


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
                crop_marks = Row(0.0, tuple(cut_marks(self._grid, len(on_sheet))))
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
        typesetter, tag = self._typesetter, Tag("Sect", self._root)
        name = typesetter.words.card(card.number, back=back)
        number_tag = Tag("Span", Tag("P", tag), actual=name)
        font, end = typesetter.edition.aside.font, cell.width - _NUMBER
        display_list = typesetter.line(str(card.number), font, end, _NUMBER, number_tag, right=True)
        yield PlacedRow(cell.x, cell.y, Row(0.0, tuple(display_list)))
        fitted = fitted_rows(side, cell, typesetter, tag, largest=self._grid.front(0))
        if not fitted.fits:
            self._report_size(card, back)
        yield from fitted.rows

    def _report_size(self, card: CardFaces, back: bool) -> None:
        sheet = self._flashcards.sheet
        side = "back" if back else "front"
        self._report.error(
            "card-too-small",
            card.item.id.span,
            f"the {side} of item {card.item.name} does not fit on a flashcard of "
            f"{self._flashcards.name}, even at {SIZES[-1]} pt",
            f"choose a grid with larger cards than {sheet.columns}x{sheet.rows}, shorten the "
            "item, or leave it out of the flashcards",
        )
