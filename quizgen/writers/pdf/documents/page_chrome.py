"""What surrounds the items: title, fields to fill in, headings, the foot of each page."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from quizgen.model.assessment import Head, Paper, Worksheet
from quizgen.model.text import Image, Run, Text
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, height, kept
from quizgen.writers.pdf.layout.display_list import Bookmark, Mark, PictureMark, RuleMark
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import Area, Placed, fill
from quizgen.writers.pdf.layout.style import DARK, LINE, SIZES, Edition
from quizgen.writers.pdf.layout.tags import Element
from quizgen.writers.pdf.layout.typesetter import Typesetter

_SHARES = (0.54, 0.19, 0.27)
"""What name, class and date get of the room to write at the head. Other fields share it alike."""

_LEAST_TITLE = 12
"""Characters: a title that is cut shorter at a page's foot tells nothing."""


def text_area(paper: Paper, edition: Edition, columns: int = 1) -> Area:
    """Where text stands on a page of `paper`."""
    width, height = SIZES[paper]
    margin = edition.margin
    size = width - 2 * margin, height - 2 * margin
    return Area(margin, margin, *size, columns, edition.gutter)


def document(
    title: str,
    forms: str,
    worksheet: Worksheet,
    language: str,
    blocks: Iterable[Block],
    setter: Typesetter,
    columns: int = 1,
) -> Document:
    """`blocks` on pages, each with a foot that says what it is and where it belongs.

    `forms` says which of the worksheet's forms it is for; it is empty where there is but one.
    """
    paper = worksheet.printing.paper
    size = SIZES[paper]
    area = text_area(paper, setter.edition, columns)
    y = size[1] - setter.edition.footer

    def place(number: int, count: int, forms: str = forms) -> str:
        page = setter.words.page(number, count)
        return setter.words.imprint(forms, worksheet.digest, page)

    @functools.cache
    def sides(count: int) -> tuple[str, str]:
        """What stands at the left, cut alike on every page, and the forms at the right: no page
        has a wider number than the last. Where a title has no room, the forms take its place."""
        for left, right in ((title, forms), (forms, "")):
            taken = setter.width(place(count, count, right), setter.edition.aside.font)
            room = area.width - taken - setter.edition.field_gap
            shown = setter.shortened(left, setter.edition.aside.font, room)
            if shown == left or len(shown) >= _LEAST_TITLE or not right:
                break
        return shown, right

    def foot(number: int, count: int) -> Placed:
        left, right = sides(count)
        row = _foot(left, place(number, count, right), area.width, setter)
        return Placed(area.left, y, row)

    named = setter.words.titled(title, forms)
    return Document(named, language, size, fill(blocks, area), setter.rtl, foot)


def _foot(title: str, place: str, width: float, setter: Typesetter) -> Row:
    font = setter.edition.aside.font
    left = setter.line(title, font, 0.0, 0.0, None)
    right = setter.line(place, font, width, 0.0, None, right=True)
    return Row(0.0, (*left, *right))


def form_name(worksheet: Worksheet, setter: Typesetter) -> str:
    """``Form A``, or nothing where there is no other."""
    return setter.words.form(worksheet.form) if worksheet.form else ""


def title_rows(runs: Iterable[Run], width: float, setter: Typesetter, root: Element) -> list[Row]:
    return setter.rows(runs, setter.edition.title, 0.0, width, Element("H1", root))


def form_rows(forms: str, setter: Typesetter, root: Element) -> list[Row]:
    """A line above the title that says which form it is; none where there is but one."""
    if not forms:
        return []
    setting = setter.edition.label
    marks = setter.line(forms, setting.font, 0.0, setting.baseline, Element("P", root))
    return [Row(setting.leading, tuple(marks), setting.baseline, keep=True)]


def head_rows(
    worksheet: Worksheet, form: str, width: float, setter: Typesetter, root: Element
) -> list[Row]:
    """The head of a worksheet called `form`: title and score, fields to fill in, instructions."""
    edition = setter.edition
    total = sum(question.item.points for question in worksheet.questions)
    score = setter.words.total(total)
    small = edition.aside.font
    score_width = edition.score_line + edition.field_word_gap + setter.width(score, small)
    title_width = width - score_width - edition.field_gap
    top = _top_rows(worksheet.head, width, setter, root)
    rows = title_rows(worksheet.title.runs, title_width, setter, root)
    first, *rest = rows or [Row(edition.title.leading, baseline=edition.title.baseline)]
    y = first.baseline
    blank = setter.blank(root)
    x, line = width - score_width, (edition.score_line, edition.writing_stroke, LINE)
    marks = (
        RuleMark(x, y + 2, *line, blank),
        *setter.line(score, small, width, y, Element("Span", blank.parent), right=True),
    )
    first = first._replace(marks=(*first.marks, *marks))
    fields = list(_fields(worksheet.head, width, setter, root))
    named = form_rows(form, setter, root)
    rows = [*top, *named, first, *rest, *([gap(edition.title_gap)] if fields else []), *fields]
    if worksheet.instructions:
        rows.append(gap(edition.title_gap))
        rows += _instructions(worksheet.instructions, width, setter, root)
    return rows


