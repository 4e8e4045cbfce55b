"""What ``anki:`` of a deck file asks for, and what it comes to."""

from __future__ import annotations

import enum

from quizgen.model.assessment import Question, Selection
from quizgen.model.dataclass import dataclass
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Text


class Subdecks(enum.Enum):
    """How an Anki deck is split: not at all, or a subdeck a topic."""

    NONE = "none"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """How Anki should deal the cards out: its deck options; None leaves Anki's own default.

    `steps` are the pauses of a card that is being learned, in minutes; empty for the default.
    `desired_retention`, from 0 to 1, is the share of reviews that should go well: FSRS makes
    pauses by it. A card that was forgotten `leech_threshold` times is a leech.
    """

    name: str | None = None
    new_per_day: int | None = None
    reviews_per_day: int | None = None
    steps: tuple[int, ...] = ()
    bury_siblings: bool | None = None
    desired_retention: float | None = None
    leech_threshold: int | None = None


@dataclass(frozen=True, slots=True)
class AnkiSpec:
    """An Anki deck as a deck file asks for it. `deck` is its name, ``::`` between levels.

    With `flips`, cards show the answer once an option is chosen. `span` is that of the deck's part
    in the deck file.
    """

    deck: str
    subdecks: Subdecks
    description: Text | None
    selection: Selection
    options: StudyOptions | None = None
    flips: bool = False
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """`name` is Anki's, ``::`` between levels; `questions` are in the order new cards come.

    With `flips`, cards show the answer once an option is chosen. `span` is as for
    an `AnkiSpec`.
    """

    name: str
    subdecks: Subdecks
    description: Text | None
    questions: tuple[Question, ...]
    options: StudyOptions | None = None
    flips: bool = False
    span: Span = NOWHERE
