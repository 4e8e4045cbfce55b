"""What a deck file asks for, and what it comes to once items are chosen.

A `DeckFile` is the recipe as read; an `Assessment` is the same with the items in place:
all that a writer needs.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank import Bank
from quizgen.item import Difficulty, Item, Word
from quizgen.source import NOWHERE, Span
from quizgen.text import Text

KEY_SUFFIX = "-key"
"""What an answer key's file is called after its worksheet's name."""


class Paper(enum.Enum):
    A4 = "A4"
    LETTER = "Letter"


class Subdecks(enum.Enum):
    """How an Anki deck is split: not at all, or a subdeck a topic."""

    NONE = "none"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items: those that meet every criterion given; an empty one does not restrict.

    `count` takes the first so many, in the bank's order.
    """

    topics: tuple[Word, ...] = ()
    types: tuple[Word, ...] = ()
    difficulty: tuple[Difficulty, ...] = ()
    tags: tuple[Word, ...] = ()
    ids: tuple[Word, ...] = ()
    count: int | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class SectionSpec:
    title: Text
    instructions: Text | None
    selection: Selection


@dataclass(frozen=True, slots=True)
class WorksheetSpec:
    name: Word
    title: Text
    paper: Paper
    instructions: Text | None
    sections: tuple[SectionSpec, ...]


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """How Anki should deal the cards out: its deck options; None leaves Anki's own default.

    `steps` are the pauses of a card that is being learned, in minutes; empty for the default.
    """

    name: str | None = None
    new_per_day: int | None = None
    reviews_per_day: int | None = None
    steps: tuple[int, ...] = ()
    bury_siblings: bool | None = None


@dataclass(frozen=True, slots=True)
class AnkiSpec:
    deck: str
    subdecks: Subdecks
    description: Text | None
    selection: Selection
    options: StudyOptions | None = None


@dataclass(frozen=True, slots=True)
class DeckFile:
    """One file of ``decks/``. `name` is the file's name without its ending."""

    name: str
    path: Path
    bank: Word
    anki: AnkiSpec | None
    worksheets: tuple[WorksheetSpec, ...]
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Question:
    """An item in its place: its number (from 1), and the order its parts are shown in.

    `order` holds indices into a choice's options, a match's responses or an order's
    events; it is empty for interactions with nothing to shuffle.
    """

    number: int
    item: Item
    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    title: Text
    instructions: Text | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One printed sheet. `name` is the stem of its file names."""

    name: str
    title: Text
    paper: Paper
    instructions: Text | None
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """`name` is Anki's, ``::`` between levels; `questions` are in the order new cards come."""

    name: str
    subdecks: Subdecks
    description: Text | None
    questions: tuple[Question, ...]
    options: StudyOptions | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that one deck file comes to. `name` is the stem of its output folder."""

    name: str
    bank: Bank
    anki: AnkiDeck | None
    worksheets: tuple[Worksheet, ...]
