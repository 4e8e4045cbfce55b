"""A deck file as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from quizgen.model.assessment.print_options import EditionName, Paper
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Difficulty, Interaction, Word
from quizgen.model.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """The criteria by which a part of a deck file chooses items of the bank.

    `banks` are names of folders. An item has to meet every criterion; an empty criterion admits
    every item. `interactions` are classes: what learners do, whatever the names of the types.
    `count` limits the items to the first so many, in the bank's order.
    """

    banks: tuple[Word, ...] = ()
    topics: tuple[Word, ...] = ()
    types: tuple[Word, ...] = ()
    difficulty: tuple[Difficulty, ...] = ()
    tags: tuple[Word, ...] = ()
    ids: tuple[Word, ...] = ()
    interactions: tuple[type[Interaction], ...] = ()
    count: int | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class BlueprintRow:
    """A row of a blueprint: the number of items to take of a selection."""

    selection: Selection
    count: int


@dataclass(frozen=True, slots=True)
class Overrides:
    """The options of a build that count in place of the deck file.

    None and False leave the deck file's value as it is.
    """

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

    `parts` holds each writer's part that the file has, by its key. `is_faulty` says that a part
    or a value of the file could not be read, and is missing here. `banks` are the names of the
    folders of its banks, at least one.
    """

    name: str
    path: Path
    banks: tuple[Word, ...]
    parts: Mapping[str, Any]
    span: Span = NOWHERE
    fonts: tuple[FontFile, ...] = ()
    is_faulty: bool = False
