"""The grid at the head of a key: the short answers of all questions, to mark by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.assessment import Question
from quizgen.writers.pdf.documents.cells import in_cells
from quizgen.writers.pdf.documents.short_answer import short_answer
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawRule
from quizgen.writers.pdf.layout.style import HAIR
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_MOST_COLUMNS = 10
"""Answers of a letter stand side by side, so that ten questions are a row: by eye."""
_WIDEST = 0.75
"""The part of the line that an answer takes at most; a longer one is left to its entry."""


def answer_grid(
    questions: Sequence[Question], width: float, typesetter: Typesetter, root: Tag
) -> Iterator[Row]:
    """Yield rows with the number and the short answer of each question, several on a row.

    A long answer takes several columns. One that takes most of the line is left to the entry of
    its question further below.
    """
    edition = typesetter.edition
    listing = Tag("L", root, attributes=NUMBERED)
    rule = DrawRule(0.0, 0.0, width, edition.hairline, HAIR)
    yield Row(0.0, (rule,))
    label, small, height = edition.label.font, edition.aside.font, edition.grid_row
    y = height / 2 + 0.24 * label.size
    widest = max((typesetter.width(one.label, small) for one in questions), default=0.0)
    number = widest + edition.label_gap
    answers = [short_answer(question, typesetter.words) for question in questions]
    widths = [
        _WIDEST * width + 1 if answer is None else typesetter.width(answer, label)
        for answer in answers
    ]
    fitting = [wide <= _WIDEST * width for wide in widths]
    below = typesetter.width(typesetter.words.see_below, small)
    around = number + 2 * edition.label_gap
    cells = in_cells(
        [around + (wide if fits else below) for wide, fits in zip(widths, fitting, strict=True)],
        width,
        _MOST_COLUMNS,
    )
    for on_row in cells.rows if questions else ():
        display_list: list[DisplayItem] = []
        for index, first, _ in on_row:
            x, tag = first * width / cells.columns + number, Tag("LI", listing)
            written = questions[index].label
            end, label_tag = x - edition.label_gap, Tag("Lbl", tag)
            display_list += typesetter.line(written, small, end, y, label_tag, right=True)
            body, answer = Tag("LBody", tag), answers[index]
            if fitting[index] and answer is not None:
                display_list += typesetter.line(answer, label, x, y, body)
            else:
                display_list += typesetter.line(typesetter.words.see_below, small, x, y, body)
        bottom = DrawRule(0.0, height, width, edition.hairline, HAIR)
        yield Row(height, (*display_list, bottom), y)
