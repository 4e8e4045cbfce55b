"""The key of a game: its pairs, in the order in which they are called or laid."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.assessment import Printing, Worksheet
from quizgen.model.assessment.game import Game, Pair
from quizgen.model.text import BLOCKS, ListBlock, Run
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
        listed = ListBlock(tuple(map(_entry, game.pairs)), 1)
        lines = typesetter.rows((listed,), typesetter.edition.body, 0.0, width, root)
        yield Block(tuple(lines), typesetter.edition.heading_gap, breakable=True)

    title = f"{opening}{game.title.plain}{closing}"
    return document(title, "", sheet, language, blocks(), typesetter)


def _entry(pair: Pair) -> tuple[Run, ...]:
    """Return both texts of `pair`, with a dash between them on one line."""
    dash = () if any(isinstance(run, BLOCKS) for run in pair.first.runs[-1:]) else (" – ",)
    return (*pair.first.runs, *dash, *pair.second.runs)
