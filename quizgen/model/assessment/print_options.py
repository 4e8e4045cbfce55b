"""The options for worksheets and flashcards on paper."""

from __future__ import annotations

import enum

from quizgen.model.dataclass import dataclass
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Image, Text


class Paper(enum.Enum):
    """The size of the paper."""

    A4 = "A4"
    LETTER = "Letter"
    LEGAL = "Legal"

    @property
    def millimetres(self) -> tuple[float, float]:
        """The width and the height (ISO 216; ANSI/ASME Y14.1 and custom in North America)."""
        return {"A4": (210.0, 297.0), "Letter": (215.9, 279.4), "Legal": (215.9, 355.6)}[self.value]


class EditionName(enum.Enum):
    """An edition of a worksheet for certain readers.

    The questions and the letters of their options are the same in all editions.
    """

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    DYSLEXIA = "dyslexia"


class WritingLines(enum.Enum):
    """The distance between lines to write on."""

    COMPACT = "compact"
    STANDARD = "standard"
    PRIMARY = "primary"


class Hints(enum.Enum):
    """The place of hints on paper: below their questions, or together at the end of the sheet.

    There they may stand upside down: nobody reads them without meaning to.
    """

    BELOW = "below"
    END = "end"
    UPSIDE_DOWN = "upside-down"


class Imposition(enum.Enum):
    """How pages of half the paper's size are put on a sheet of paper, two on each side.

    They follow each other, or are in the order in which a folded booklet has them.
    """

    TWO_UP = "two-up"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class Printing:
    """The options for a worksheet on paper. An edition may allow fewer `columns`.

    With `teacher`, the first of the `editions` is also printed with the answers in place.
    `hints` is None for a sheet without hints. With `duplex`, both sides of the paper are printed;
    `binding` is the room for holes or a spine, in millimetres. With `all_forms`, one more file has
    all forms. With `answer_sheet`, each form has a sheet of circles to fill in; on it a part of an
    answer has its share of the points unless `partial_credit` is off. With `fillable`, the sheets
    of the forms are filled in on a screen.

    What follows holds for the standard edition, and leaves those for certain readers as they are:
    with `compact`, items take less room; `size` is that of the type, in points; `margin`, and
    `item_gap` from one item to the next, are millimetres; None for what is usual. `imposition` is
    None for one page on each side.
    """

    paper: Paper = Paper.A4
    editions: tuple[EditionName, ...] = (EditionName.STANDARD,)
    columns: int = 1
    writing_lines: WritingLines = WritingLines.STANDARD
    teacher: bool = False
    hints: Hints | None = None
    compact: bool = False
    size: int = 11
    margin: int | None = None
    item_gap: int | None = None
    imposition: Imposition | None = None
    binding: int | None = None
    duplex: bool = False
    all_forms: bool = False
    answer_sheet: bool = False
    partial_credit: bool = True
    fillable: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the bank to print above a worksheet, with its place in the deck file."""

    image: Image
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a worksheet: what is printed above and beside its title.

    `fields` are the labels of lines for pupils to fill in; None for name, class and date in the
    bank's language.
    """

    school: Text | None = None
    logo: Logo | None = None
    fields: tuple[Text, ...] | None = None


PLAIN_HEAD = Head()
"""A head without school and logo, with the usual fields."""


class Flip(enum.Enum):
    """The edge over which a printer turns the sheet before it prints the other side."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A sheet of paper that flashcards are cut from: `columns` by `rows` cards.

    `offset` moves the backs to the right and down, in millimetres, to make up for a printer whose
    two sides do not meet. With `fold`, the back of each card is on the same page, to its right: a
    card is folded, and glued together.
    """

    paper: Paper = Paper.A4
    columns: int = 2
    rows: int = 4
    flip: Flip = Flip.LONG_EDGE
    offset: tuple[float, float] = (0.0, 0.0)
    fold: bool = False
