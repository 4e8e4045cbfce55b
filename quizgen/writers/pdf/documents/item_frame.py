"""Where the parts of an item stand across the column, and what all of them share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.model.assessment import Question, Section
from quizgen.model.item import GapFill
from quizgen.model.text.gaps import Part
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.layout.blocks import Row, before, kept
from quizgen.writers.pdf.layout.display_list import End, RuleMark
from quizgen.writers.pdf.layout.line_breaking import Inset
from quizgen.writers.pdf.layout.style import LINE, Edition
from quizgen.writers.pdf.layout.tags import Element
from quizgen.writers.pdf.layout.typesetter import Paragraph, Typesetter

RULE_DROP = 2.0
"""How far below the baseline of what is written a line to write on lies, in points."""


class Frame(NamedTuple):
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


class Place(NamedTuple):
    """All that laying out an item takes: the setter, the columns, the length of every
    blank (points), and the structure element that the item's content belongs to.

    `given` are the answers, as the key says them, to print where pupils write: none on what
    pupils get. `cited` says where in the passage to look, and may be empty.
    """

    setter: Typesetter
    frame: Frame
    blank: float
    tag: Element
    given: Sequence[AnswerLine] = ()
    cited: str = ""


def frame(
    questions: Sequence[Question], width: float, setter: Typesetter, label_gap: float
) -> Frame:
    """The columns, out of `width`, for the widest number and points of `questions`.

    `label_gap` is left between numbers and what follows them.
    """
    edition = setter.edition
    numbers = {len(str(question.number)): str(question.number) for question in questions}
    points = {setter.words.points(question.item.points) for question in questions}
    number = max((setter.width(one, edition.label.font) for one in numbers.values()), default=0.0)
    earned = max((setter.width(one, edition.aside.font) for one in points), default=0.0)
    body = number + label_gap
    stem = min(width - body - earned - edition.points_gap, edition.measure)
    return Frame(number, body, width - body, stem)


def blank_length(section: Section, setter: Typesetter) -> float:
    """How long every blank of `section` is: one length, long enough to write the longest answer.

    There are a few lengths only, so that the blank of a section with one gap does not measure
    its answer.
    """
    edition = setter.edition
    font, most = edition.body.font, edition.blank_most
    widths = [
        setter.natural(gap.answer.runs, font, most)
        for question in section.questions
        if isinstance(question.item.interaction, GapFill)
        for gap in question.item.interaction.gaps
    ]
    wanted = max(widths, default=0.0) * edition.handwriting - edition.blank_least
    steps = max(0, math.ceil(wanted / edition.blank_step))
    return min(edition.blank_least + steps * edition.blank_step, edition.blank_most)


def stem_rows(stem: Iterable[Part], place: Place, hint: str = "") -> list[Row]:
    """The stem, with a hint of ours in small type after it; held to the row that follows."""
    setter, frame = place.setter, place.frame
    setting = setter.edition.body
    tag = Element("P", place.tag)
    paragraphs = setter.measured(stem, setting.font, frame.stem, tag)
    with_aside(paragraphs, hint, place, tag)
    rows = setter.break_rows(paragraphs, setting, frame.body, frame.stem, tag)
    rows = rows or [Row(setting.leading, baseline=setting.baseline)]
    return [*rows[:-1], *kept(rows[-1:])]


def with_aside(paragraphs: list[Paragraph], hint: str, place: Place, tag: Element) -> None:
    """Put a hint of ours, and where in the passage to look, in small type behind a text."""
    said = " ".join(filter(None, (place.cited, hint)))
    if said:
        setter = place.setter
        [aside] = setter.measured((f" {said}",), setter.edition.aside.font, place.frame.stem, tag)
        if paragraphs and not isinstance(paragraphs[-1].pieces[-1], Inset):
            paragraphs[-1].pieces.extend(aside.pieces)
        else:
            paragraphs.append(aside)


def with_number(
    rows: Sequence[Row],
    question: Question,
    frame: Frame,
    setter: Typesetter,
    entry: Element,
    body: Element,
) -> list[Row]:
    """`rows` with the question's number before them and its points at the right.

    The last of them ends the `entry` that all of them belong to.
    """
    label = Element("Lbl", entry)
    first, *rest = with_points(rows, question, frame, setter, entry, body)
    number, font = str(question.number), setter.edition.label.font
    marks = setter.line(number, font, frame.number, first.baseline, label, right=True)
    return [before(marks, first), *rest]


def with_points(
    rows: Sequence[Row],
    question: Question,
    frame: Frame,
    setter: Typesetter,
    entry: Element,
    body: Element,
) -> list[Row]:
    """`rows` with the question's points at the right; the last ends `entry`."""
    edition = setter.edition
    first, *rest = rows or (Row(edition.body.leading, baseline=edition.body.baseline),)
    earned, points = setter.words.points(question.item.points), Element("P", body)
    at = frame.right, first.baseline
    marks = setter.line(earned, edition.aside.font, *at, points, right=True)
    pointed = [before(marks, first), *rest]
    last = pointed[-1]
    pointed[-1] = last._replace(marks=(*last.marks, End(entry)))
    return pointed


def ruled(x: float, y: float, width: float, edition: Edition, tag: Element | None) -> RuleMark:
    """A line to write on. `tag` is what to say of it: None for those after an answer's first."""
    return RuleMark(x, y, width, edition.writing_stroke, LINE, tag)


def writing_line(
    x: float, width: float, edition: Edition, tag: Element | None, keep: bool = False
) -> Row:
    """A row with a line to write on, a hand's height below what comes before."""
    height = edition.writing_line
    y = height - 1
    return Row(height, (ruled(x, y, width, edition, tag),), y - RULE_DROP, keep)
