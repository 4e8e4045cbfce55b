"""A quiz to practise on, as a page shows it."""

from __future__ import annotations

import enum

from quizgen.model.assessment import Worksheet
from quizgen.model.dataclass import dataclass


class Packaging(enum.Enum):
    """A package around the page, for a platform that keeps the score or hands out the page."""

    SCORM = "scorm"
    CARTRIDGE = "common-cartridge"

    @property
    def ending(self) -> str:
        """The end of the package's file name."""
        return "-scorm.zip" if self is Packaging.SCORM else ".imscc"


class KeyPlace(enum.Enum):
    """Whether the page holds its answers."""

    PAGE = "page"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz, or a form of it: the questions of `worksheet`, which is never printed.

    Without `has_key`, the page cannot say what is right, and gives the answers out as a code.
    `minutes` is the time that a clock counts down from; None for no clock.
    """

    worksheet: Worksheet
    has_key: bool = True
    minutes: int | None = None
    packages: tuple[Packaging, ...] = ()

    @property
    def stem(self) -> str:
        """The name of its file without the ending."""
        return quiz_stem(self.worksheet.name, self.worksheet.form)


def quiz_stem(name: str, form: str) -> str:
    """Return the file name, without its ending, of the `form` of the quiz `name`."""
    return f"{name}-{form}" if form else name
