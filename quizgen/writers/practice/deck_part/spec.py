"""What ``practice:`` of a deck file asks for."""

from __future__ import annotations

from quizgen.model.assessment import Selection
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Word
from quizgen.model.text import Text
from quizgen.writers.practice.quiz import Packaging


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A section of a page; `title` is None for the only one of a page without sections."""

    title: Text | None
    instructions: Text | None
    selection: Selection
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class QuizSpec:
    """A page as a deck file asks for it, in `forms` forms, shuffled by `seed`.

    `title` is None where the bank's is meant. The passage stands beside the questions where
    `passage` is true; None: where the bank has one.
    """

    name: Word
    title: Text | None
    instructions: Text | None
    parts: tuple[PartSpec, ...]
    forms: int = 1
    seed: str | None = None
    passage: bool | None = None
    glossary: bool = False
    hides_points: bool = False
    has_key: bool = True
    minutes: int | None = None
    packages: tuple[Packaging, ...] = ()
