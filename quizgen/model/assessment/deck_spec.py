"""What a deck file asks for, as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen.model.assessment.print_options import EditionName, Paper
from quizgen.model.item import Difficulty, Word
from quizgen.model.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items: those that meet every criterion given; an empty one does not restrict.

    `count` takes the first so many, in the bank's order.
    """

    topics: tuple[Word, ...] = ()
    types: tuple[Word, ...] = ()
    difficulty: tuple[Difficulty, ...] = ()
    tags: tuple[Word, ...] = ()
    ids: tuple[Word, ...] = ()
    count: int | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class BlueprintRow:
    """So many items of one kind."""

    selection: Selection
    count: int


@dataclass(frozen=True, slots=True)
class Overrides:
    """What whoever builds says in place of the deck file; None and False leave it as it is."""

    forms: int | None = None
    seed: str | None = None
    paper: Paper | None = None
    editions: tuple[EditionName, ...] | None = None
    columns: int | None = None
    teacher: bool = False


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file that a deck file names, read into memory."""

    path: Path
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A file of ``decks/`` as read; `name` is the file's name without its ending.

    `parts` holds, by its key in the file, what each part of a writer asks for; a part that
    the file does not have is not there. `is_faulty`: something in the file could not be read,
    and is not here.
    """

    name: str
    path: Path
    bank: Word
    parts: Mapping[str, Any]
    span: Span = NOWHERE
    fonts: tuple[FontFile, ...] = ()
    is_faulty: bool = False
