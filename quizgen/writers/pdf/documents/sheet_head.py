"""The head of a worksheet: school, title and score, fields to fill in, instructions."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.assessment import Head, Worksheet
from quizgen.model.sheet_code import SheetCode
from quizgen.model.text import Image
from quizgen.writers.pdf.documents.head_fields import field_rows
from quizgen.writers.pdf.documents.page_chrome import form_rows, instruction_rows, title_rows
from quizgen.writers.pdf.documents.score_table import most_points
from quizgen.writers.pdf.layout.blocks import Row, gap, height, keep_together, prepend
from quizgen.writers.pdf.layout.display_list import Bookmark, DrawPicture, DrawRule
from quizgen.writers.pdf.layout.qr_code import qr_code
from quizgen.writers.pdf.layout.style import LINE, MM
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

CODE_SIZE = 18 * MM
"""The side of a sheet's code. Its squares are 0.5 mm and more, which a scan at 200 dpi shows."""
CODE_MARGIN = 4 * MM
"""White beside and below it: four of its squares at least (ISO/IEC 18004, 5.3.8)."""


def head_rows(
    worksheet: Worksheet, form: str, width: float, typesetter: Typesetter, root: Tag
) -> list[Row]:
    """Return the head of a worksheet: title and score, fields to fill in, instructions.

    `form` is the name of the form; empty if there is only one. There is no place for a score
    where no question prints its points. A sheet for a pupil has a code at its top corner.
    """
    edition, full_width = typesetter.edition, width
    pupil = worksheet.pupil
    if pupil:
        width -= CODE_SIZE + CODE_MARGIN
    score = most_points(worksheet.questions, typesetter)
    small = edition.aside.font
    score_width = edition.score_line + edition.field_word_gap + typesetter.width(score, small)
    title_width = width - (score_width + edition.field_gap if score else 0.0)
    top = _top_rows(worksheet.head, width, typesetter, root)
    rows = title_rows(worksheet.title.runs, title_width, typesetter, root)
    first, *rest = rows or [Row(edition.title.leading, baseline=edition.title.baseline)]
    if score:
        y = first.baseline
        blank = typesetter.blank(root)
        x, line = width - score_width, (edition.score_line, edition.writing_stroke, LINE)
        display_list = (
            DrawRule(x, y + 2, *line, blank),
            *typesetter.line(score, small, width, y, Tag("Span", blank.parent), right=True),
        )
        first = first._replace(display_list=(*first.display_list, *display_list))
    fillable = worksheet.printing.fillable
    fields = list(field_rows(worksheet.head, pupil, width, typesetter, root, fillable=fillable))
    form_line = form_rows(form, typesetter, root)
    rows = [*top, *form_line, first, *rest, *([gap(edition.title_gap)] if fields else []), *fields]
    if worksheet.instructions:
        rows.append(gap(edition.title_gap))
        rows += instruction_rows(worksheet.instructions, width, typesetter, root)
    if pupil:
        code = SheetCode(worksheet.digest, worksheet.form, pupil.key)
        rows = _with_code(rows, code, full_width - CODE_SIZE, typesetter, root)
        rows[0] = prepend([Bookmark(pupil.name)], rows[0])
    return rows


def _with_code(
    rows: Sequence[Row], code: SheetCode, x: float, typesetter: Typesetter, root: Tag
) -> list[Row]:
    """Return `rows` with `code` beside them at `x`, and white below it if they are less high."""
    figure = Tag("Figure", root, alt=typesetter.words.sheet_code)
    squares = qr_code(code.text, x, CODE_SIZE, figure, mirrored=typesetter.rtl)
    first, *rest = rows
    beside = (*first.display_list, *squares)
    white = max(0.0, CODE_SIZE + CODE_MARGIN - height(rows))
    return [first._replace(display_list=beside), *rest, *([gap(white)] if white else [])]


def _top_rows(head: Head, width: float, typesetter: Typesetter, root: Tag) -> list[Row]:
    """Return the logo, and beside it the school's name; no rows if neither is given."""
    edition = typesetter.edition
    logo = _logo(head.logo.image, width, typesetter, root) if head.logo else None
    x = logo.width + edition.field_gap if logo else 0.0
    runs = head.school.runs if head.school else ()
    rows = keep_together(typesetter.rows(runs, edition.part, x, width - x, Tag("P", root)))
    if logo:
        # The name is centred on the height of the logo.
        space = max(0.0, logo.height - height(rows)) / 2
        rows = [Row(space, (logo,), keep_with_next=True), *rows, gap(space)]
    return [*rows, gap(edition.title_gap / 2)] if rows else []


def _logo(image: Image, width: float, typesetter: Typesetter, root: Tag) -> DrawPicture | None:
    edition, picture = typesetter.edition, typesetter.picture(image.name)
    if picture is None:
        return None
    scale = min(
        edition.picture_scale,
        edition.logo_height / picture.height,
        edition.logo_part * width / picture.width,
    )
    figure = Tag("Figure", root, alt=image.alt)
    size = picture.width * scale, picture.height * scale
    return DrawPicture(0.0, 0.0, *size, picture, figure)
