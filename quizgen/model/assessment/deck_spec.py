"""What a deck file asks for, as read."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.model.assessment.print_options import (
    PLAIN_HEAD,
    CardSheet,
    EditionName,
    Head,
    Paper,
    Printing,
)
from quizgen.model.item import Difficulty, Word
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Text


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
class BlueprintRow:
    """So many items of one kind."""

    selection: Selection
    count: int


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """With a blueprint, the items of `selection` that its rows call for; each fills one row."""

    title: Text
    instructions: Text | None
    selection: Selection
    blueprint: tuple[BlueprintRow, ...] = ()
    word_bank: bool = False


@dataclass(frozen=True, slots=True)
class WorksheetSpec:
    name: Word
    title: Text
    printing: Printing
    instructions: Text | None
    sections: tuple[SectionSpec, ...]
    forms: int = 1
    seed: str | None = None
    passage: bool = False
    glossary: bool = False
    head: Head = PLAIN_HEAD


@dataclass(frozen=True, slots=True)
class Overrides:
    """What whoever builds says in place of the deck file; None and False leave it as it is."""

    forms: int | None = None
    seed: str | None = None
    paper: Paper | None = None
    editions: tuple[EditionName, ...] | None = None
    columns: int | None = None
    teacher: bool = False

    def over(self, spec: WorksheetSpec) -> WorksheetSpec:
        said = spec.printing
        printing = replace(
            said,
            paper=self.paper or said.paper,
            editions=tuple(dict.fromkeys(self.editions or said.editions)),
            columns=self.columns or said.columns,
            teacher=self.teacher or said.teacher,
        )
        return replace(
            spec, forms=self.forms or spec.forms, seed=self.seed or spec.seed, printing=printing
        )


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
class FlashcardsSpec:
    """`title` is None where the bank's is meant."""

    name: Word
    title: Text | None
    sheet: CardSheet
    selection: Selection


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file that a deck file names, read into memory."""

    path: Path
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeckFile:
    """One file of ``decks/``. `name` is the file's name without its ending.

    `is_faulty`: something in it could not be read, and is not here.
    """

    name: str
    path: Path
    bank: Word
    anki: AnkiSpec | None
    worksheets: tuple[WorksheetSpec, ...]
    span: Span = NOWHERE
    flashcards: tuple[FlashcardsSpec, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    is_faulty: bool = False
