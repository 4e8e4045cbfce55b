"""What a deck file asks for, and what it comes to once items are chosen.

A `DeckFile` is the recipe as read; an `Assessment` is the same with the items in place:
all that a writer needs.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.bank import Bank, Entry, Media, Passage
from quizgen.item import Difficulty, Item, Word
from quizgen.source import NOWHERE, Span
from quizgen.text import Image, Text


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
    """How a worksheet is put on paper. An edition may allow fewer `columns`.

    `teacher`: also with the answers in place, in the first of the `editions`.
    """

    paper: Paper = Paper.A4
    editions: tuple[EditionName, ...] = (EditionName.STANDARD,)
    columns: int = 1
    writing_lines: WritingLines = WritingLines.STANDARD
    teacher: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the bank's, and where the deck file names it."""

    image: Image
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around a worksheet's title.

    `fields` is what pupils fill in; None for name, class and date in the bank's language.
    """

    school: Text | None = None
    logo: Logo | None = None
    fields: tuple[Text, ...] | None = None


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
    head: Head = Head()


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


class Flip(enum.Enum):
    """Over which edge a printer turns the sheet before it prints the other side."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


@dataclass(frozen=True, slots=True)
class CardSheet:
    """The paper that flashcards are cut from: `columns` by `rows` cards.

    `offset` moves the backs, in millimetres to the right and down: what a printer is off by.
    """

    paper: Paper = Paper.A4
    columns: int = 2
    rows: int = 4
    flip: Flip = Flip.LONG_EDGE
    offset: tuple[float, float] = (0.0, 0.0)


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
    """`words` are what its gaps are filled with, in an order that gives nothing away."""

    title: Text
    instructions: Text | None
    questions: tuple[Question, ...]
    words: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One printed sheet: a worksheet, or one form of it.

    `name` is the stem of its file names, the same for all forms, and `form` the letter, empty
    where there is but one. `digest` is a short name for what all forms of it print, so that
    papers and keys of the same build can be told from others. `passage` is what it prints to
    read, None where that is not asked for, and `glossary` the words that it explains.
    """

    name: str
    title: Text
    printing: Printing
    instructions: Text | None
    sections: tuple[Section, ...]
    form: str = ""
    digest: str = ""
    passage: Passage | None = None
    glossary: tuple[Entry, ...] = ()
    head: Head = Head()

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
class Flashcards:
    """Questions to print on both sides of a sheet. `name` is the stem of the file's name."""

    name: str
    title: Text
    sheet: CardSheet
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that one deck file comes to. `name` is the stem of its output folder.

    `worksheets` holds each form of each worksheet, those of one worksheet in a row.
    `is_overridden`: someone asked for other worksheets than the deck file does. `logos` are
    pictures that only heads of worksheets show.
    """

    name: str
    bank: Bank
    anki: AnkiDeck | None
    worksheets: tuple[Worksheet, ...]
    flashcards: tuple[Flashcards, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    is_overridden: bool = False
    logos: Mapping[str, Media] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[tuple[Worksheet, ...], ...]:
        """For each worksheet all its forms, or the one sheet that it is."""
        groups = itertools.groupby(self.worksheets, key=lambda worksheet: worksheet.name)
        return tuple(tuple(group) for _, group in groups)
