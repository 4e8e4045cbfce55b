"""Where things are on an answer sheet. All lengths are millimetres from the page's top left."""

from __future__ import annotations

import enum

from quizgen.model.dataclass import dataclass
from quizgen.model.hashes import sha256
from quizgen.model.named_tuple import NamedTuple


class FieldKind(enum.Enum):
    """What a row of bubbles is for.

    `PUPIL` is a digit of the pupil's number, `POINTS` a digit of the points that the teacher gives.
    """

    ONE = "one"
    SEVERAL = "several"
    DIGIT = "digit"
    POINTS = "points"
    PUPIL = "pupil"


class Bubble(NamedTuple):
    """A circle to fill, by its middle.

    `value` is what it stands for: the index of an option or a response in the author's order, the
    place of an event, from 1, or a character of a number.
    """

    x: float
    y: float
    value: str


class Box(NamedTuple):
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float


class BubbleRow(NamedTuple):
    """A row of bubbles that is one answer.

    `question` is the name of the item and `label` its number on this form; both are empty for the
    pupil's number. `part` is the index of the premise, the event (in their right order) or the
    digit that it answers.
    """

    question: str
    label: str
    part: int
    kind: FieldKind
    bubbles: tuple[Bubble, ...]


class PageLayout(NamedTuple):
    """A page of a sheet. `code` is where its QR code is, `name` where the pupil's name goes."""

    fields: tuple[BubbleRow, ...]
    code: Box
    name: Box


@dataclass(frozen=True, slots=True)
class AnswerSheetLayout:
    """The answer sheet of a form of a worksheet, in one edition.

    `digest` is that of the worksheet, and `radius` that of a bubble, to the middle of its line.
    """

    worksheet: str
    digest: str
    form: str
    edition: str
    width: float
    height: float
    radius: float
    pages: tuple[PageLayout, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """The digest, form and edition, by which the code on a page names its layout."""
        return self.digest, self.form, self.edition

    @property
    def places(self) -> str:
        """Four hexadecimal digits of where all circles are.

        Another paper, font or version of quizgen moves them, and the digest stays.
        """
        circles = [
            f"{one.x:.3f} {one.y:.3f}"
            for p in self.pages
            for row in p.fields
            for one in row.bubbles
        ]
        parts = [f"{self.width:.3f} {self.height:.3f} {self.radius:.3f}", *circles]
        return sha256("\n".join(parts).encode()).hexdigest()[:4]
