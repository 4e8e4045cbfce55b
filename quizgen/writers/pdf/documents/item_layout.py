"""Where the parts of an item stand across the column, and the rows that all items share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.assessment import Question
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text.gap_parts import GapPart
from quizgen.writers.pdf.documents.item_context import ItemColumns, ItemContext
from quizgen.writers.pdf.documents.picture_beside import parted, rows_beside
from quizgen.writers.pdf.layout.blocks import Row, keep_together, prepend
from quizgen.writers.pdf.layout.display_list import DrawRule, EndTag, FormField
from quizgen.writers.pdf.layout.form_fields import FIELD_HEIGHT, ScreenField
from quizgen.writers.pdf.layout.line_breaking import InlineImage
from quizgen.writers.pdf.layout.style import LINE, Edition
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Paragraph, Typesetter

RULE_DROP = 2.0
"""From the baseline of what is written down to the line that it is written on, in points."""


class QuestionEntry(NamedTuple):
    """A question as an entry of a list, on a sheet or in a key.

    `tag` is the structure element of the whole entry, and `body` the part of it that stands
    beside the number.
    """

    question: Question
    columns: ItemColumns
    typesetter: Typesetter
    tag: Tag
    body: Tag

    @classmethod
    def in_list(
        cls, listing: Tag, question: Question, columns: ItemColumns, typesetter: Typesetter
    ) -> QuestionEntry:
        """Return an entry of the list `listing` for `question`, with new structure elements."""
        tag = Tag("LI", listing)
        return cls(question, columns, typesetter, tag, Tag("LBody", tag))


def printed_points(question: Question, typesetter: Typesetter) -> str:
    """Return the points to print beside `question`, such as ``2 pts``; empty for none.

    Those of a bonus have a plus before them.
    """
    points = question.item.printed_points
    sign = "+" if question.item.is_bonus else ""
    return f"{sign}{typesetter.words.points(points)}" if points else ""


def item_columns(
    questions: Sequence[Question], width: float, typesetter: Typesetter, label_gap: float
) -> ItemColumns:
    """Return columns in `width` points that fit the widest number and points of `questions`.

    `label_gap` points are left between numbers and what follows them.
    """
    edition = typesetter.edition
    # Digits are equally wide: one number of each length stands for all with its letter.
    numbers = {(len(question.label), question.letter): question.label for question in questions}
    points = {printed_points(question, typesetter) for question in questions}
    number = max(
        (typesetter.width(text, edition.label.font) for text in numbers.values()), default=0.0
    )
    points_width = max((typesetter.width(text, edition.aside.font) for text in points), default=0.0)
    body = number + label_gap
    reserved = points_width + edition.points_gap if points_width else 0.0
    stem = min(width - body - reserved, edition.measure)
    below = min(width - body, edition.measure)
    return ItemColumns(number, body, width - body, stem, below)


def stem_rows(stem: Iterable[GapPart], context: ItemContext, hint: str = "") -> list[Row]:
    """Return the rows of `stem`, with `hint` in small type after it.

    No page ends between the last of them and the row that follows. A picture that is to stand
    beside the stem does.
    """
    rest, picture = parted(stem)
    if picture is None:
        return _stem_rows(rest, context, hint)
    return keep_together(
        rows_beside(picture, context, lambda narrow: _stem_rows(rest, narrow, hint))
    )


def _stem_rows(stem: Iterable[GapPart], context: ItemContext, hint: str) -> list[Row]:
    typesetter, columns = context.typesetter, context.columns
    text_style = typesetter.edition.body
    tag = Tag("P", context.tag)
    paragraphs = typesetter.paragraphs(stem, text_style.font, columns.stem, tag)
    append_aside(paragraphs, hint, context, tag)
    rows = typesetter.break_rows(paragraphs, text_style, columns.body, columns.stem, tag)
    rows = rows or [Row(text_style.leading, baseline=text_style.baseline)]
    return [*rows[:-1], *keep_together(rows[-1:])]


def append_aside(paragraphs: list[Paragraph], hint: str, context: ItemContext, tag: Tag) -> None:
    """Add the citation of `context` and `hint`, in small type, at the end of `paragraphs`.

    They go on the last line, or on one of their own where a picture or a block ends the text.
    """
    text = " ".join(filter(None, (context.citation, hint)))
    if text:
        typesetter = context.typesetter
        [aside] = typesetter.paragraphs(
            (f" {text}",), typesetter.edition.aside.font, context.columns.stem, tag
        )
        last = paragraphs[-1] if paragraphs else None
        if last is not None and last.block is not None:
            paragraphs.append(aside._replace(tag=Tag("P", context.tag)))
        elif last is not None and not (last.boxes and isinstance(last.boxes[-1], InlineImage)):
            last.boxes.extend(aside.boxes)
        else:
            paragraphs.append(aside)


def with_number(rows: Sequence[Row], entry: QuestionEntry) -> list[Row]:
    """Return `rows` with the number of the `entry` before them and its points at the right."""
    typesetter, label = entry.typesetter, Tag("Lbl", entry.tag)
    first, *rest = with_points(rows, entry)
    display_list = typesetter.line(
        entry.question.label,
        typesetter.edition.label.font,
        entry.columns.number,
        first.baseline,
        label,
        right=True,
    )
    return [prepend(display_list, first), *rest]


def with_points(rows: Sequence[Row], entry: QuestionEntry) -> list[Row]:
    """Return `rows` with the points of the `entry` at the right; the last row ends its tag."""
    typesetter, edition = entry.typesetter, entry.typesetter.edition
    result = list(rows) or [Row(edition.body.leading, baseline=edition.body.baseline)]
    if points := printed_points(entry.question, typesetter):
        font, y, tag = edition.aside.font, result[0].baseline, Tag("P", entry.body)
        display_list = typesetter.line(points, font, entry.columns.right, y, tag, right=True)
        result[0] = prepend(display_list, result[0])
    last = result[-1]
    result[-1] = last._replace(display_list=(*last.display_list, EndTag(entry.tag)))
    return result


def writing_rule(x: float, y: float, width: float, edition: Edition, tag: Tag | None) -> DrawRule:
    """Return a line to write on.

    `tag` is the blank that it stands for; None for the lines after the first of an answer.
    """
    return DrawRule(x, y, width, edition.writing_stroke, LINE, tag)


def field_on_line(x: float, y: float, width: float, field: ScreenField, tag: Tag) -> FormField:
    """Return `field`, as a part of `tag`, for text that stands on a line to write on at `y`."""
    height = FIELD_HEIGHT * field.size
    return FormField(x, y - height, width, height, field, Tag("Form", Tag("P", tag)))


def writing_row(
    x: float, width: float, edition: Edition, tag: Tag | None, keep_with_next: bool = False
) -> Row:
    """Return a row with a line to write on, a hand's height below the row before.

    `tag` is as for `writing_rule`.
    """
    height = edition.writing_line
    y = height - 1
    return Row(height, (writing_rule(x, y, width, edition, tag),), y - RULE_DROP, keep_with_next)
