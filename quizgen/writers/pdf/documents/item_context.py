"""Where an item stands across the page, and what its layout takes besides the item."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.documents.form_fields import QuestionFields
from quizgen.writers.pdf.layout.inline_content import BlankLength
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


class ItemColumns(NamedTuple):
    """The columns of a worksheet, in points from the text area's left edge.

    Numbers end at `number`. The items themselves begin at `body` and are `width` wide; what is
    read line by line beside the points, as a stem, is `stem` wide, and what is read below them,
    as options, `below`.
    """

    number: float
    body: float
    width: float
    stem: float
    below: float = 0.0

    @property
    def right(self) -> float:
        """The right edge of the items, where points end."""
        return self.body + self.width


class ItemContext(NamedTuple):
    """What the layout of an item takes besides the item.

    `blank` gives the length of the blank of a gap, in points, and `tag` is the structure element
    that the item's content belongs to. `answers` are the lines of the key to print where pupils
    write: none on the sheets of pupils. `citation` names lines of the passage and may be empty.
    With `hints`, an item's hint stands below it. A sheet that is `fillable` is filled in
    on a screen; `fields` are then those of the item.
    """

    typesetter: Typesetter
    columns: ItemColumns
    blank: BlankLength
    tag: Tag
    answers: Sequence[AnswerLine] = ()
    citation: str = ""
    hints: bool = False
    fillable: bool = False
    fields: QuestionFields | None = None
