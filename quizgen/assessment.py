"""What a deck file asks for, and what it comes to once items are chosen.

A `DeckFile` is the recipe as read; an `Assessment` is the same with the items in place:
all that a writer needs.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.bank import Bank
from quizgen.item import Difficulty, Item, Word
from quizgen.source import NOWHERE, Span
from quizgen.text import Text


class Paper(enum.Enum):
    A4 = "A4"
    LETTER = "Letter"


class EditionName(enum.Enum):
    """For whom a worksheet is set. The questions and their letters are the same in all."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    DYSLEXIA = "dyslexia"


class WritingLines(enum.Enum):
    """How far apart lines to write on are."""

    COMPACT = "compact"
    STANDARD = "standard"
    PRIMARY = "primary"


@dataclass(frozen=True, slots=True)
class Printing:
    """How a worksheet is put on paper. An edition may allow fewer `columns`."""

    paper: Paper = Paper.A4
    editions: tuple[EditionName, ...] = (EditionName.STANDARD,)
    columns: int = 1
    writing_lines: WritingLines = WritingLines.STANDARD


@dataclass(frozen=True, slots=True)
class PrintingChange:
    """What to print otherwise than deck files say; None, or no edition, leaves it as it is."""

    paper: Paper | None = None
    editions: tuple[EditionName, ...] = ()
    columns: int | None = None

    def of(self, printing: Printing) -> Printing:
        return Printing(
            self.paper or printing.paper,
            tuple(dict.fromkeys(self.editions)) or printing.editions,
            self.columns or printing.columns,
            printing.writing_lines,
        )


AS_IN_DECK_FILE = PrintingChange()


def file_stem(name: str, edition: EditionName, *, key: bool = False) -> str:
    """What a PDF of the worksheet `name` is called, without its ending: ``NAME[-EDITION][-key]``.

    The standard edition is not named.
    """
    parts = (name, "" if edition is EditionName.STANDARD else edition.value, "key" if key else "")
    return "-".join(filter(None, parts))


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
    printing: Printing
    instructions: Text | None
    sections: tuple[SectionSpec, ...]


@dataclass(frozen=True, slots=True)
class AnkiSpec:
    deck: str
    subdecks: Subdecks
    description: Text | None
    selection: Selection


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
    """One printed sheet. `name` begins its file names."""

    name: str
    title: Text
    printing: Printing
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


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that one deck file comes to. `name` is the stem of its output folder."""

    name: str
    bank: Bank
    anki: AnkiDeck | None
    worksheets: tuple[Worksheet, ...]

    def printed(self, change: PrintingChange) -> Assessment:
        """The same, with worksheets that are put on paper as `change` says."""
        worksheets = (replace(one, printing=change.of(one.printing)) for one in self.worksheets)
        return replace(self, worksheets=tuple(worksheets))
