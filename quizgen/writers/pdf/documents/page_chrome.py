"""What stands around the items: title, fields to fill in, headings, the foot of each page."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from quizgen.model.assessment import Head, Paper, Worksheet
from quizgen.model.text import Image, Run, Text
from quizgen.writers.pdf.documents.score_table import most_points
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, height, keep_together
from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, DrawPicture, DrawRule
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.pagination import PlacedRow, TextArea, paginate
from quizgen.writers.pdf.layout.style import DARK, LINE, SIZES, Edition
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_SHARES = (0.54, 0.19, 0.27)
"""The parts of the writing space at the head that name, class and date get. By eye.

Fields that the author chose get equal parts.
"""

_MIN_TITLE = 12
"""Characters: a title that is cut shorter at a page's foot tells nothing. By eye."""


def text_area(paper: Paper, edition: Edition, columns: int = 1) -> TextArea:
    """Return the area for text on a page of `paper`, divided into `columns`.

    Where pages are bound, the area is that of a page without the free edge on its left.
    """
    width, height = page_size(paper, edition)
    margin = edition.margin
    size = width - 2 * margin - edition.binding, height - 2 * margin
    return TextArea(margin, margin, *size, columns, edition.gutter)


def page_size(paper: Paper, edition: Edition) -> tuple[float, float]:
    """Return the width and height of a page: of `paper`, or of half of it if two share a side."""
    width, height = SIZES[paper]
    return (width, height) if edition.imposition is None else (height / 2, width)


def passage_width(worksheet: Worksheet) -> float:
    """Return the width of the passage that pupils have, whose lines a key cites."""
    printing = worksheet.printing
    return text_area(printing.paper, edition_of(printing.editions[0], printing)).width


def document(
    title: str,
    forms: str,
    worksheet: Worksheet,
    language: str,
    blocks: Iterable[Block],
    typesetter: Typesetter,
    columns: int = 1,
) -> Document:
    """Return `blocks` on pages, each with a foot: `title`, `forms`, digest and page number.

    `forms` names the forms of `worksheet` that the document is for; empty if there is only one.
    """
    paper = worksheet.printing.paper
    edition = typesetter.edition
    size = page_size(paper, edition)
    area = text_area(paper, edition, columns)
    y = size[1] - edition.footer

    def imprint(number: int, count: int, forms: str = forms) -> str:
        page = typesetter.words.page(number, count)
        return typesetter.words.imprint(forms, worksheet.digest, page)

    @functools.cache
    def foot_texts(count: int) -> tuple[str, str]:
        """Return the text at the left of every foot, cut alike, and the forms at the right.

        They are measured once, beside the last of `count` pages: no number is wider. Where there
        is no space for the title, the forms take its place.
        """
        font = typesetter.edition.aside.font
        for left, right in ((title, forms), (forms, "")):
            imprint_width = typesetter.width(imprint(count, count, right), font)
            available_width = area.width - imprint_width - typesetter.edition.field_gap
            text = typesetter.truncated(left, font, available_width)
            if text == left or len(text) >= _MIN_TITLE or not right:
                break
        return text, right

    def foot(number: int, count: int) -> PlacedRow:
        left, right = foot_texts(count)
        row = _foot(left, imprint(number, count, right), area.width, typesetter)
        return PlacedRow(area.left, y, row)

    full_title = typesetter.words.titled(title, forms)
    return Document(
        full_title,
        language,
        size,
        paginate(blocks, area),
        typesetter.rtl,
        foot,
        edition.imposition,
        edition.binding,
        edition.duplex,
    )


def _foot(title: str, imprint: str, width: float, typesetter: Typesetter) -> Row:
    font = typesetter.edition.aside.font
    left = typesetter.line(title, font, 0.0, 0.0, None)
    right = typesetter.line(imprint, font, width, 0.0, None, right=True)
    return Row(0.0, (*left, *right))


def form_name(worksheet: Worksheet, typesetter: Typesetter) -> str:
    """Return the name of the form, such as ``Form A``; empty if there is only one."""
    return typesetter.words.form(worksheet.form) if worksheet.form else ""


def title_rows(runs: Iterable[Run], width: float, typesetter: Typesetter, root: Tag) -> list[Row]:
    """Return the title `runs` of a document, as its first heading."""
    return typesetter.rows(runs, typesetter.edition.title, 0.0, width, Tag("H1", root))


