"""What a key says about a question, set line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from quizgen.writers.pdf.documents.answers import AnswerLine, Role
from quizgen.writers.pdf.documents.item_frame import ItemColumns
from quizgen.writers.pdf.layout.blocks import Row, gap, prepend
from quizgen.writers.pdf.layout.style import TextStyle
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def said_rows(
    lines: Sequence[AnswerLine], columns: ItemColumns, typesetter: Typesetter, tag: Tag
) -> list[Row]:
    """`lines`, each a paragraph of the element `tag`; their parts and marks hang."""
    indents = _indents(lines, columns, typesetter)
    rows: list[Row] = []
    for line in lines:
        if rows:
            rows.append(gap(typesetter.edition.key_line_gap))
        rows += _line(line, indents, columns, typesetter, Tag("P", tag))
    return rows


class _Indents(NamedTuple):
    """Where the columns of one entry begin, in points: parts, marks, texts beside either."""

    part: float
    mark: float
    text: float


def _indents(lines: Sequence[AnswerLine], columns: ItemColumns, typesetter: Typesetter) -> _Indents:
    edition = typesetter.edition
    parts = [typesetter.width(line.part, edition.part.font) for line in lines if line.part]
    marks = [typesetter.label_width(line.mark) for line in lines if line.mark]
    after_part = max(parts) + edition.label_gap if parts else 0.0
    after_mark = max(marks) + edition.label_gap if marks else 0.0
    both = any(line.part and line.mark for line in lines)
    part = columns.body
    mark = part + after_part if both else part
    return _Indents(part, mark, mark + after_mark if both else part + max(after_part, after_mark))


def _line(
    line: AnswerLine, indents: _Indents, columns: ItemColumns, typesetter: Typesetter, tag: Tag
) -> list[Row]:
    """One line of the key; its part and mark hang."""
    edition = typesetter.edition
    text_style = _setting(line.role, typesetter)
    is_labelled = bool(line.part or line.mark)
    x, body = (indents.text, Tag("Span", tag)) if is_labelled else (columns.body, tag)
    rows = typesetter.rows(line.runs, text_style, x, columns.body + columns.stem - x, body)
    first, *rest = rows or [Row(text_style.leading, baseline=text_style.baseline)]
    part, mark, y = Tag("Lbl", tag), Tag("Lbl", tag), first.baseline
    display_list = (
        *typesetter.line(line.part, edition.part.font, indents.part, y, part),
        *typesetter.line(line.mark, edition.label.font, indents.mark, y, mark),
    )
    return [prepend(display_list, first), *rest]


def _setting(role: Role, typesetter: Typesetter) -> TextStyle:
    edition = typesetter.edition
    match role:
        case Role.ANSWER:
            return edition.answer
        case Role.MODEL:
            return edition.body
        case Role.NOTE:
            return edition.note
        case Role.SOURCE:
            return edition.source
        case _:
            assert_never(role)
