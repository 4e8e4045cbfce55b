"""What surrounds the items: title, fields to fill in, headings, the foot of each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
_FIELD_GAP = 14.0
_WORD_GAP = 5.0
_FIELD_ROW = 20.0
_SCORE_LINE = 34.0


def text_area(paper: Paper, edition: Edition) -> Area:
    """Where text stands on a page of `paper`."""
    width, height = SIZES[paper]
    margin = edition.margin
    return Area(margin, margin, width - 2 * margin, height - 2 * margin)


def document(
    title: str,
    forms: str,
    worksheet: Worksheet,
    language: str,
    blocks: Iterable[Block],
    setter: Typesetter,
) -> Document:
    """`blocks` on pages, each with a foot that says what it is and where it belongs.

    `forms` says which of the worksheet's forms it is for; it is empty where there is but one.
    """
    size = SIZES[worksheet.paper]
    area = text_area(worksheet.paper, setter.edition)
    y = size[1] - setter.edition.footer

    def foot(number: int, count: int) -> Placed:
        page = setter.words.page(number, count)
        place = setter.words.imprint(forms, worksheet.digest, page)
        return Placed(area.left, y, _foot(title, place, area.width, setter))

    named = setter.words.titled(title, forms)
    return Document(named, language, size, fill(blocks, area), setter.rtl, foot)


def _foot(title: str, place: str, width: float, setter: Typesetter) -> Row:
    font = setter.edition.aside.font
    room = width - setter.width(place, font) - _FIELD_GAP
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
    score_width = _SCORE_LINE + _WORD_GAP + setter.width(score, small)
    rows = title_rows(worksheet.title.runs, width - score_width - _FIELD_GAP, setter, root)
    first, *rest = rows or [Row(edition.title.leading, baseline=edition.title.baseline)]
    y = first.baseline
    marks = (
        RuleMark(width - score_width, y + 2, _SCORE_LINE, edition.writing_stroke, LINE),
        *setter.line(score, small, width, y, Element("P", root), right=True),
    )
    first = first._replace(marks=(*first.marks, *marks))
    form = form_rows(form_name(worksheet, setter), setter, root)
    rows = [*form, first, *rest, gap(edition.title_gap), _fields(width, setter, root)]
    if worksheet.instructions:
        tag = Element("P", root)
        rows.append(gap(edition.title_gap))
        rows += setter.rows(worksheet.instructions.runs, edition.body, 0.0, width, tag)
    return rows


def _fields(width: float, setter: Typesetter, root: Element) -> Row:
    edition, tag = setter.edition, Element("P", root)
    y, font = _FIELD_ROW - 3, edition.aside.font
    room = width - _FIELD_GAP * (len(_FIELDS) - 1)
    marks: list[Mark] = []
    x = 0.0
    words = setter.words
    for word, part in zip((words.name, words.class_, words.date), _FIELDS, strict=True):
        start = setter.width(word, font) + _WORD_GAP
        marks += setter.line(word, font, x, y, tag)
        rule = part * room - start
        marks.append(RuleMark(x + start, y + 2, rule, edition.writing_stroke, LINE))
        x += part * room + _FIELD_GAP
    return Row(_FIELD_ROW, tuple(marks), y)


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
        tag = Element("P", root)
        rows += [gap(2), *setter.rows(instructions.runs, edition.body, 0.0, width, tag)]
    blocks = iter(items)
    if rows:
        rule = RuleMark(0.0, 0.0, width, edition.heading_rule, DARK)
        opening = Row(edition.heading_rule_gap, (Bookmark(title.plain), rule))
        yield Block((opening, *rows), edition.heading_gap, with_next=True)
        for first in islice(blocks, 1):
            yield replace(first, above=edition.first_gap)
    yield from blocks