def form_rows(forms: str, typesetter: Typesetter, root: Tag) -> list[Row]:
    """Return a line with the names `forms`, to stand above the title; none if it is empty."""
    if not forms:
        return []
    text_style = typesetter.edition.label
    display_list = typesetter.line(forms, text_style.font, 0.0, text_style.baseline, Tag("P", root))
    return [Row(text_style.leading, tuple(display_list), text_style.baseline, keep_with_next=True)]


def head_rows(
    worksheet: Worksheet, form: str, width: float, typesetter: Typesetter, root: Tag
) -> list[Row]:
    """Return the head of a worksheet: title and score, fields to fill in, instructions.

    `form` is the name of the form; empty if there is only one. There is no place for a score
    where no question prints its points.
    """
    edition = typesetter.edition
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
    fields = list(_fields(worksheet.head, width, typesetter, root))
    form_line = form_rows(form, typesetter, root)
    rows = [*top, *form_line, first, *rest, *([gap(edition.title_gap)] if fields else []), *fields]
    if worksheet.instructions:
        rows.append(gap(edition.title_gap))
        rows += _instructions(worksheet.instructions, width, typesetter, root)
    return rows


def _instructions(text: Text, width: float, typesetter: Typesetter, root: Tag | None) -> list[Row]:
    edition = typesetter.edition
    width = min(width, edition.measure)
    return typesetter.rows(text.runs, edition.body, 0.0, width, Tag("P", root))


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


def _fields(head: Head, width: float, typesetter: Typesetter, root: Tag) -> Iterator[Row]:
    """Yield the fields to fill in, on as few rows as leave enough to write on.

    Rows have equally many fields, or some of the lower ones have one more.
    """
    words = typesetter.words
    fields = [(field.plain, 1.0) for field in head.fields or ()]
    if head.fields is None:
        fields = [*zip((words.name, words.class_, words.date), _SHARES, strict=True)]
    for count in range(1, len(fields) + 1):
        ends = [len(fields) * row // count for row in range(count + 1)]
        rows = [
            _field_row(fields[start:end], width, typesetter, root) for start, end in pairwise(ends)
        ]
        rule_widths = [
            item.width for row in rows for item in row.display_list if isinstance(item, DrawRule)
        ]
        if min(rule_widths) >= typesetter.edition.min_field or count == len(fields):
            yield from rows
            return


def _field_row(
    fields: Sequence[tuple[str, float]], width: float, typesetter: Typesetter, root: Tag
) -> Row:
    """Return the word of each field and a line after it.

    `fields` are words, each with its share of the width that words and gaps leave.
    """
    edition = typesetter.edition
    y, font = edition.field_row - 3, edition.aside.font
    starts = [typesetter.width(word, font) + edition.field_word_gap for word, _ in fields]
    available_width = width - edition.field_gap * (len(fields) - 1) - sum(starts)
    all_shares = sum(share for _, share in fields)
    display_list: list[DisplayItem] = []
    x = 0.0
    for (word, share), start in zip(fields, starts, strict=True):
        blank = typesetter.blank(root)
        display_list += typesetter.line(word, font, x, y, Tag("Span", blank.parent))
        rule = max(0.0, share / all_shares * available_width)
        display_list.append(DrawRule(x + start, y + 2, rule, edition.writing_stroke, LINE, blank))
        x += start + rule + edition.field_gap
    return Row(edition.field_row, tuple(display_list), y)


def section_blocks(
    title: Text,
    instructions: Text | None,
    items: Iterable[Block],
    width: float,
    typesetter: Typesetter,
    root: Tag | None,
) -> Iterator[Block]:
    """Yield a section: `title` and `instructions` under a rule, then `items`.

    No page ends between the instructions and the first of the items.
    """
    edition = typesetter.edition
    rows = typesetter.rows(title.runs, edition.heading, 0.0, width, Tag("H2", root))
    if instructions:
        rows += [gap(2), *_instructions(instructions, width, typesetter, root)]
    blocks = iter(items)
    if rows:
        rule = DrawRule(0.0, 0.0, width, edition.heading_rule, DARK)
        opening = Row(edition.heading_rule_gap, (Bookmark(title.plain), rule))
        yield Block((opening, *rows), edition.heading_gap, keep_with_next=True, spans_columns=True)
        for first in islice(blocks, 1):
            yield replace(first, space_above=edition.first_gap)
    yield from blocks
