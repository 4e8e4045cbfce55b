"""The runs a text is made of.

A run of plain characters is a `str`; anything else says what it is. Runs hold what the
author means, never markup: escaping belongs to the writers.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from quizgen.source import NOWHERE, Span


class Style(enum.IntFlag):
    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    SUBSCRIPT = 8
    SUPERSCRIPT = 16


UNSTYLED = Style(0)


@dataclass(frozen=True, slots=True)
class Styled:
    """Characters with a style, a link target, or both."""

    text: str
    style: Style = UNSTYLED
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the bank's media folder. `name` is relative to that folder."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line; `paragraph` where the author left an empty line."""

    paragraph: bool = False


Run: TypeAlias = str | Styled | Image | Break


class Text(NamedTuple):
    """One author text, parsed. `span` is the whole value in the file it came from."""

    runs: tuple[Run, ...]
    span: Span = NOWHERE

    @property
    def plain(self) -> str:
        """The characters alone: what a reader would say aloud. Images become their alt text."""
        return plain_text(self.runs)

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple(run for run in self.runs if isinstance(run, Image))


def is_blank(text: Text) -> bool:
    """Whether a reader would see nothing: no picture, and no character that leaves a mark."""
    return not any(
        isinstance(run, Image) or any(c.isprintable() and c != " " for c in plain_text((run,)))
        for run in text.runs
    )


def plain_text(runs: Iterable[Run]) -> str:
    parts = []
    for run in runs:
        match run:
            case str():
                parts.append(run)
            case Styled(text=text):
                parts.append(text)
            case Image(alt=alt):
                parts.append(alt)
            case Break():
                parts.append(" ")
    return "".join(parts)
