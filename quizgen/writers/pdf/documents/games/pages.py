"""The sheets of a game: cards to cut out, some of them divided into cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.assessment.game import Game
from quizgen.model.diagnostics import Report
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.flashcards.cut_marks import cut_marks
from quizgen.writers.pdf.documents.flashcards.fitting import SIZES, fitted_rows
from quizgen.writers.pdf.documents.flashcards.grid import Grid, Rectangle
from quizgen.writers.pdf.documents.flashcards.sides import SideParagraph
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, DrawBox
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow
from quizgen.writers.pdf.layout.style import LINE, MM, Edition
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_PAD, _DOWN = 4 * MM, 2 * MM
"""From a card's edges to the cells, and from a cell's edges to its text. By eye."""
_MAX_PICTURE = 0.7
"""The greatest height of a picture, as a part of its cell's. By eye."""
_HEAD, _FOOT = 9.6 * MM, 7.5 * MM
"""From the page's edges to the baselines of the words above and below the grid, as for cards."""


def game_edition(game: Game) -> Edition:
    """Return the edition that the cards of `game` are set in."""
    cell = _cells(game, Grid(game.sheet).front(0))[0]
    return Edition()._replace(picture_height=cell.height * _MAX_PICTURE)


def game_document(game: Game, language: str, typesetter: Typesetter, report: Report) -> Document:
    """Return the sheets of `game`, printed on one side.

    A text that fits in no size is reported as ``card-too-small`` when its page is laid out.
    """
    grid = Grid(game.sheet, rtl=typesetter.rtl)
    font, words = typesetter.edition.aside.font, typesetter.words
    y = grid.size[1] - _FOOT

    def foot(number: int, count: int) -> PlacedRow:
        left = typesetter.line(words.cut_cards, font, 0.0, 0.0, None)
        page = words.page(number, count)
        right = typesetter.line(page, font, grid.area.width, 0.0, None, right=True)
        return PlacedRow(grid.area.x, y, Row(0.0, (*left, *right)))

    pages = _pages(game, grid, typesetter, report)
    return Document(game.title.plain, language, grid.size, pages, typesetter.rtl, foot)


def _pages(game: Game, grid: Grid, typesetter: Typesetter, report: Report) -> Iterator[Page]:
    root = Tag("Document")
    for first in range(0, len(game.cards), grid.count):
        on_sheet = game.cards[first : first + grid.count]
        marks = Row(0.0, tuple(cut_marks(grid, len(on_sheet))))
        page = [PlacedRow(0.0, 0.0, marks)]
        if not first:
            page.insert(0, _title(game, grid, typesetter, root))
        for index, texts in enumerate(on_sheet):
            page += _card(game, texts, grid.front(index), typesetter, root, report)
        yield page


def _title(game: Game, grid: Grid, typesetter: Typesetter, root: Tag) -> PlacedRow:
    """Return the title above the first sheet; a screen reader reads all of it."""
    font, title = typesetter.edition.aside.font, game.title.plain
    text = typesetter.truncated(title, font, grid.area.width)
    span = Tag("Span", Tag("H1", root), actual=title)
    display_list = (Bookmark(title), *typesetter.line(text, font, 0.0, 0.0, span))
    return PlacedRow(grid.area.x, _HEAD, Row(0.0, display_list))


def _cells(game: Game, card: Rectangle) -> list[Rectangle]:
    """Return the cells of a `card`, row by row; the only one fills it."""
    pad = _PAD if game.columns * game.rows > 1 else 0.0
    width = (card.width - 2 * pad) / game.columns
    height = (card.height - 2 * pad) / game.rows
    return [
        Rectangle(card.x + pad + column * width, card.y + pad + row * height, width, height)
        for row in range(game.rows)
        for column in range(game.columns)
    ]


def _card(
    game: Game,
    texts: Sequence[Text],
    card: Rectangle,
    typesetter: Typesetter,
    root: Tag,
    report: Report,
) -> Iterator[PlacedRow]:
    """Yield the `texts` of a card in its cells, in lines around these if there are several."""
    cells = _cells(game, card)
    if len(cells) > 1:
        yield PlacedRow(0.0, 0.0, Row(0.0, tuple(_lines(cells, typesetter.edition))))
    tag = Tag("Sect", root)
    for cell, text in zip(cells, texts, strict=True):
        side = [SideParagraph(text.runs)]
        fitted = fitted_rows(side, cell, typesetter, tag, largest=cell, down=_DOWN)
        if not fitted.fits:
            report.error(
                "card-too-small",
                text.span,
                f"the text {text.plain[:40]!r} does not fit on a card of the game {game.name}, "
                f"even at {SIZES[-1]} pt",
                f"choose a grid with larger cards than {game.sheet.columns}x{game.sheet.rows}, "
                "shorten the text, or leave it out",
            )
        yield from fitted.rows


def _lines(cells: Sequence[Rectangle], edition: Edition) -> Iterator[DisplayItem]:
    for cell in cells:
        yield DrawBox(*cell, edition.stroke, LINE)
