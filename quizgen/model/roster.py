"""The pupils that named sheets are printed for."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from quizgen.model.dataclass import dataclass
from quizgen.model.hashes import sha256
from quizgen.model.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil of a roster; what the roster does not say is empty.

    `class_name` is the class or course, and `form` the letter of the form that the pupil gets.
    `span` is the pupil's line, or the row of a sheet.
    """

    name: str
    id: str = ""
    class_name: str = ""
    form: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def key(self) -> str:
        """What stands for the pupil where no name is to be read: the id, or else a digest.

        The digest is one of name and class, so it stays when lines of the roster change places.
        """
        text = f"{self.class_name}\n{self.name}"
        return self.id or "~" + sha256(text.encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Roster:
    """The pupils of the roster at `path`, in its order."""

    path: Path
    pupils: tuple[Pupil, ...]
