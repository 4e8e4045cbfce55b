"""The blocks of a worksheet or a key."""

from __future__ import annotations

import enum
from typing import NamedTuple, TypeAlias

from quizgen.model.text import Run

BLANK = "________"
"""A place to write a word."""


def letter(place: int) -> str:
    """Return the letter of the line at `place`, from 0, as Word counts them: A to Z, then AA."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place % 26] * (place // 26 + 1)


class ListMark(enum.Enum):
    """What stands before each line of a list: a letter, a box to tick, or a place to write."""

    LETTER = "letter"
    BOX = "box"
    BLANK = "blank"


class SheetTitle(NamedTuple):
    """A heading; that of the sheet has level 0, that of a topic 1."""

    runs: tuple[Run, ...]
    level: int


class SheetNote(NamedTuple):
    """A paragraph; a `quiet` one is about the answer."""

    runs: tuple[Run, ...]
    quiet: bool = False


class SheetList(NamedTuple):
    """Lines that belong together, such as options."""

    lines: tuple[tuple[Run, ...], ...]
    mark: ListMark


class SheetRules(NamedTuple):
    """Lines to write on."""

    lines: int


class SheetGrid(NamedTuple):
    """A table with `head` over its columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


InsideBlock: TypeAlias = SheetNote | SheetList | SheetRules | SheetGrid


class SheetQuestion(NamedTuple):
    """A question with its number, and the blocks that stand inside of it."""

    number: int
    runs: tuple[Run, ...]
    inside: tuple[InsideBlock, ...]


SheetBlock: TypeAlias = SheetTitle | SheetNote | SheetQuestion
