"""Where the parts of an item stand across the column, and what all of them share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.model.assessment import Question, Section
from quizgen.model.item import GapFill
from quizgen.model.text.gaps import GapPart
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.layout.blocks import Row, keep_together, prepend
from quizgen.writers.pdf.layout.display_list import DrawRule, EndTag
from quizgen.writers.pdf.layout.line_breaking import InlineImage
from quizgen.writers.pdf.layout.style import LINE, Edition
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Paragraph, Typesetter

RULE_DROP = 2.0
"""How far below the baseline of what is written a line to write on lies, in points."""


class ItemColumns(NamedTuple):
    """The columns of a worksheet, in points from the text area's left edge.

    Numbers end at `number`; what belongs to them begins at `body` and is `width` wide,
    or `stem` where it leaves the points a column of their own and is read line by line.
    """

    number: float
    body: float
    width: float
    stem: float

    @property
    def right(self) -> float:
        return self.body + self.width


class ItemContext(NamedTuple):
    """All that laying out an item takes: the setter, the columns, the length of every
    blank (points), and the structure element that the item's content belongs to.

    `given` are the answers, as the key says them, to print where pupils write: none on what
    pupils get. `cited` says where in the passage to look, and may be empty.
    """

    typesetter: Typesetter
    frame: ItemColumns
    blank: float
    tag: Tag
    given: Sequence[AnswerLine] = ()
    cited: str = ""


def frame(
    questions: Sequence[Question], width: float, typesetter: Typesetter, label_gap: float
) -> ItemColumns:
    """The columns, out of `width`, for the widest number and points of `questions`.

    `label_gap` is left between numbers and what follows them.
    """
    edition = typesetter.edition
    numbers = {len(str(question.number)): str(question.number) for question in questions}
    points = {typesetter.words.points(question.item.points) for question in questions}
    number = max(
        (typesetter.width(one, edition.label.font) for one in numbers.values()), default=0.0
    )
    earned = max((typesetter.width(one, edition.aside.font) for one in points), default=0.0)
    body = number + label_gap
    stem = min(width - body - earned - edition.points_gap, edition.measure)
    return ItemColumns(number, body, width - body, stem)


def blank_length(section: Section, typesetter: Typesetter) -> float:
    """How long every blank of `section` is: one length, long enough to write the longest answer.

    There are a few lengths only, so that the blank of a section with one gap does not measure
    its answer.
    """
    edition = typesetter.edition
    font, most = edition.body.font, edition.max_blank
    widths = [
        typesetter.natural_width(gap.answer.runs, font, most)
        for question in section.questions
        if isinstance(question.item.interaction, GapFill)
        for gap in question.item.interaction.gaps
    ]
    wanted = max(widths, default=0.0) * edition.handwriting - edition.min_blank
    steps = max(0, math.ceil(wanted / edition.blank_step))
    return min(edition.min_blank + steps * edition.blank_step, edition.max_blank)


def stem_rows(stem: Iterable[GapPart], place: ItemContext, hint: str = "") -> list[Row]:
    """The stem, with a hint of ours in small type after it; held to the row that follows."""
    typesetter, frame = place.typesetter, place.frame
    text_style = typesetter.edition.body
    tag = Tag("P", place.tag)
    paragraphs = typesetter.paragraphs(stem, text_style.font, frame.stem, tag)
    with_aside(paragraphs, hint, place, tag)
    rows = typesetter.break_rows(paragraphs, text_style, frame.body, frame.stem, tag)
    rows = rows or [Row(text_style.leading, baseline=text_style.baseline)]
    return [*rows[:-1], *keep_together(rows[-1:])]


def with_aside(paragraphs: list[Paragraph], hint: str, place: ItemContext, tag: Tag) -> None:
    """Put a hint of ours, and where in the passage to look, in small type behind a text."""
    said = " ".join(filter(None, (place.cited, hint)))
    if said:
        typesetter = place.typesetter
        [aside] = typesetter.paragraphs(
            (f" {said}",), typesetter.edition.aside.font, place.frame.stem, tag
        )
        if paragraphs and not isinstance(paragraphs[-1].boxes[-1], InlineImage):
            paragraphs[-1].boxes.extend(aside.boxes)
        else:
            paragraphs.append(aside)


def with_number(
    rows: Sequence[Row],
    question: Question,
    frame: ItemColumns,
    typesetter: Typesetter,
    entry: Tag,
    body: Tag,
) -> list[Row]:
    """`rows` with the question's number before them and its points at the right.

    The last of them ends the `entry` that all of them belong to.
    """
    label = Tag("Lbl", entry)
    first, *rest = with_points(rows, question, frame, typesetter, entry, body)
    number, font = str(question.number), typesetter.edition.label.font
    display_list = typesetter.line(number, font, frame.number, first.baseline, label, right=True)
    return [prepend(display_list, first), *rest]


def with_points(
    rows: Sequence[Row],
    question: Question,
    frame: ItemColumns,
    typesetter: Typesetter,
    entry: Tag,
    body: Tag,
) -> list[Row]:
    """`rows` with the question's points at the right; the last ends `entry`."""
    edition = typesetter.edition
    first, *rest = rows or (Row(edition.body.leading, baseline=edition.body.baseline),)
    earned, points = typesetter.words.points(question.item.points), Tag("P", body)
    at = frame.right, first.baseline
    display_list = typesetter.line(earned, edition.aside.font, *at, points, right=True)
    pointed = [prepend(display_list, first), *rest]
    last = pointed[-1]
    pointed[-1] = last._replace(display_list=(*last.display_list, EndTag(entry)))
    return pointed


def ruled(x: float, y: float, width: float, edition: Edition, tag: Tag | None) -> DrawRule:
    """A line to write on. `tag` is what to say of it: None for those after an answer's first."""
    return DrawRule(x, y, width, edition.writing_stroke, LINE, tag)


def writing_line(
    x: float, width: float, edition: Edition, tag: Tag | None, keep_with_next: bool = False
) -> Row:
    """A row with a line to write on, a hand's height below what comes before."""
    height = edition.writing_line
    y = height - 1
    return Row(height, (ruled(x, y, width, edition, tag),), y - RULE_DROP, keep_with_next)
