"""What a deck file comes to once items are chosen: all that a writer needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from quizgen.model.assessment.deck_spec import FontFile
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
class Flashcards:
    """Questions to print on both sides of a sheet. `name` is the stem of the file's name."""

    name: str
    title: Text
    sheet: CardSheet
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that a deck file comes to; `name` is the stem of its output folder.

    `parts` holds, by its key in the deck file, what each part of a writer comes to.
    `is_overridden`: the build's options ask for other worksheets than the deck file does.
    `logos` are pictures that parts show beside those of the items.
    """

    name: str
    bank: Bank
    parts: Mapping[str, Any] = field(default_factory=dict)
    fonts: tuple[FontFile, ...] = ()
    is_overridden: bool = False
    logos: Mapping[str, Media] = field(default_factory=dict)

    @property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """Each form of each worksheet, the forms of a worksheet in a row."""
        sheets: tuple[Worksheet, ...] = self.parts.get("worksheets", ())
        return sheets

    @property
    def flashcards(self) -> tuple[Flashcards, ...]:
        """The sets of flashcards to cut out."""
        sets: tuple[Flashcards, ...] = self.parts.get("flashcards", ())
        return sets

    def with_parts(self, **parts: Any) -> Assessment:
        """Return the assessment with `parts` in place of those of the same name."""
        return replace(self, parts={**self.parts, **parts})
