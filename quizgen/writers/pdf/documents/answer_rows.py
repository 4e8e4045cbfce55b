"""The rows of a question's entry in the answer key, set from its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import BLOCKS
from quizgen.writers.pdf.documents.answers import AnswerLine, LineRole
from quizgen.writers.pdf.documents.item_context import ItemColumns
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend
from quizgen.writers.pdf.layout.style import TextStyle
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def answer_rows(
    lines: Sequence[AnswerLine], columns: ItemColumns, typesetter: Typesetter, tag: Tag
) -> list[Row]:
    """Return `lines` as rows, each line a paragraph in `tag`, with its text indented.

    Labels and what pupils write stand in columns of their own to the left of the texts.
    """
    indents = _indents(lines, columns, typesetter)
    edition = typesetter.edition
    rows: list[Row] = []
    after_block = False
    for line in lines:
        if rows:
            rows.append(gap(edition.paragraph_gap if after_block else edition.key_line_gap))
        after_block = any(isinstance(run, BLOCKS) for run in line.runs)
        rows += _line_rows(line, indents, columns, typesetter, Tag("P", tag))
    return rows


class _Indents(NamedTuple):
    """Where labels, what pupils write, and the texts beside either begin, in points."""

    label: float
    written: float
    text: float


def _indents(lines: Sequence[AnswerLine], columns: ItemColumns, typesetter: Typesetter) -> _Indents:
    edition = typesetter.edition
    labels = [typesetter.width(line.label, edition.part.font) for line in lines if line.label]
    written = [typesetter.label_width(line.written) for line in lines if line.written]
    after_label = max(labels) + edition.label_gap if labels else 0.0
    after_written = max(written) + edition.label_gap if written else 0.0
    left = columns.body
    # A line that has both takes two columns; else labels and what is written share one.
    if any(line.label and line.written for line in lines):
        return _Indents(left, left + after_label, left + after_label + after_written)
    return _Indents(left, left, left + max(after_label, after_written))


def _line_rows(
    line: AnswerLine, indents: _Indents, columns: ItemColumns, typesetter: Typesetter, tag: Tag
) -> list[Row]:
    edition = typesetter.edition
    text_style = _text_style(line.role, typesetter)
    is_labelled = bool(line.label or line.written)
    x, body = (indents.text, Tag("Span", tag)) if is_labelled else (columns.body, tag)
    rows = typesetter.rows(line.runs, text_style, x, columns.body + columns.stem - x, body)
    first, *rest = rows or [Row(text_style.leading, baseline=text_style.baseline)]
    label, written, y = Tag("Lbl", tag), Tag("Lbl", tag), first.baseline
    display_list = (
        *typesetter.line(line.label, edition.part.font, indents.label, y, label),
        *typesetter.line(line.written, edition.label.font, indents.written, y, written),
    )
    return [prepend(display_list, first), *rest]


def _text_style(role: LineRole, typesetter: Typesetter) -> TextStyle:
    edition = typesetter.edition
    match role:
        case LineRole.ANSWER:
            return edition.answer
        case LineRole.MODEL:
            return edition.body
        case LineRole.NOTE:
            return edition.note
        case LineRole.SOURCE:
            return edition.source
        case _:
            assert_never(role)
