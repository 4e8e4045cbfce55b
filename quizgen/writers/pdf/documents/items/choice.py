"""The layout of choices: options with letters, boxes, or both."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

from quizgen.model.assessment import Question
from quizgen.model.item import Choice, Option, OptionMark
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Image
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.documents.item_layout import stem_rows
from quizgen.writers.pdf.documents.items.boxes import badge, field_box, tick_box
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


class _MeasuredOption(NamedTuple):
    """An option, and `natural_width`: how wide it is on one line with its label, in points.

    `is_marked`: it is to be marked as right. `fill` gives the button to choose it on a screen.
    """

    letter: str
    paragraphs: list[Paragraph]
    tag: Tag
    natural_width: float
    is_marked: bool = False
    fill: Callable[[float, float], list[DisplayItem]] | None = None


def choice_rows(question: Question, choice: Choice, context: ItemContext) -> list[Row]:
    """Return the stem, and the options of `choice` in four, two or one columns."""
    edition = context.typesetter.edition
    several = len(choice.keys) > 1
    letters = choice.mark is OptionMark.LETTER
    boxes = several or not letters or context.fields is not None
    labels = _labels(boxes, letters, len(choice.options), context)
    listing = Tag("L", context.tag, attributes=LETTERED if letters else BOXED)
    options = [choice.options[index] for index in question.order]
    count = _pictures_in_a_row(options, labels, context)
    line = context.columns.below
    narrow = line if count == 1 else line / count - edition.option_column_gap
    measured = [
        _measured(i, option, labels, listing, line if _is_sized(option) else narrow, context)
        for i, option in enumerate(options)
    ]
    if context.fields:
        measured = [
            one._replace(fill=partial(_button, choice, place, one.tag, context))
            for place, one in enumerate(measured, 1)
        ]
    starts = _column_starts(measured, context) if count == 1 else _even_starts(count, context)
    return [
        *stem_rows(
            question.item.stem.runs, context, context.typesetter.words.choose_all if several else ""
        ),
        gap(edition.stem_to_options),
        *_grid(measured, starts, labels, context),
    ]


def _button(
    choice: Choice, place: int, body: Tag, context: ItemContext, x: float, y: float
) -> list[DisplayItem]:
    """Return the button of the option at `place`, whose text is `body`, with the box around it.

    It stands at `x` on a baseline at `y`.
    """
    assert context.fields is not None
    assert body.parent is not None
    box = field_box(x, y, context, is_round=len(choice.keys) == 1)
    side = context.typesetter.edition.tick_box
    tag = Tag("Lbl", body.parent)
    return [box, context.fields.button(choice, place, (box.x, box.y, side), tag)]


def _labels(boxes: bool, letters: bool, count: int, context: ItemContext) -> _Labels:
    edition = context.typesetter.edition
    indent = 0.0
    if boxes:
        indent += edition.tick_box + edition.label_gap
    if letters:
        indent += (
            context.typesetter.label_width(context.typesetter.words.letter(count - 1))
            + edition.label_gap
        )
    return _Labels(boxes, letters, indent)


def _pictures_in_a_row(options: Sequence[Option], labels: _Labels, context: ItemContext) -> int:
    """Return how many of `options` that are pictures stand side by side; 1 for other options.

    They are made narrower for that, but not where their author says how wide they are: then as
    many stand side by side as fit. The rows are as equally long as can be.
    """
    edition, line = context.typesetter.edition, context.columns.below
    if any(len(runs) != 1 or not isinstance(runs[0], Image) for (runs, _), *_ in options):
        return 1
    font, width = edition.body.font, line - labels.indent
    widths = [
        context.typesetter.natural_width(option.text.runs, font, width)
        for option in options
        if _is_sized(option)
    ]
    least = max([edition.option_picture, *widths])
    for most in (4, 3, 2):
        if line / most - edition.option_column_gap - labels.indent >= least:
            return math.ceil(len(options) / math.ceil(len(options) / most))
    return 1


def _is_sized(option: Option) -> bool:
    """Return whether `option` begins with a picture whose author says how wide it is."""
    first = option.text.runs[0] if option.text.runs else None
    return isinstance(first, Image) and first.width is not None


def _even_starts(count: int, context: ItemContext) -> list[float]:
    """Return where `count` columns of equal width begin."""
    return [column * context.columns.below / count for column in range(count)]


def _measured(
    index: int,
    option: Option,
    labels: _Labels,
    listing: Tag,
    available_width: float,
    context: ItemContext,
) -> _MeasuredOption:
    entry = Tag("LI", listing)
    typesetter, width = context.typesetter, available_width - labels.indent
    body = Tag("LBody", entry)
    paragraphs = typesetter.paragraphs(option.text.runs, typesetter.edition.body.font, width, body)
    one_line = labels.indent if len(paragraphs) < 2 else math.inf
    for paragraph in paragraphs:
        one_line += natural_width(paragraph.boxes) if paragraph.block is None else math.inf
    is_marked = option.is_key and bool(context.answers)
    return _MeasuredOption(typesetter.words.letter(index), paragraphs, body, one_line, is_marked)


def _column_starts(options: Sequence[_MeasuredOption], context: ItemContext) -> list[float]:
    """Return where four, two or one columns begin, as the widest of `options` allows."""
    edition, line = context.typesetter.edition, context.columns.below
    widest = max((option.natural_width for option in options), default=0.0)
    for count, share in ((4, edition.four_columns), (2, edition.two_columns)):
        if widest <= min(share * line, line / count - edition.option_column_gap):
            return _even_starts(count, context)
    return [0.0]


def _grid(
    options: Sequence[_MeasuredOption],
    starts: Sequence[float],
    labels: _Labels,
    context: ItemContext,
) -> list[Row]:
    """Return `options` row by row, as many side by side as there are `starts`."""
    rows: list[Row] = []
    for first in range(0, len(options), len(starts)):
        if rows:
            rows.append(gap(context.typesetter.edition.option_gap))
        side_by_side = [
            _option_rows(option, context.columns.body + x, labels, context)
            for option, x in zip(options[first : first + len(starts)], starts, strict=False)
        ]
        if len(starts) == 1:
            rows += side_by_side[0]
        else:
            # Options that share a row take one line each: see `_column_starts`.
            rows.append(side_by_side_rows([row for [row] in side_by_side]))
    return rows


def _option_rows(
    option: _MeasuredOption, x: float, labels: _Labels, context: ItemContext
) -> list[Row]:
    """Return the rows of `option`, whose label begins at `x` and whose text is indented."""
    typesetter, tag = context.typesetter, option.tag
    text_style = typesetter.edition.body
    width = context.columns.below - labels.indent
    rows = typesetter.break_rows(option.paragraphs, text_style, x + labels.indent, width, tag)
    first = rows[0] if rows else Row(text_style.leading, baseline=text_style.baseline)
    label = _label(option, x, first.baseline, labels, context)
    return as_group([prepend(label, first), *rows[1:]])


def _label(
    option: _MeasuredOption, x: float, y: float, labels: _Labels, context: ItemContext
) -> list[DisplayItem]:
    edition = context.typesetter.edition
    tag = Tag("Lbl", option.tag.parent)
    display_list: list[DisplayItem] = []
    if option.fill:
        display_list += option.fill(x, y)
        x += edition.tick_box + edition.label_gap
    elif labels.boxes:
        display_list += tick_box(x, y, context, tag, ticked=option.is_marked)
        x += edition.tick_box + edition.label_gap
    if labels.letters and option.is_marked:
        display_list += badge(option.letter, x, y, context, tag)
    elif labels.letters:
        letter = Tag("Span", tag) if labels.boxes and not option.fill else tag
        display_list += context.typesetter.line(option.letter, edition.label.font, x, y, letter)
    return display_list