def _instructions(text: Text, width: float, setter: Typesetter, root: Element) -> list[Row]:
    edition = setter.edition
    width = min(width, edition.measure)
    return setter.rows(text.runs, edition.body, 0.0, width, Element("P", root))


def _top_rows(head: Head, width: float, setter: Typesetter, root: Element) -> list[Row]:
    """The logo, and beside it the school's name; none where neither is given."""
    edition = setter.edition
    logo = _logo(head.logo.image, width, setter, root) if head.logo else None
    x = logo.width + edition.field_gap if logo else 0.0
    runs = head.school.runs if head.school else ()
    rows = kept(setter.rows(runs, edition.part, x, width - x, Element("P", root)))
    if logo:
        white = max(0.0, logo.height - height(rows)) / 2
        rows = [Row(white, (logo,), keep=True), *rows, gap(white)]
    return [*rows, gap(edition.title_gap / 2)] if rows else []


def _logo(image: Image, width: float, setter: Typesetter, root: Element) -> PictureMark | None:
    edition, picture = setter.edition, setter.picture(image.name)
    if picture is None:
        return None
    scale = min(
        edition.picture_scale,
        edition.logo_height / picture.height,
        edition.logo_part * width / picture.width,
    )
    figure = Element("Figure", root, alt=image.alt)
    wide, high = picture.width * scale, picture.height * scale
    return PictureMark(0.0, 0.0, wide, high, picture, figure)


def _fields(head: Head, width: float, setter: Typesetter, root: Element) -> Iterator[Row]:
    """The fields on one row; or on more, the same number on each as far as can be, where
    there is else too little to write on. What is over goes on the last."""
    words = setter.words
    fields = [(field.plain, 1.0) for field in head.fields or ()]
    if head.fields is None:
        fields = [*zip((words.name, words.class_, words.date), _SHARES, strict=True)]
    for count in range(1, len(fields) + 1):
        ends = [len(fields) * place // count for place in range(count + 1)]
        rows = [_field_row(fields[start:end], width, setter, root) for start, end in pairwise(ends)]
        rules = [mark.width for row in rows for mark in row.marks if isinstance(mark, RuleMark)]
        if min(rules) >= setter.edition.least_field or count == len(fields):
            yield from rows
            return


def _field_row(
    fields: Sequence[tuple[str, float]], width: float, setter: Typesetter, root: Element
) -> Row:
    """Each field's word and a line behind it; what words and gaps leave is shared out."""
    edition = setter.edition
    y, font = edition.field_row - 3, edition.aside.font
    starts = [setter.width(word, font) + edition.field_word_gap for word, _ in fields]
    room = width - edition.field_gap * (len(fields) - 1) - sum(starts)
    whole = sum(share for _, share in fields)
    marks: list[Mark] = []
    x = 0.0
    for (word, share), start in zip(fields, starts, strict=True):
        blank = setter.blank(root)
        marks += setter.line(word, font, x, y, Element("Span", blank.parent))
        rule = max(0.0, share / whole * room)
        marks.append(RuleMark(x + start, y + 2, rule, edition.writing_stroke, LINE, blank))
        x += start + rule + edition.field_gap
    return Row(edition.field_row, tuple(marks), y)


def section_blocks(
    title: Text,
    instructions: Text | None,
    items: Iterable[Block],
    width: float,
    setter: Typesetter,
    root: Element,
) -> Iterator[Block]:
    """A section: title and instructions under a rule, kept with the first of `items`."""
    edition = setter.edition
    rows = setter.rows(title.runs, edition.heading, 0.0, width, Element("H2", root))
    if instructions:
        rows += [gap(2), *_instructions(instructions, width, setter, root)]
    blocks = iter(items)
    if rows:
        rule = RuleMark(0.0, 0.0, width, edition.heading_rule, DARK)
        opening = Row(edition.heading_rule_gap, (Bookmark(title.plain), rule))
        yield Block((opening, *rows), edition.heading_gap, with_next=True, wide=True)
        for first in islice(blocks, 1):
            yield replace(first, above=edition.first_gap)
    yield from blocks
