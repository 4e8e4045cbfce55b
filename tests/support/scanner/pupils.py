"""Pupils who fill in an answer sheet, each in a way of their own, and what they meant."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from quizgen.model.answer_sheets.geometry import BubbleRow, FieldKind, PageLayout
from support.scanner.pens import Hand, Image, erase, mark, stray


@dataclass
class Filled:
    """What a pupil meant, by the index of the row on the page.

    `corrected` are rows in which a mark in ink was crossed out: a person has to look at them.
    """

    meant: dict[int, tuple[str, ...]]
    corrected: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Habits:
    """How often a pupil does what; parts of all rows."""

    hand: Hand
    blank: float = 0.04
    erased: float = 0.02
    corrected: float = 0.003
    strays: float = 0.3


def random_habits(rng: np.random.Generator) -> Habits:
    """A pupil as they are: most fill, some tick."""
    hands = [Hand.PEN, Hand.PENCIL, Hand.FAINT, Hand.TICK, Hand.CROSS]
    hand = hands[int(rng.choice(len(hands), p=[0.4, 0.38, 0.04, 0.08, 0.1]))]
    return Habits(hand)


def fill_in(
    page: Image,
    layout: PageLayout,
    radius: float,
    habits: Habits,
    rng: np.random.Generator,
    pupil: str,
) -> Filled:
    """Fill in `page`; the digits of `pupil` go into the grid for the number."""
    result = Filled({})
    digits: dict[tuple[str, FieldKind], str] = {}
    for index, row in enumerate(layout.fields):
        chosen = _chosen(row, habits, rng, pupil, digits)
        result.meant[index] = chosen
        for bubble in row.bubbles:
            if bubble.value in chosen:
                mark(page, bubble.x, bubble.y, radius, habits.hand, rng)
        others = [bubble for bubble in row.bubbles if bubble.value not in chosen]
        if row.kind is not FieldKind.ONE or not chosen or not others:
            continue
        other = others[int(rng.integers(len(others)))]
        if rng.random() < habits.erased and habits.hand in (Hand.PENCIL, Hand.FAINT):
            erase(page, other.x, other.y, radius, rng)
        elif rng.random() < habits.corrected and habits.hand in (Hand.PEN, Hand.TICK):
            mark(page, other.x, other.y, radius, habits.hand, rng)
            mark(page, other.x, other.y, radius * 1.4, Hand.CROSS, rng)
            result.corrected.add(index)
    if rng.random() < habits.strays:
        stray(page, rng)
    return result


def _chosen(
    row: BubbleRow,
    habits: Habits,
    rng: np.random.Generator,
    pupil: str,
    digits: dict[tuple[str, FieldKind], str],
) -> tuple[str, ...]:
    """Return the values that a pupil chooses in `row`."""
    values = [bubble.value for bubble in row.bubbles]
    match row.kind:
        case FieldKind.PUPIL:
            return (pupil[row.part],) if row.part < len(pupil) else ()
        case FieldKind.DIGIT:
            key = row.question, row.kind
            if key not in digits:
                sign = "-" if rng.random() < 0.2 else ""
                digits[key] = sign + str(round(float(rng.uniform(0, 99)), int(rng.integers(0, 3))))
            text = digits[key]
            return (text[row.part],) if row.part < len(text) else ()
        case FieldKind.SEVERAL:
            return tuple(value for value in values if rng.random() < 0.4)
        case FieldKind.ONE | FieldKind.POINTS:
            return () if rng.random() < habits.blank else (values[int(rng.integers(len(values)))],)
