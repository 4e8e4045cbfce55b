"""The layout of answers written by hand: lines, a number before its unit, blanks in a text."""

from __future__ import annotations

from quizgen.model.assessment import Question
from quizgen.model.item import ExtendedText, GapFill, Numeric
from quizgen.writers.pdf.documents.item_layout import (
    RULE_DROP,
    ItemContext,
    append_aside,
    stem_rows,
    writing_row,
    writing_rule,
)
from quizgen.writers.pdf.documents.items.filled_in import filled_in_font, filled_in_rows
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend, without_top_space
from quizgen.writers.pdf.layout.tags import Tag


def line_rows(question: Question, context: ItemContext) -> list[Row]:
    """Return the stem of `question` and one line to write on, or the answer in its place."""
    typesetter, columns = context.typesetter, context.columns
    stem = stem_rows(question.item.stem.runs, context)
    if context.answers:
        return [*stem, *filled_in_rows(context)]
    blank = typesetter.blank(context.tag)
    return [*stem, writing_row(columns.body, columns.width, typesetter.edition, blank)]


def extended_rows(question: Question, interaction: ExtendedText, context: ItemContext) -> list[Row]:
    """Return the stem and as many lines as the author asked for, at least one.

    No page ends between the stem and the first two of them. A screen reader is told of one blank.
    """
    columns, edition = context.columns, context.typesetter.edition
    stem = stem_rows(question.item.stem.runs, context)
    if context.answers:
        return [*stem, *filled_in_rows(context)]
    blank = context.typesetter.blank(context.tag)
    more = max(interaction.lines, 1) - 1
    return [
        *stem,
        writing_row(columns.body, columns.width, edition, blank, keep_with_next=True),
        *[writing_row(columns.body, columns.width, edition, None)] * more,
    ]


def numeric_rows(question: Question, numeric: Numeric, context: ItemContext) -> list[Row]:
    """Return the stem and a short line, with the unit of `numeric` at its end."""
    typesetter, columns = context.typesetter, context.columns
    edition = typesetter.edition
    stem = stem_rows(question.item.stem.runs, context)
    if context.answers:
        return [*stem, *filled_in_rows(context)]
    blank = typesetter.blank(context.tag)
    if numeric.unit is None:
        return [*stem, writing_row(columns.body, edition.number_line, edition, blank)]
    x = columns.body + edition.number_line + edition.label_gap
    text_style = edition.body
    unit = typesetter.rows(
        numeric.unit.runs, text_style, x, columns.right - x, Tag("P", context.tag)
    )
    first, *rest = unit or [Row(text_style.leading, baseline=text_style.baseline)]
    line = writing_row(columns.body, edition.number_line, edition, blank)
    rule = writing_rule(
        columns.body, first.baseline + RULE_DROP, edition.number_line, edition, blank
    )
    # The line lies as far below the stem as a writing row's, however high the unit is.
    above = gap(max(line.baseline - first.baseline, 0.0))
    return [*stem, above, prepend((rule,), first), *rest]


def gap_rows(question: Question, interaction: GapFill, context: ItemContext) -> list[Row]:
    """Return the text with its blanks, its lines far enough apart to write between.

    Without a stem above it, the first line is as near to the item before as that of any item.
    """
    typesetter, columns = context.typesetter, context.columns
    text_style, tag = typesetter.edition.body, Tag("P", context.tag)
    filled = filled_in_font(text_style.font) if context.answers else None
    if not filled:
        text_style = text_style._replace(leading=typesetter.edition.blank_leading)
    text = typesetter.paragraphs(
        interaction.parts, text_style.font, columns.stem, tag, context.blank, filled=filled
    )
    has_stem = bool(question.item.stem.runs) or not text
    if not has_stem:
        append_aside(text, "", context, tag)
    rows = typesetter.break_rows(text, text_style, columns.body, columns.stem, tag)
    if has_stem:
        return [*stem_rows(question.item.stem.runs, context), *rows]
    surplus = text_style.baseline - typesetter.edition.body.baseline
    return [without_top_space(rows[0], surplus), *rows[1:]]
