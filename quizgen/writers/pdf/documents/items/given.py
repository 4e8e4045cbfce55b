"""Answers where pupils write theirs: what makes a worksheet a teacher's edition."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.documents.answers import AnswerLine, Role
from quizgen.writers.pdf.documents.item_frame import ItemContext
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.layout.blocks import Row, gap
from quizgen.writers.pdf.layout.style import TextStyle
from quizgen.writers.pdf.layout.tags import Tag


def given_font(font: Font) -> Font:
    """How an answer looks within text in `font`: strong, and marked as with a light pen."""
    return font._replace(strong=True, tint=True)


def given_rows(given: Sequence[AnswerLine], place: ItemContext) -> list[Row]:
    """Answers in place of lines to write on. A model answer, one of many, is not strong."""
    typesetter, frame = place.typesetter, place.frame
    body = typesetter.edition.body
    rows = [gap(typesetter.edition.stem_to_options)]
    for line in given:
        font = given_font(body.font)._replace(strong=line.role is Role.ANSWER)
        tag = Tag("P", place.tag)
        rows += typesetter.rows(
            line.runs, TextStyle(font, body.leading), frame.body, frame.stem, tag
        )
    return rows
