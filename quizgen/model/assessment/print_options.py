"""How worksheets and flashcards are put on paper."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Image, Text


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


PLAIN_HEAD = Head()
"""Neither school nor logo, and the usual fields."""


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
