"""What stands around the items: titles, headings, the foot of each page."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from quizgen.model.assessment import Paper, Worksheet
from quizgen.model.form_names import FormRoot
from quizgen.model.text import Run, Text
from quizgen.writers.pdf.layout.blocks import Block, Row, gap
from quizgen.writers.pdf.layout.display_list import Bookmark, DrawRule
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.pagination import PlacedRow, TextArea, paginate
from quizgen.writers.pdf.layout.style import DARK, SIZES, Edition
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

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
    area: TextArea | None = None,
) -> Document:
    """Return `blocks` on pages, each with a foot: `title`, `forms`, digest and page number.

    `forms` names the forms of `worksheet` that the document is for; empty if there is only one.
    The pages have one column as high as usual, unless `area` says otherwise.
    """
    paper = worksheet.printing.paper
    edition = typesetter.edition
    size = page_size(paper, edition)
    area = area or text_area(paper, edition)
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
    is_filled_in = worksheet.printing.fillable
    form_root = FormRoot(worksheet.digest, worksheet.form).name if is_filled_in else ""
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
        form_root,
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


def instruction_rows(
    text: Text, width: float, typesetter: Typesetter, root: Tag | None
) -> list[Row]:
    """Return the instructions `text` of a sheet or a section, on lines that can be read."""
    edition = typesetter.edition
    width = min(width, edition.measure)
    return typesetter.rows(text.runs, edition.body, 0.0, width, Tag("P", root))


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
        rows += [gap(2), *instruction_rows(instructions, width, typesetter, root)]
    blocks = iter(items)
    if rows:
        rule = DrawRule(0.0, 0.0, width, edition.heading_rule, DARK)
        opening = Row(edition.heading_rule_gap, (Bookmark(title.plain), rule))
        yield Block((opening, *rows), edition.heading_gap, keep_with_next=True, spans_columns=True)
        for first in islice(blocks, 1):
            yield replace(first, space_above=edition.first_gap)
    yield from blocks
