"""Answers printed where pupils write theirs, as in a teacher's edition."""

from __future__ import annotations

from quizgen.writers.pdf.documents.answers import LineRole
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.layout.blocks import Row, gap
from quizgen.writers.pdf.layout.style import TextStyle
from quizgen.writers.pdf.layout.tags import Tag


def filled_in_font(font: Font) -> Font:
    """Return the font of answers within text in `font`: strong, marked as with a light pen."""
    return font._replace(strong=True, tint=True)


def filled_in_rows(context: ItemContext) -> list[Row]:
    """Return the answers of `context`, to stand in place of lines to write on.

    A model answer, which is one of many, is not strong.
    """
    typesetter, columns = context.typesetter, context.columns
    body = typesetter.edition.body
    rows = [gap(typesetter.edition.stem_to_options)]
    for line in context.answers:
        font = filled_in_font(body.font)._replace(strong=line.role is LineRole.ANSWER)
        tag = Tag("P", context.tag)
        rows += typesetter.rows(
            line.runs, TextStyle(font, body.leading), columns.body, columns.stem, tag
        )
    return rows
