"""An assessment: a deck file with the items in place, which is all that a writer needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Protocol, cast

from quizgen.model.assessment.deck_spec import FontFile
from quizgen.model.assessment.print_options import PLAIN_HEAD, CardSheet, Head, Printing
from quizgen.model.bank import Bank, GlossaryEntry, Media, Passage
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item
from quizgen.model.read_when_used import ReadWhenUsed, unread
from quizgen.model.roster import Pupil
from quizgen.model.text import Text


class LaterOrder(Protocol):
    """What sets the order of a question once it is used, by its item and `seeds`."""

    @property
    def seeds(self) -> tuple[str, ...]:
        """All that decides the order, beside the item."""
        ...

    def __call__(self, question: Question) -> None:
        """Set the order of `question`."""
        ...


@dataclass(frozen=True, slots=True)
class Question(ReadWhenUsed):
    """An item with its number, from 1, and the order in which its parts are shown.

    Items of a case share a number; each has a `letter`.

    `order` holds indices into a choice's options, a match's responses or an order's events;
    it is empty for interactions with nothing to shuffle.
    """

    number: int
    item: Item
    order: tuple[int, ...] = ()
    letter: str = ""

    @property
    def label(self) -> str:
        """The number as it is printed, such as 5, or 5b in a case."""
        return f"{self.number}{self.letter}"

    @property
    def order_decided_by(self) -> tuple[object, ...]:
        """What decides the order beside the item: the seeds of one not used yet, else itself."""
        later = cast("LaterOrder | None", unread(self))
        return later.seeds if later else self.order


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a worksheet.

    `words` are the answers of its gaps, to be listed in an order that gives nothing away; empty
    for a section without such a list. With `starts_page` it begins on a page of its own.
    `passages` are printed before it, each with the name of its bank, on a sheet of several banks.
    """

    title: Text
    instructions: Text | None
    questions: tuple[Question, ...]
    words: tuple[Text, ...] = ()
    starts_page: bool = False
    passages: tuple[tuple[str, Passage], ...] = ()


@dataclass(frozen=True, slots=True)
class Worksheet(ReadWhenUsed):
    """A worksheet as printed, or a form of it.

    `name` is the stem of the file names, the same for all forms, and `form` the form's letter,
    empty for a worksheet without forms. `digest` is a short name for the content of all forms, by
    which papers and answer keys of the same build belong together. `passage` is the reading text
    to print before all questions, None where the deck file does not ask for it or has several
    banks, and `glossary` the words to explain. With `has_scores`, there is a line at its head for
    the score of each section. `pupils` are those that get named sheets, of all forms, each with a
    form of the worksheet; `pupil` is the one that this sheet is for, None on others.
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
    has_scores: bool = False
    pupils: tuple[Pupil, ...] = ()
    pupil: Pupil | None = None

    @property
    def passages(self) -> tuple[tuple[str, Passage], ...]:
        """The passages that it prints, each with the name of its bank, empty for the only one."""
        first = (("", self.passage),) if self.passage else ()
        return (*first, *(one for section in self.sections for one in section.passages))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all sections, in order."""
        return tuple(question for section in self.sections for question in section.questions)


@dataclass(frozen=True, slots=True)
class Flashcards:
    """Flashcards to print and cut out. `name` is the stem of the file's name."""

    name: str
    title: Text
    sheet: CardSheet
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that is to be made of a deck file; `name` is the name of its output folder.

    `parts` holds each writer's part by its key in the deck file, with the items in place.
    `is_overridden` says that the build's options ask for other worksheets than the deck file
    does. `logos` are pictures that parts show beside those of the items, by name. `bank` is what
    the items come from: the only one of `banks`, or all of them joined.
    """

    name: str
    bank: Bank
    parts: Mapping[str, Any] = field(default_factory=dict)
    fonts: tuple[FontFile, ...] = ()
    is_overridden: bool = False
    logos: Mapping[str, Media] = field(default_factory=dict)
    banks: tuple[Bank, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """All forms of all worksheets, the forms of a worksheet in a row."""
        sheets: tuple[Worksheet, ...] = self.parts.get("worksheets", ())
        return sheets

    @property
    def flashcards(self) -> tuple[Flashcards, ...]:
        """The sets of flashcards to cut out."""
        sets: tuple[Flashcards, ...] = self.parts.get("flashcards", ())
        return sets
