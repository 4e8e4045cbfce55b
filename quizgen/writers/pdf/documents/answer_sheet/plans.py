"""What pupils, and the teacher, have to mark for each question of a worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.answer_sheet.style import (
    MAX_TEACHER_ROW,
    NUMBER_PLACES,
    PUPIL_DIGITS,
)

DIGITS = tuple((digit, digit) for digit in "0123456789")


class RowPlan(NamedTuple):
    """A row of bubbles for the part with the index `part`, which is called `label`.

    `options` are the values and the names of its bubbles, from the side that lines begin at.
    """

    part: int
    label: str
    options: tuple[tuple[str, str], ...]


class BlockPlan(NamedTuple):
    """The rows of one question, whose number is `label`.

    With `is_grid`, all rows have the same options, which are named once, above them. Rows of a
    block that `is_teachers` are for whoever marks. `has_boxes`: digits are also written down.
    `unit` is that of a number.
    """

    question: str
    label: str
    kind: FieldKind
    rows: tuple[RowPlan, ...]
    is_grid: bool = False
    is_teachers: bool = False
    has_boxes: bool = False
    unit: str = ""


def pupil_plan() -> BlockPlan:
    """Return the rows for the digits of a pupil's number."""
    rows = tuple(RowPlan(part, "", DIGITS) for part in range(PUPIL_DIGITS))
    return BlockPlan("", "", FieldKind.PUPIL, rows, is_grid=True, has_boxes=True)


def question_plans(worksheet: Worksheet, words: Translations) -> Iterator[BlockPlan]:
    """Yield what is to be marked for each question of `worksheet`, in their order."""
    numbers = [
        one.item.interaction.written
        for one in worksheet.questions
        if isinstance(one.item.interaction, Numeric)
    ]
    places = max([NUMBER_PLACES, *(len(written) for written in numbers)])
    for question in worksheet.questions:
        yield _plan(question, places, words)


def _plan(question: Question, places: int, words: Translations) -> BlockPlan:
    name, label, order = question.item.name, question.label, question.order
    interaction = question.item.interaction
    match interaction:
        case Choice(options=options):
            named = [
                (str(index), _option_name(interaction, place, index, words))
                for place, index in enumerate(order or range(len(options)))
            ]
            kind = FieldKind.ONE if len(interaction.keys) == 1 else FieldKind.SEVERAL
            return BlockPlan(name, label, kind, (RowPlan(0, "", tuple(named)),))
        case Match(premises=premises, responses=responses):
            letters = tuple(
                (str(index), words.letter(place))
                for place, index in enumerate(order or range(len(responses)))
            )
            rows = [RowPlan(part, str(part + 1), letters) for part in range(len(premises))]
            return BlockPlan(name, label, FieldKind.ONE, tuple(rows), is_grid=True)
        case Order(events=events):
            numbers = tuple((str(n), str(n)) for n in range(1, len(events) + 1))
            rows = [
                RowPlan(event, words.letter(place), numbers)
                for place, event in enumerate(order or range(len(events)))
            ]
            return BlockPlan(name, label, FieldKind.ONE, tuple(rows), is_grid=True)
        case Numeric(decimal_sign=sign, unit=unit):
            characters = (("-", "−"), (".", sign), *DIGITS)
            rows = [RowPlan(part, "", characters) for part in range(places)]
            return BlockPlan(
                name,
                label,
                FieldKind.DIGIT,
                tuple(rows),
                is_grid=True,
                has_boxes=True,
                unit=unit.plain if unit else "",
            )
        case Reveal() | TextEntry() | GapFill() | ExtendedText():
            return _teachers_plan(name, label, question.item.points)
        case _:
            assert_never(interaction)


def _option_name(choice: Choice, place: int, index: int, words: Translations) -> str:
    """Return what an option is called beside its bubble: its letter, or true or false itself."""
    return choice.options[index].text.plain if choice.is_true_false else words.letter(place)


def _teachers_plan(name: str, label: str, points: int) -> BlockPlan:
    """Return the bubbles for the points that a person gives, from 0 to all `points`."""
    if points <= MAX_TEACHER_ROW:
        rows: tuple[RowPlan, ...] = (
            RowPlan(0, "", tuple((str(n), str(n)) for n in range(points + 1))),
        )
    else:
        rows = tuple(RowPlan(part, "", DIGITS) for part in range(len(str(points))))
    return BlockPlan(name, label, FieldKind.POINTS, rows, is_grid=True, is_teachers=True)
