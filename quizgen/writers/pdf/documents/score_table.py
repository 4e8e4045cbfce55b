"""The score of each section: lines at the head of a worksheet, for whoever marks it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.assessment import Question, Section, Worksheet
from quizgen.writers.pdf.layout.blocks import Block, Row, keep_together
from quizgen.writers.pdf.layout.display_list import DrawRule
from quizgen.writers.pdf.layout.style import HAIR, LINE
from quizgen.writers.pdf.layout.tags import ROW_HEAD, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def most_points(questions: Sequence[Question], typesetter: Typesetter) -> str:
    """Return the most points of `questions`, such as ``/ 12 points``, without those of a bonus.

    Empty where no question prints its points.
    """
    items = [question.item for question in questions if not question.item.is_bonus]
    if not any(item.printed_points for item in items):
        return ""
    return typesetter.words.total(sum(item.points for item in items))


def score_block(
    worksheet: Worksheet, width: float, typesetter: Typesetter, root: Tag
) -> Block | None:
    """Return the table of scores that `worksheet` asks for; None where it asks for none."""
    totals = [
        (section, most_points(section.questions, typesetter)) for section in worksheet.sections
    ]
    totals = [(section, total) for section, total in totals if total]
    if not worksheet.has_scores or not totals:
        return None
    edition, table = typesetter.edition, Tag("Table", root)
    rows = [_hairline(width, typesetter)]
    for section, total in totals:
        rows += _score_rows(section, total, width, typesetter, Tag("TR", table))
        rows.append(_hairline(width, typesetter))
    whole = (*keep_together(rows[:-1]), rows[-1])
    return Block(whole, edition.title_gap, spans_columns=True)


def _score_rows(
    section: Section, total: str, width: float, typesetter: Typesetter, cells: Tag
) -> list[Row]:
    """Return the title of `section`, a line to write on, and its `total` behind that."""
    edition, small = typesetter.edition, typesetter.edition.aside.font
    score_width = edition.score_line + edition.field_word_gap + typesetter.width(total, small)
    available_width = width - score_width - edition.field_gap
    title = Tag("TH", cells, attributes=ROW_HEAD)
    rows = typesetter.rows(section.title.runs, edition.part, 0.0, available_width, title)
    first, *rest = rows or [Row(edition.part.leading, baseline=edition.part.baseline)]
    space = max(0.0, (edition.field_row - first.height) / 2)
    blank = typesetter.blank(Tag("TD", cells))
    x, y = width - score_width, first.baseline
    score = (
        DrawRule(x, y + 2, edition.score_line, edition.writing_stroke, LINE, blank),
        *typesetter.line(total, small, width, y, Tag("Span", blank.parent), right=True),
    )
    first = first._replace(display_list=(*first.display_list, *score))
    return [Row(space, keep_with_next=True), first, *rest, Row(space, keep_with_next=True)]


def _hairline(width: float, typesetter: Typesetter) -> Row:
    thickness = typesetter.edition.hairline
    return Row(thickness, (DrawRule(0.0, 0.0, width, thickness, HAIR),))
