"""The questions of a file that another program wrote, before they are a bank's.

All texts are HTML, as in a field of Anki; `html_of` makes it of plain characters.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import field
from html import escape
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.model.source import Span


class ForeignLoss(enum.Enum):
    """A reason why a question came without a part of it, as a clause about several cases."""

    PARTLY_RIGHT = "answers that are right in part became wrong ones, or were left out"
    WEIGHT = "shares of the points were left out: right options count alike"
    ANSWER_FEEDBACK = "feedback to an answer that is typed was left out"
    SECOND_KEY = "further right options of which one is enough were left out"
    WILDCARD = "answers with a wildcard were left out: an answer is compared as a whole"
    SECOND_NUMBER = (
        "further numbers that are right were left out: a question has one, ± a tolerance"
    )
    REPEATED = "options that stand twice were left out once"
    DESCRIPTION = "texts that ask nothing were left out"
    TIME_LIMIT = "time limits were left out: a bank has none"
    PICTURE_LINK = "addresses of pictures were left out: nothing is fetched from the network"
    UNUSED_COLUMN = "columns that a question has no place for were left out"
    ESSAY = "essays came without a model answer: write one"
    GAP_ANSWERS = "further answers to a gap, and margins, were left out: a gap has one answer"
    EMPTY_BLANK = "blanks without an answer stayed in the text, in brackets"
    GENERAL_FEEDBACK = "feedback for all that is right, or wrong, was left out"
    POINTS = "points with a fraction were left out: a bank counts whole ones"
    UNIT = "further units, and what a missing one costs, were left out"
    FIXED_ORDER = "options that kept their order are shuffled: see `ascending` and `pinned`"
    FILE = "files to open were left out"
    SELECTION = "random choices out of a bank were left out: all of its questions came"
    MATHML = "formulas in MathML became text"
    CASE_TEXT = "texts of cases that are otherwise in the bank stayed as they are there"
    REMARK = "remarks beside values that changed went with them"
    QUOTE = "quotations that are not in the bank's passage became explanations"
    TIMELINE = (
        "changed events of a timeline, and what explains them, stayed as they are in the bank: the "
        "file has no dates"
    )
    TYPE = (
        "types changed as the file says: the question's cards are retired, and pupils begin anew; "
        "to keep the cards, write the old `type` and its keys back into the bank before you build"
    )
    OTHER_FORM = (
        "changes were left out of questions that the file has in another form than the bank: "
        "make them in the bank"
    )
    NOT_AS_IN_FILE = (
        "changes of the file are not in the bank, or not as the file has them: look at these "
        "questions, and make the changes there"
    )
    GONE_WITH = (
        "texts of the bank went with what changed, for the file has them without styles or not at "
        "all: write them again where they still hold"
    )
    OTHER_BANK = (
        "questions of other banks of the project were left out: import the file into these as "
        "well, with --bank"
    )
    HEADINGS = (
        "first rows were taken for headings or a title, and made no question: if one asks "
        "something, write --column headings=0 behind the command"
    )
    CUT = "what is beyond the limits of an import was left out"
    OPTIONS = "options of a question that is answered in another way were left out"


class ForeignOption(NamedTuple):
    """An option to choose; `rationale` says why it is right or wrong.

    A `pinned` one stays behind the others.
    """

    text: str
    is_key: bool
    rationale: str = ""
    pinned: bool = False


class ForeignChoice(NamedTuple):
    """The task to choose. `truth` is the key of a true-false question, else None."""

    options: tuple[ForeignOption, ...]
    truth: bool | None = None


class ForeignShort(NamedTuple):
    """The task to type one of `answers`, plain texts; the first is shown."""

    answers: tuple[str, ...]
    exact_case: bool = False


class ForeignNumber(NamedTuple):
    """The task to give a number; `value` and `tolerance` are digits, with a point for decimals."""

    value: str
    tolerance: str = "0"
    unit: str = ""


class ForeignMatch(NamedTuple):
    """The task to find pairs; `distractors` belong to nothing."""

    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...] = ()


class ForeignOrder(NamedTuple):
    """The task to put `parts` in order; they are in the right order here."""

    parts: tuple[str, ...]


class ForeignPart(NamedTuple):
    """What is said of one pair or part: HTML. A `date` is in words, or as ISO 8601 writes it."""

    why: str = ""
    hint: str = ""
    date: str = ""


class ForeignEssay(NamedTuple):
    """The task to write at length; `answer` is a model answer, or empty.

    `rubric` says what earns how many points.
    """

    answer: str = ""
    rubric: tuple[tuple[str, int], ...] = ()


class ForeignCard(NamedTuple):
    """A card with a back to recall."""

    back: str


class ForeignGap(NamedTuple):
    """A gap in a text; `answer` and `hint` are HTML. A `number` of 0 is the next one."""

    answer: str
    number: int = 0
    hint: str = ""


class ForeignGaps(NamedTuple):
    """A text with gaps, which takes the place of the stem."""

    parts: tuple[str | ForeignGap, ...]


ForeignTask: TypeAlias = (
    ForeignChoice
    | ForeignShort
    | ForeignNumber
    | ForeignMatch
    | ForeignOrder
    | ForeignEssay
    | ForeignCard
    | ForeignGaps
)


class ForeignCase(NamedTuple):
    """What several questions are about; `id` tells it from the others of the file."""

    id: str
    stem: str


@dataclass(frozen=True, slots=True)
class ForeignQuestion:
    """A question of a file; `where` names its place in words, such as "line 3" or "row 7".

    `id` is what its author or program calls it, empty without. `explain` are texts to show with the
    answer, and `quotes` those of a passage that prove it. `parts` are what is said of each pair or
    part of the task, none where nothing is. `points` is the number of points as it stands in the
    file, empty without. `losses` are what its reader could not carry: reason and content.
    """

    stem: str
    task: ForeignTask
    place: Span
    where: str
    id: str = ""
    topic: str = ""
    explain: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    parts: tuple[ForeignPart, ...] = ()
    hint: str = ""
    difficulty: str = ""
    tags: tuple[str, ...] = ()
    points: str = ""
    case: ForeignCase | None = None
    losses: tuple[tuple[ForeignLoss, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """The questions of a file; `losses` are those of no single question.

    `media` are pictures and sounds by the addresses that texts give them. `language` is the code
    of the language that the file says it is in, or empty; `title` are the plain characters of what
    the file calls the whole of its questions, or empty.
    """

    questions: tuple[ForeignQuestion, ...]
    losses: tuple[tuple[ForeignLoss, str], ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    language: str = ""
    title: str = ""


class ForeignReader(Protocol):
    """Reads the files of one format."""

    name: str
    """What the format is called in messages, such as "GIFT"."""

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file `path` with these bytes has this format."""
        ...

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile | None:
        """Return the questions of a file, or None with an error in `report`.

        A question that cannot be read is told in `report`. `columns` maps parts of a question to
        the letters of a table's columns, where its author had to say so.
        """
        ...


def html_of(plain: str) -> str:
    """Return the HTML of `plain` characters."""
    return escape(plain.strip()).replace("\n", "<br>")
