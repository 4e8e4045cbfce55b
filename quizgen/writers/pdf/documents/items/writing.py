"""The layout of answers written by hand: lines, a number before its unit, blanks in a text."""

from __future__ import annotations

from quizgen.model.answer_space import USUAL_SPACE
from quizgen.model.assessment import Question
from quizgen.model.item import ExtendedText, GapFill, Numeric, Reveal
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import (
    RULE_DROP,
    append_aside,
    field_on_line,
    stem_rows,
    writing_row,
    writing_rule,
)
from quizgen.writers.pdf.documents.items.answer_space import answer_space_rows
from quizgen.writers.pdf.documents.items.filled_in import filled_in_font, filled_in_rows
from quizgen.writers.pdf.layout.blocks import Row, gap, keep_together, prepend, without_top_space
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.inline_content import GapStyle
from quizgen.writers.pdf.layout.tags import Tag


def line_rows(question: Question, context: ItemContext) -> list[Row]:
    """Return the stem of `question` and the space to write in, or the answer in its place.

    The front of a flashcard that is no question, such as a term, does not say what to do: then a
    hint does.
    """
    is_term = isinstance(question.item.interaction, Reveal) and not _asks(question.item.stem)
    hint = context.typesetter.words.write_what_it_is if is_term else ""
    stem = stem_rows(question.item.stem.runs, context, hint)
    if context.answers:
        return [*stem, *filled_in_rows(context)]
    return [*stem, *answer_space_rows(question.item.space, 1, context)]


def _asks(stem: Text) -> bool:
    """Return whether `stem` ends with a question mark, of any script."""
    return stem.plain.rstrip(" \"'»”)）").endswith(("?", "？", "؟", ";"))


def extended_rows(question: Question, interaction: ExtendedText, context: ItemContext) -> list[Row]:
    """Return the stem and the space that the author asked for, or the answer in its place."""
    stem = stem_rows(question.item.stem.runs, context)
    if context.answers:
        return [*stem, *filled_in_rows(context)]
    return [*stem, *answer_space_rows(question.item.space, max(interaction.lines, 1), context)]


def numeric_rows(question: Question, numeric: Numeric, context: ItemContext) -> list[Row]:
    """Return the stem and a short line, with the unit of `numeric` at its end.

    Where the author asks for a space, as for a sum, it is before that line.
    """
    typesetter, columns = context.typesetter, context.columns
    edition = typesetter.edition
    stem = stem_rows(question.item.stem.runs, context)
    if context.answers:
        return [*stem, *filled_in_rows(context)]
    if question.item.space != USUAL_SPACE:
        on_paper = context._replace(fields=None)
        stem += keep_together(answer_space_rows(question.item.space, 1, on_paper))
    blank = None if context.fields else typesetter.blank(context.tag)

    def filled(y: float) -> tuple[DisplayItem, ...]:
        """Return the field that stands on the line to write on, which is at `y`."""
        if context.fields is None:
            return ()
        field, width = context.fields.typed(), edition.number_line
        return (field_on_line(columns.body, y, width, field, context.tag),)

    if numeric.unit is None:
        row = writing_row(columns.body, edition.number_line, edition, blank)
        return [*stem, prepend(filled(row.height - 1), row) if context.fields else row]
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
    return [*stem, above, prepend((rule, *filled(rule.y)), first), *rest]


def gap_rows(question: Question, interaction: GapFill, context: ItemContext) -> list[Row]:
    """Return the text with its blanks, its lines far enough apart to write between.

    Without a stem above it, the first line is as near to the item before as that of any item.
    """
    typesetter, columns = context.typesetter, context.columns
    text_style, tag = typesetter.edition.body, Tag("P", context.tag)
    filled = filled_in_font(text_style.font) if context.answers else None
    if not filled:
        text_style = text_style._replace(leading=typesetter.edition.blank_leading)
    gaps = GapStyle(context.blank, filled).numbered(interaction.gaps)
    if context.fields:
        count = len(interaction.gaps)
        fields = {
            id(one): context.fields.gap(place, count)
            for place, one in enumerate(interaction.gaps, 1)
        }
        gaps = gaps._replace(fields=fields)
    text = typesetter.paragraphs(interaction.parts, text_style.font, columns.stem, tag, gaps)
    has_stem = bool(question.item.stem.runs) or not text
    if not has_stem:
        append_aside(text, "", context, tag)
    rows = typesetter.break_rows(text, text_style, columns.body, columns.stem, tag)
    if has_stem:
        return [*stem_rows(question.item.stem.runs, context), *rows]
    surplus = text_style.baseline - typesetter.edition.body.baseline
    return [without_top_space(rows[0], surplus), *rows[1:]]
