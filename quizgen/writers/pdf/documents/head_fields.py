"""The fields to fill in at the head of a worksheet; on a pupil's sheet, name and class are in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.model.assessment import Head
from quizgen.model.form_names import NAME_FIELD, head_field
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.roster import Pupil
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import DisplayItem, DrawRule, FormField
from quizgen.writers.pdf.layout.form_fields import FIELD_HEIGHT, ScreenField, ScreenFieldKind
from quizgen.writers.pdf.layout.style import LINE
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_SHARES = (0.54, 0.19, 0.27)
"""The parts of the writing space at the head that name, class and date get. By eye.

Fields that the author chose get equal parts.
"""


class _HeadField(NamedTuple):
    """A field: its `word`, its share of the width, what is filled in, its name on a screen."""

    word: str
    share: float
    filled: str = ""
    name: str = ""


def field_rows(
    head: Head,
    pupil: Pupil | None,
    width: float,
    typesetter: Typesetter,
    root: Tag,
    *,
    fillable: bool = False,
) -> Iterator[Row]:
    """Yield the fields to fill in, on as few rows as leave enough to write on.

    Rows have equally many fields, or some of the lower ones have one more. What is known of
    `pupil` is filled in, and is set smaller where it does not fit on a row. With `fillable`, they
    are filled in on a screen.
    """
    fields = _fields(head, pupil, typesetter)
    if fillable:
        fields = list(_named(fields, typesetter.words.name))
    for count in range(1, len(fields) + 1):
        ends = [len(fields) * row // count for row in range(count + 1)]
        lines = [fields[start:end] for start, end in pairwise(ends)]
        spaces = [_space(line, width, typesetter) for line in lines]
        is_wide_enough = all(
            space * field.share >= _least(field, typesetter)
            for line, space in zip(lines, spaces, strict=True)
            for field in line
        )
        if is_wide_enough or count == len(fields):
            for line, space in zip(lines, spaces, strict=True):
                yield _field_row(line, space, typesetter, root)
            return


def _fields(head: Head, pupil: Pupil | None, typesetter: Typesetter) -> list[_HeadField]:
    """Return the fields of `head`; those for the name of `pupil`, and a known class, always."""
    words = typesetter.words
    if head.fields is None:
        usual = zip((words.name, words.class_, words.date), _SHARES, strict=True)
        fields = [_HeadField(word, share) for word, share in usual]
    else:
        fields = [_HeadField(field.plain, 1.0) for field in head.fields]
    if pupil is None:
        return fields
    known = {words.class_: pupil.class_name, words.name: pupil.name}
    for word, value in known.items():
        places = [n for n, field in enumerate(fields) if is_called(field.word, word)]
        if places:
            fields[places[0]] = fields[places[0]]._replace(filled=value)
        elif value:
            fields.insert(0, _HeadField(word, 1.0, value))
    return fields


def _named(fields: Sequence[_HeadField], word: str) -> Iterator[_HeadField]:
    """Yield `fields` with their names: the pupil's is the one called `word`, else the first."""
    names = [index for index, field in enumerate(fields) if is_called(field.word, word)]
    for index, field in enumerate(fields):
        is_name = index == (names[0] if names else 0)
        yield field._replace(name=NAME_FIELD if is_name else head_field(index + 1))


def is_called(field: str, word: str) -> bool:
    """Tell whether `field` says `word`, whatever its capitals, with or without a colon."""
    return field.strip(" :").casefold() == word.casefold()


def _least(field: _HeadField, typesetter: Typesetter) -> float:
    """Return the width that `field` needs behind its word, in points."""
    if not field.filled:
        return typesetter.edition.min_field
    return typesetter.width(field.filled, typesetter.edition.body.font)


def _space(fields: Sequence[_HeadField], width: float, typesetter: Typesetter) -> float:
    """Return the points that a share of 1 has, on a row with words and gaps of `fields`."""
    edition = typesetter.edition
    words = sum(typesetter.width(f.word, edition.aside.font) for f in fields)
    gaps = edition.field_gap * (len(fields) - 1) + edition.field_word_gap * len(fields)
    return max(0.0, width - words - gaps) / sum(field.share for field in fields)


def _field_row(
    fields: Sequence[_HeadField], space: float, typesetter: Typesetter, root: Tag
) -> Row:
    """Return the word of each field and a line after it, or what is filled in.

    A share of 1 has `space` points.
    """
    edition = typesetter.edition
    y, font = edition.field_row - 3, edition.aside.font
    display_list: list[DisplayItem] = []
    x = 0.0
    for field in fields:
        blank = typesetter.blank(root)
        display_list += typesetter.line(field.word, font, x, y, Tag("Span", blank.parent))
        x += typesetter.width(field.word, font) + edition.field_word_gap
        room = field.share * space
        if field.filled:
            body = edition.body.font
            scale = min(1.0, room / typesetter.width(field.filled, body))
            fitting = body._replace(size=body.size * scale)
            span = Tag("Span", blank.parent)
            display_list += typesetter.line(field.filled, fitting, x, y, span)
        elif field.name:
            size = edition.body.font.size
            typed = ScreenField(ScreenFieldKind.LINE, field.name, field.word, size)
            high = FIELD_HEIGHT * size
            rule = DrawRule(x, y + 2, room, edition.writing_stroke, LINE)
            tag = Tag("Form", blank.parent)
            display_list += rule, FormField(x, y + 2 - high, room, high, typed, tag)
        else:
            display_list.append(DrawRule(x, y + 2, room, edition.writing_stroke, LINE, blank))
        x += room + edition.field_gap
    return Row(edition.field_row, tuple(display_list), y)
