"""What marking needs to know of a question: its parts, its key and what it is worth."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple, assert_never

from quizgen.model.assessment import Question
from quizgen.model.dataclass import dataclass
from quizgen.model.hashes import sha256
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
from quizgen.model.text import Text, filled

_GAP = "____"
MARK_LENGTH = 12
"""Hexadecimal digits that tell the options of one question apart."""


class RubricLine(NamedTuple):
    """A line of a rubric: what earns the `points`."""

    text: str
    points: int


class AnswerKind(enum.Enum):
    """How a question is answered on an answer sheet. `TEACHER`: a person gives the points.

    `TYPED`: what was typed stands in the answer, of a practice page or a PDF form.
    """

    ONE = "one"
    SEVERAL = "several"
    MATCH = "match"
    ORDER = "order"
    NUMBER = "number"
    TEACHER = "teacher"
    TYPED = "typed"


class Judging(enum.Enum):
    """How what was typed is judged. `EXACT`: capitals count. `CARD`: what differs is open."""

    NOBODY = ""
    TEXT = "text"
    EXACT = "exact"
    GAPS = "gaps"
    NUMBER = "number"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class GradedQuestion:
    """A question of an answer sheet. Texts are plain characters.

    `parts` are the premises of a match or the events of an order, in their right order, and
    `options` what is chosen from. `key` holds the indices of the right options, or for each premise
    that of its response. Of an order, it is the right places of the parts, from 0, where these are
    not as printed. `number` is right within ± `tolerance`. `place` is where the question
    stands, as ``file:line``; `option_lines` are the lines of its options there, 0 where unknown.
    `part_marks` and `option_marks` tell apart what has the same characters, as pictures may: a
    digest of pictures, sounds and markup, empty for characters alone. `unit` is that of the number.
    `judging` says how typed answers are judged, and `accepted` has for each of them what is right.
    `is_drawn`: there is space for a drawing, which is on no screen.
    """

    name: str
    kind: AnswerKind
    stem: str
    points: int
    parts: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    key: tuple[int, ...] = ()
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    answer: str = ""
    explain: str = ""
    evidence: tuple[str, ...] = ()
    topic: str = ""
    is_bonus: bool = False
    place: str = ""
    option_lines: tuple[int, ...] = ()
    part_marks: tuple[str, ...] = ()
    option_marks: tuple[str, ...] = ()
    unit: str = ""
    rubric: tuple[RubricLine, ...] = ()
    judging: Judging = Judging.NOBODY
    accepted: tuple[tuple[str, ...], ...] = ()
    is_drawn: bool = False

    @property
    def count_shown(self) -> int:
        """How many options or events the question shows, in one order or another; 0 for none."""
        return len(self.parts if self.kind is AnswerKind.ORDER else self.options)

    @property
    def part_identities(self) -> tuple[tuple[str, str], ...]:
        """What tells each of the parts from any other."""
        return tuple(zip_longest(self.parts, self.part_marks, fillvalue=""))

    @property
    def option_identities(self) -> tuple[tuple[str, str], ...]:
        """What tells each of the options from any other."""
        return tuple(zip_longest(self.options, self.option_marks, fillvalue=""))


def sheet_question(
    question: Question, place: str = "", option_lines: tuple[int, ...] = ()
) -> GradedQuestion:
    """Return what marking needs of `question`, which stands at `place`."""
    item = question.item
    kind, key = AnswerKind.TEACHER, tuple[int, ...]()
    parts, options, answer = tuple[Text, ...](), tuple[Text, ...](), ""
    number, tolerance, unit = None, Decimal(0), ""
    stem, rubric = item.stem.plain, tuple[RubricLine, ...]()
    interaction = item.interaction
    match interaction:
        case Choice(keys=keys):
            kind = AnswerKind.ONE if len(keys) == 1 else AnswerKind.SEVERAL
            options = tuple(option.text for option in interaction.options)
            key = tuple(i for i, option in enumerate(interaction.options) if option.is_key)
        case Match():
            kind, key = AnswerKind.MATCH, interaction.key
            parts = interaction.premises
            options = interaction.responses
        case Order(events=events):
            kind = AnswerKind.ORDER
            parts = tuple(event.text for event in events)
        case Numeric():
            kind, number, tolerance = AnswerKind.NUMBER, interaction.value, interaction.tolerance
            unit = interaction.unit.plain if interaction.unit else ""
            answer = with_unit(interaction.written, unit)
        case Reveal(back=back):
            answer = back.plain
        case TextEntry():
            answer = interaction.answer.plain
        case GapFill(gaps=gaps, parts=gap_parts):
            sentence = Text(filled(gap_parts, lambda gap: (_GAP,))).plain
            stem = " ".join(filter(None, (stem, sentence)))
            answer = "; ".join(gap.answer.plain for gap in gaps)
        case ExtendedText():
            answer = interaction.answer.plain
            rubric = tuple(RubricLine(one.text.plain, one.points) for one in interaction.rubric)
        case _:
            assert_never(interaction)
    return GradedQuestion(
        item.name,
        kind,
        stem,
        item.points,
        tuple(text.plain for text in parts),
        tuple(text.plain for text in options),
        key,
        number,
        tolerance,
        answer,
        item.explain.plain if item.explain else "",
        tuple(text.plain for text in item.evidence),
        item.topic,
        item.is_bonus,
        place,
        option_lines,
        _marks(parts),
        _marks(options),
        unit,
        rubric,
    )


def with_unit(number: str, unit: str) -> str:
    """Return `number` with its `unit` behind it, if there is one."""
    return f"{number}\u00a0{unit}" if unit else number


def _marks(texts: Iterable[Text]) -> tuple[str, ...]:
    """Return for each of `texts` a digest of its pictures, sounds and markup; none if all lack."""
    marks = tuple(
        ""
        if all(isinstance(run, str) for run in text.runs)
        else sha256(repr(text.runs).encode("utf-8", "replace")).hexdigest()[:MARK_LENGTH]
        for text in texts
    )
    return marks if any(marks) else ()
