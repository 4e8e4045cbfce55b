"""What a deck file comes to once items are chosen: all that a writer needs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.model.assessment.deck_spec import FontFile, StudyOptions, Subdecks
from quizgen.model.assessment.print_options import PLAIN_HEAD, CardSheet, Head, Printing
from quizgen.model.bank import Bank, GlossaryEntry, Media, Passage
from quizgen.model.item import Item
from quizgen.model.text import Text


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
    glossary: tuple[GlossaryEntry, ...] = ()
    head: Head = PLAIN_HEAD

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
