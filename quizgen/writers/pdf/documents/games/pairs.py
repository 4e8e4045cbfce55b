"""The key of a game: its pairs, in the order in which they are called or laid."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Printing, Worksheet
from quizgen.model.assessment.game import Game
from quizgen.model.text import Table
from quizgen.model.text.runs import Cell
from quizgen.writers.pdf.documents.page_chrome import document, text_area, title_rows
from quizgen.writers.pdf.layout.blocks import Block
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def game_key_document(game: Game, language: str, typesetter: Typesetter) -> Document:
    """Return the pairs of `game`, each on a line with its number."""
    printing, root = Printing(game.sheet.paper), Tag("Document")
    sheet = Worksheet(game.name, game.title, printing, None, ())
    width = text_area(game.sheet.paper, typesetter.edition).width
    opening, closing = typesetter.words.key_title

    def blocks() -> Iterator[Block]:
        title = (opening, *game.title.runs, closing)
        yield Block(tuple(title_rows(title, width, typesetter, root)))
        rows = [
            (Cell((str(number),)), Cell(pair.first.runs), Cell(pair.second.runs))
            for number, pair in enumerate(game.pairs, 1)
        ]
        table = Table((Cell(()),) * 3, tuple(rows))
        lines = typesetter.rows((table,), typesetter.edition.body, 0.0, width, root)
        yield Block(tuple(lines), typesetter.edition.heading_gap, breakable=True)

    title = f"{opening}{game.title.plain}{closing}"
    return document(title, "", sheet, language, blocks(), typesetter)
