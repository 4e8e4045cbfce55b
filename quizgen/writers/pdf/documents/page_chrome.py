"""What surrounds the items: title, fields to fill in, headings, the foot of each page."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from quizgen.model.assessment import Head, Paper, Worksheet
from quizgen.model.text import Image, Run, Text
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, height, keep_together
from quizgen.writers.pdf.layout.display_list import Bookmark, DisplayItem, DrawPicture, DrawRule
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import PlacedRow, TextArea, paginate
from quizgen.writers.pdf.layout.style import DARK, LINE, SIZES, Edition
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_SHARES = (0.54, 0.19, 0.27)
"""What name, class and date get of the room to write at the head. Other fields share it alike."""

_LEAST_TITLE = 12
"""Characters: a title that is cut shorter at a page's foot tells nothing."""


def text_area(paper: Paper, edition: Edition, columns: int = 1) -> TextArea:
    """Where text stands on a page of `paper`."""
    width, height = SIZES[paper]
    margin = edition.margin
    size = width - 2 * margin, height - 2 * margin
    return TextArea(margin, margin, *size, columns, edition.gutter)


def document(
    title: str,
    forms: str,
    worksheet: Worksheet,
    language: str,
    blocks: Iterable[Block],
    typesetter: Typesetter,
    columns: int = 1,
) -> Document:
    """`blocks` on pages, each with a foot that says what it is and where it belongs.

    `forms` says which of the worksheet's forms it is for; it is empty where there is but one.
    """
    paper = worksheet.printing.paper
    size = SIZES[paper]
    area = text_area(paper, typesetter.edition, columns)
    y = size[1] - typesetter.edition.footer

    def place(number: int, count: int, forms: str = forms) -> str:
        page = typesetter.words.page(number, count)
        return typesetter.words.imprint(forms, worksheet.digest, page)

    @functools.cache
    def sides(count: int) -> tuple[str, str]:
        """What stands at the left, cut alike on every page, and the forms at the right: no page
        has a wider number than the last. Where a title has no room, the forms take its place."""
        for left, right in ((title, forms), (forms, "")):
            taken = typesetter.width(place(count, count, right), typesetter.edition.aside.font)
            room = area.width - taken - typesetter.edition.field_gap
            shown = typesetter.truncated(left, typesetter.edition.aside.font, room)
            if shown == left or len(shown) >= _LEAST_TITLE or not right:
                break
        return shown, right

    def foot(number: int, count: int) -> PlacedRow:
        left, right = sides(count)
        row = _foot(left, place(number, count, right), area.width, typesetter)
        return PlacedRow(area.left, y, row)

    named = typesetter.words.titled(title, forms)
    return Document(named, language, size, paginate(blocks, area), typesetter.rtl, foot)


def _foot(title: str, place: str, width: float, typesetter: Typesetter) -> Row:
    font = typesetter.edition.aside.font
    left = typesetter.line(title, font, 0.0, 0.0, None)
    right = typesetter.line(place, font, width, 0.0, None, right=True)
    return Row(0.0, (*left, *right))


def form_name(worksheet: Worksheet, typesetter: Typesetter) -> str:
    """``Form A``, or nothing where there is no other."""
    return typesetter.words.form(worksheet.form) if worksheet.form else ""


def title_rows(runs: Iterable[Run], width: float, typesetter: Typesetter, root: Tag) -> list[Row]:
    return typesetter.rows(runs, typesetter.edition.title, 0.0, width, Tag("H1", root))


def form_rows(forms: str, typesetter: Typesetter, root: Tag) -> list[Row]:
    """A line above the title that says which form it is; none where there is but one."""
    if not forms:
        return []
    text_style = typesetter.edition.label
    display_list = typesetter.line(forms, text_style.font, 0.0, text_style.baseline, Tag("P", root))
    return [Row(text_style.leading, tuple(display_list), text_style.baseline, keep_with_next=True)]


