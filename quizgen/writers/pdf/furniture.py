"""What surrounds the items: title, fields to fill in, headings, the foot of each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quizgen.assessment import Paper, Worksheet
from quizgen.text import Run, Text
from quizgen.writers.pdf.block import Block, Row, gap
from quizgen.writers.pdf.document import Document
from quizgen.writers.pdf.marks import Bookmark, Mark, RuleMark
from quizgen.writers.pdf.pages import Area, Placed, fill
from quizgen.writers.pdf.style import DARK, LINE, SIZES, Edition
from quizgen.writers.pdf.tags import Element
from quizgen.writers.pdf.typesetter import Typesetter

_FIELDS = (0.52, 0.2, 0.28)
"""Each part of the line that pupils fill in at the head: name, class, date."""


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

    def foot(number: int, count: int) -> Placed:
        page = setter.words.page(number, count)
        place = setter.words.imprint(forms, worksheet.digest, page)
        return Placed(area.left, y, _foot(title, place, area.width, setter))

    named = setter.words.titled(title, forms)
    return Document(named, language, size, fill(blocks, area), setter.rtl, foot)


def _foot(title: str, place: str, width: float, setter: Typesetter) -> Row:
    font = setter.edition.aside.font
    room = width - setter.width(place, font) - setter.edition.field_gap
    left = setter.line(_shortened(title, room, setter), font, 0.0, 0.0, None)
    right = setter.line(place, font, width, 0.0, None, right=True)
    return Row(0.0, (*left, *right))


def _shortened(title: str, room: float, setter: Typesetter) -> str:
    """As much of `title` as fits on one line, `room` points wide."""
    font = setter.edition.aside.font
    if setter.width(title, font) <= room:
        return title
    fits = 0
    for length in range(len(title)):
        if setter.width(title[:length] + "…", font) > room:
            break
        fits = length
    return title[:fits].rstrip() + "…"


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


def head_rows(worksheet: Worksheet, width: float, setter: Typesetter, root: Element) -> list[Row]:
    """The head of a worksheet: title and score, fields to fill in, instructions."""
    edition = setter.edition
    total = sum(question.item.points for question in worksheet.questions)
    score = setter.words.total(total)
    small = edition.aside.font
    score_width = edition.score_line + edition.field_word_gap + setter.width(score, small)
    title_width = width - score_width - edition.field_gap
    rows = title_rows(worksheet.title.runs, title_width, setter, root)
    first, *rest = rows or [Row(edition.title.leading, baseline=edition.title.baseline)]
    y = first.baseline
    marks = (
        RuleMark(width - score_width, y + 2, edition.score_line, edition.writing_stroke, LINE),
        *setter.line(score, small, width, y, Element("P", root), right=True),
    )
    first = first._replace(marks=(*first.marks, *marks))
    form = form_rows(form_name(worksheet, setter), setter, root)
    rows = [*form, first, *rest, gap(edition.title_gap), *_fields(width, setter, root)]
    if worksheet.instructions:
        rows.append(gap(edition.title_gap))
        rows += _instructions(worksheet.instructions, width, setter, root)
    return rows


def _instructions(text: Text, width: float, setter: Typesetter, root: Element) -> list[Row]:
    edition = setter.edition
    width = min(width, edition.measure)
    return setter.rows(text.runs, edition.body, 0.0, width, Element("P", root))


def _fields(width: float, setter: Typesetter, root: Element) -> Iterator[Row]:
    """The fields on one row; or, where that leaves too little to write on, the first by itself."""
    words = setter.words
    fields = tuple(zip((words.name, words.class_, words.date), _FIELDS, strict=True))
    row = _field_row(fields, width, setter, root)
    rules = [mark.width for mark in row.marks if isinstance(mark, RuleMark)]
    if min(rules) >= setter.edition.least_field:
        yield row
    else:
        yield _field_row(fields[:1], width, setter, root)
        yield _field_row(fields[1:], width, setter, root)


def _field_row(
    fields: Sequence[tuple[str, float]], width: float, setter: Typesetter, root: Element
) -> Row:
    edition, tag = setter.edition, Element("P", root)
    y, font = edition.field_row - 3, edition.aside.font
    whole = sum(part for _, part in fields)
    room = width - edition.field_gap * (len(fields) - 1)
    marks: list[Mark] = []
    x = 0.0
    for word, part in fields:
        start = setter.width(word, font) + edition.field_word_gap
        marks += setter.line(word, font, x, y, tag)
        rule = part / whole * room - start
        marks.append(RuleMark(x + start, y + 2, rule, edition.writing_stroke, LINE))
        x += part / whole * room + edition.field_gap
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
