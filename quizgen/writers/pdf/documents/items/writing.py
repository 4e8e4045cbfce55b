"""Answers written by hand: a line, several lines, a number before its unit, blanks in a text."""

from __future__ import annotations

from quizgen.model.assessment import Question
from quizgen.model.item import ExtendedText, GapFill, Numeric
from quizgen.writers.pdf.documents.item_frame import (
    RULE_DROP,
    ItemContext,
    ruled,
    stem_rows,
    with_aside,
    writing_line,
)
from quizgen.writers.pdf.documents.items.given import given_font, given_rows
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend, without_top_space
from quizgen.writers.pdf.layout.tags import Tag


def line_rows(question: Question, place: ItemContext) -> list[Row]:
    """The stem and one line to write on."""
    typesetter, frame = place.typesetter, place.frame
    stem = stem_rows(question.item.stem.runs, place)
    if place.given:
        return [*stem, *given_rows(place.given, place)]
    blank = typesetter.blank(place.tag)
    return [*stem, writing_line(frame.body, frame.width, typesetter.edition, blank)]


def extended_rows(question: Question, interaction: ExtendedText, place: ItemContext) -> list[Row]:
    """The stem and as many lines as the author asked for, at least one.

    The first two stay with the stem. To a listener, they are one blank.
    """
    frame, edition = place.frame, place.typesetter.edition
    stem = stem_rows(question.item.stem.runs, place)
    if place.given:
        return [*stem, *given_rows(place.given, place)]
    blank = place.typesetter.blank(place.tag)
    more = max(interaction.lines, 1) - 1
    return [
        *stem,
        writing_line(frame.body, frame.width, edition, blank, keep_with_next=True),
        *[writing_line(frame.body, frame.width, edition, None)] * more,
    ]


def numeric_rows(question: Question, numeric: Numeric, place: ItemContext) -> list[Row]:
    """The stem and a short line, with the unit at its end."""
    typesetter, frame = place.typesetter, place.frame
    edition = typesetter.edition
    stem = stem_rows(question.item.stem.runs, place)
    if place.given:
        return [*stem, *given_rows(place.given, place)]
    blank = typesetter.blank(place.tag)
    if numeric.unit is None:
        return [*stem, writing_line(frame.body, edition.number_line, edition, blank)]
    x = frame.body + edition.number_line + edition.label_gap
    text_style = edition.body
    unit = typesetter.rows(numeric.unit.runs, text_style, x, frame.right - x, Tag("P", place.tag))
    first, *rest = unit or [Row(text_style.leading, baseline=text_style.baseline)]
    line = writing_line(frame.body, edition.number_line, edition, blank)
    rule = ruled(frame.body, first.baseline + RULE_DROP, edition.number_line, edition, blank)
    hand = gap(max(line.baseline - first.baseline, 0.0))
    return [*stem, hand, prepend((rule,), first), *rest]


def gap_rows(question: Question, interaction: GapFill, place: ItemContext) -> list[Row]:
    """The text with its blanks, lines far enough apart to write between.

    The first line stands where any item's does: there is room above it.
    """
    typesetter, frame = place.typesetter, place.frame
    text_style, tag = typesetter.edition.body, Tag("P", place.tag)
    filled = given_font(text_style.font) if place.given else None
    if not filled:
        text_style = text_style._replace(leading=typesetter.edition.blank_leading)
    text = typesetter.paragraphs(
        interaction.parts, text_style.font, frame.stem, tag, place.blank, filled=filled
    )
    has_stem = bool(question.item.stem.runs) or not text
    if not has_stem:
        with_aside(text, "", place, tag)
    rows = typesetter.break_rows(text, text_style, frame.body, frame.stem, tag)
    if has_stem:
        return [*stem_rows(question.item.stem.runs, place), *rows]
    white = text_style.baseline - typesetter.edition.body.baseline
    return [without_top_space(rows[0], white), *rows[1:]]