def head_rows(
    worksheet: Worksheet, form: str, width: float, typesetter: Typesetter, root: Tag
) -> list[Row]:
    """The head of a worksheet called `form`: title and score, fields to fill in, instructions."""
    edition = typesetter.edition
    total = sum(question.item.points for question in worksheet.questions)
    score = typesetter.words.total(total)
    small = edition.aside.font
    score_width = edition.score_line + edition.field_word_gap + typesetter.width(score, small)
    title_width = width - score_width - edition.field_gap
    top = _top_rows(worksheet.head, width, typesetter, root)
    rows = title_rows(worksheet.title.runs, title_width, typesetter, root)
    first, *rest = rows or [Row(edition.title.leading, baseline=edition.title.baseline)]
    y = first.baseline
    blank = typesetter.blank(root)
    x, line = width - score_width, (edition.score_line, edition.writing_stroke, LINE)
    display_list = (
        DrawRule(x, y + 2, *line, blank),
        *typesetter.line(score, small, width, y, Tag("Span", blank.parent), right=True),
    )
    first = first._replace(display_list=(*first.display_list, *display_list))
    fields = list(_fields(worksheet.head, width, typesetter, root))
    named = form_rows(form, typesetter, root)
    rows = [*top, *named, first, *rest, *([gap(edition.title_gap)] if fields else []), *fields]
    if worksheet.instructions:
        rows.append(gap(edition.title_gap))
        rows += _instructions(worksheet.instructions, width, typesetter, root)
    return rows


def _instructions(text: Text, width: float, typesetter: Typesetter, root: Tag) -> list[Row]:
    edition = typesetter.edition
    width = min(width, edition.measure)
    return typesetter.rows(text.runs, edition.body, 0.0, width, Tag("P", root))


def _top_rows(head: Head, width: float, typesetter: Typesetter, root: Tag) -> list[Row]:
    """The logo, and beside it the school's name; none where neither is given."""
    edition = typesetter.edition
    logo = _logo(head.logo.image, width, typesetter, root) if head.logo else None
    x = logo.width + edition.field_gap if logo else 0.0
    runs = head.school.runs if head.school else ()
    rows = keep_together(typesetter.rows(runs, edition.part, x, width - x, Tag("P", root)))
    if logo:
        white = max(0.0, logo.height - height(rows)) / 2
        rows = [Row(white, (logo,), keep_with_next=True), *rows, gap(white)]
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
    wide, high = picture.width * scale, picture.height * scale
    return DrawPicture(0.0, 0.0, wide, high, picture, figure)


def _fields(head: Head, width: float, typesetter: Typesetter, root: Tag) -> Iterator[Row]:
    """The fields on one row; or on more, the same number on each as far as can be, where
    there is else too little to write on. What is over goes on the last."""
    words = typesetter.words
    fields = [(field.plain, 1.0) for field in head.fields or ()]
    if head.fields is None:
        fields = [*zip((words.name, words.class_, words.date), _SHARES, strict=True)]
    for count in range(1, len(fields) + 1):
        ends = [len(fields) * place // count for place in range(count + 1)]
        rows = [
            _field_row(fields[start:end], width, typesetter, root) for start, end in pairwise(ends)
        ]
        rules = [
            drawn.width for row in rows for drawn in row.display_list if isinstance(drawn, DrawRule)
        ]
        if min(rules) >= typesetter.edition.min_field or count == len(fields):
            yield from rows
            return


def _field_row(
    fields: Sequence[tuple[str, float]], width: float, typesetter: Typesetter, root: Tag
) -> Row:
    """Each field's word and a line behind it; what words and gaps leave is shared out."""
    edition = typesetter.edition
    y, font = edition.field_row - 3, edition.aside.font
    starts = [typesetter.width(word, font) + edition.field_word_gap for word, _ in fields]
    room = width - edition.field_gap * (len(fields) - 1) - sum(starts)
    whole = sum(share for _, share in fields)
    display_list: list[DisplayItem] = []
    x = 0.0
    for (word, share), start in zip(fields, starts, strict=True):
        blank = typesetter.blank(root)
        display_list += typesetter.line(word, font, x, y, Tag("Span", blank.parent))
        rule = max(0.0, share / whole * room)
        display_list.append(DrawRule(x + start, y + 2, rule, edition.writing_stroke, LINE, blank))
        x += start + rule + edition.field_gap
    return Row(edition.field_row, tuple(display_list), y)


def section_blocks(
    title: Text,
    instructions: Text | None,
    items: Iterable[Block],
    width: float,
    typesetter: Typesetter,
    root: Tag,
) -> Iterator[Block]:
    """A section: title and instructions under a rule, kept with the first of `items`."""
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
