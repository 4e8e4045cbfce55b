"""The space that paper leaves for an answer by hand."""

from __future__ import annotations

import enum

from quizgen.model.named_tuple import NamedTuple


class SpaceKind(enum.Enum):
    """What the space looks like: ruled, framed, squared as for sums, or empty."""

    LINES = "lines"
    BOX = "box"
    SQUARES = "squares"
    BLANK = "blank"


class AnswerSpace(NamedTuple):
    """The space for an answer, as its author wants it.

    It is as high as so many `lines`, or `height` millimetres; None for what is usual.
    """

    kind: SpaceKind = SpaceKind.LINES
    lines: int | None = None
    height: float | None = None

    @property
    def is_for_drawing(self) -> bool:
        """Whether it takes what cannot be typed."""
        return self.kind in (SpaceKind.SQUARES, SpaceKind.BLANK)


USUAL_SPACE = AnswerSpace()
"""Lines to write on, as many as is usual for the type of question."""
