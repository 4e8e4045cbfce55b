"""Options to choose from, by letter or by box."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.model.assessment import Question
from quizgen.model.item import Choice, Option, OptionMark
from quizgen.writers.pdf.documents.item_frame import ItemContext, stem_rows
from quizgen.writers.pdf.documents.items.boxes import badge, tick_box
from quizgen.writers.pdf.layout.blocks import Row, as_group, gap, prepend, side_by_side_rows
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.line_breaking import natural_width
from quizgen.writers.pdf.layout.tags import BOXED, LETTERED, Tag
from quizgen.writers.pdf.layout.typesetter import Paragraph


class _Labels(NamedTuple):
    """What stands before each option, and how far that indents its text, in points."""

    boxes: bool
    letters: bool
    indent: float


class _Cell(NamedTuple):
    """A measured option: `natural` is its width on one line, label and all.

    `right`: it is to be marked as a right one.
    """

    letter: str
    paragraphs: list[Paragraph]
    tag: Tag
    natural: float
    right: bool = False


def choice_rows(question: Question, choice: Choice, place: ItemContext) -> list[Row]:
    """The stem, and the options in four, two or one columns."""
    several = len(choice.keys) > 1
    letters = choice.mark is OptionMark.LETTER
    labels = _labels(several or not letters, letters, len(choice.options), place)
    listing = Tag("L", place.tag, attributes=LETTERED if letters else BOXED)
    options = [choice.options[index] for index in question.order]
    cells = [_cell(i, option, labels, listing, place) for i, option in enumerate(options)]
    starts = _columns(cells, place)
    return [
        *stem_rows(
            question.item.stem.runs, place, place.typesetter.words.choose_all if several else ""
        ),
        gap(place.typesetter.edition.stem_to_options),
        *_grid(cells, starts, labels, place),
    ]


def _labels(boxes: bool, letters: bool, count: int, place: ItemContext) -> _Labels:
    edition = place.typesetter.edition
    indent = 0.0
    if boxes:
        indent += edition.tick_box + edition.label_gap
    if letters:
        indent += (
            place.typesetter.label_width(place.typesetter.words.letter(count - 1))
            + edition.label_gap
        )
    return _Labels(boxes, letters, indent)


def _cell(index: int, option: Option, labels: _Labels, listing: Tag, place: ItemContext) -> _Cell:
    entry = Tag("LI", listing)
    typesetter, width = place.typesetter, place.frame.stem - labels.indent
    body = Tag("LBody", entry)
    paragraphs = typesetter.paragraphs(option.text.runs, typesetter.edition.body.font, width, body)
    natural = math.inf if len(paragraphs) > 1 else labels.indent
    for boxes, _ in paragraphs:
        natural += natural_width(boxes)
    right = option.is_key and bool(place.given)
    return _Cell(typesetter.words.letter(index), paragraphs, body, natural, right)


def _columns(cells: Sequence[_Cell], place: ItemContext) -> list[float]:
    """Where columns begin: four, two or one of them, as the widest option allows."""
    edition, line = place.typesetter.edition, place.frame.stem
    widest = max((cell.natural for cell in cells), default=0.0)
    for count, share in ((4, edition.four_columns), (2, edition.two_columns)):
        if widest <= min(share * line, line / count - edition.option_column_gap):
            return [column * line / count for column in range(count)]
    return [0.0]


def _grid(
    cells: Sequence[_Cell], starts: Sequence[float], labels: _Labels, place: ItemContext
) -> list[Row]:
    """The options row by row, as many side by side as there are `starts`."""
    rows: list[Row] = []
    for first in range(0, len(cells), len(starts)):
        if rows:
            rows.append(gap(place.typesetter.edition.option_gap))
        across = [
            _option(cell, place.frame.body + x, labels, place)
            for cell, x in zip(cells[first : first + len(starts)], starts, strict=False)
        ]
        rows += across[0] if len(starts) == 1 else [side_by_side_rows([only for [only] in across])]
    return rows


def _option(cell: _Cell, x: float, labels: _Labels, place: ItemContext) -> list[Row]:
    """One option, its label hanging at `x`."""
    typesetter = place.typesetter
    text_style = typesetter.edition.body
    width = place.frame.stem - labels.indent
    rows = typesetter.break_rows(cell.paragraphs, text_style, x + labels.indent, width, cell.tag)
    first = rows[0] if rows else Row(text_style.leading, baseline=text_style.baseline)
    return as_group([prepend(_label(cell, x, first.baseline, labels, place), first), *rows[1:]])


def _label(
    cell: _Cell, x: float, y: float, labels: _Labels, place: ItemContext
) -> list[DisplayItem]:
    edition = place.typesetter.edition
    tag = Tag("Lbl", cell.tag.parent)
    display_list: list[DisplayItem] = []
    if labels.boxes:
        display_list += tick_box(x, y, place, tag, ticked=cell.right)
        x += edition.tick_box + edition.label_gap
    if labels.letters and cell.right:
        display_list += badge(cell.letter, x, y, place, tag)
    elif labels.letters:
        letter = Tag("Span", tag) if labels.boxes else tag
        display_list += place.typesetter.line(cell.letter, edition.label.font, x, y, letter)
    return display_list
