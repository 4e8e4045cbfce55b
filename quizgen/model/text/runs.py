"""The runs a text is made of.

A run of plain characters is a `str`; anything else says what it is. Runs hold what the
author means, never markup: escaping belongs to the writers.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from quizgen.model.source import NOWHERE, Span


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


@dataclass(frozen=True, slots=True)
class Math:
    """A formula in TeX, without the dollars; `display` where it has a line of its own."""

    tex: str
    display: bool = False


Run: TypeAlias = str | Styled | Image | Break | Math


class Text(NamedTuple):
    """One author text, parsed. `span` is the whole value in the file it came from."""

    runs: tuple[Run, ...]
    span: Span = NOWHERE

    @property
    def plain(self) -> str:
        """The characters alone: what a reader would say aloud.

        Images become their alt text, formulas their TeX.
        """
        return plain_text(self.runs)

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple(run for run in self.runs if isinstance(run, Image))


def is_blank(text: Text) -> bool:
    """Whether a reader would see nothing: no picture or formula, no character that marks."""
    return not any(
        isinstance(run, Image | Math)
        or any(c.isprintable() and c != " " for c in plain_text((run,)))
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
            case Math(tex=tex):
                parts.append(tex)
            case Break():
                parts.append(" ")
    return "".join(parts)


def joined(runs: Iterable[Run]) -> list[Run]:
    """`runs` with neighbours that look the same as one, and without empty ones."""
    result: list[Run] = []
    for run in runs:
        append_run(result, run)
    return result


def append_run(runs: list[Run], run: Run) -> None:
    """Add `run`, joined with the one before where the two look the same."""
    last = runs[-1] if runs else None
    match last, run:
        case _, ("" | Styled(text="")):
            return
        case str(), str():
            runs[-1] = last + run
        case Styled(), Styled() if (last.style, last.link) == (run.style, run.link):
            runs[-1] = Styled(last.text + run.text, run.style, run.link)
        case _:
            runs.append(run)
