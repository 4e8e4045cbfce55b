"""The runs of which a text consists.

A run of plain characters is a `str`; every other run has a class of its own. Runs hold the
author's characters, never markup: escaping belongs to the writers.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from quizgen.model.source import NOWHERE, Span


class Style(enum.IntFlag):
    """The style of characters, a set of flags."""

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


SOUND_SUFFIXES = (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac")
"""The ends of names of sound files that Anki plays, at least on a computer and in AnkiDroid."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound of the bank's media folder, to be played. `alt` may be empty."""

    name: str
    alt: str

    @property
    def label(self) -> str:
        """The words for the sound where it cannot be played: its description, else its name."""
        return self.alt.strip() or self.name


@dataclass(frozen=True, slots=True)
class Break:
    """A line break; with `paragraph`, the break between two paragraphs."""

    paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Math:
    """A formula in TeX, without the dollars; with `display`, on a line of its own."""

    tex: str
    display: bool = False


Run: TypeAlias = str | Styled | Image | Sound | Break | Math


class Text(NamedTuple):
    """An author's text, parsed. `span` is that of the whole value in its file."""

    runs: tuple[Run, ...]
    span: Span = NOWHERE

    @property
    def plain(self) -> str:
        """The characters of the text; of images the alternative text, of formulas the TeX."""
        return plain_text(self.runs)

    @property
    def images(self) -> tuple[Image, ...]:
        """The images among the runs."""
        return tuple(run for run in self.runs if isinstance(run, Image))


def is_blank(text: Text) -> bool:
    """Return whether `text` shows nothing: no image, sound or formula, and no visible character."""
    return not any(
        isinstance(run, Image | Sound | Math)
        or any(c.isprintable() and c != " " for c in plain_text((run,)))
        for run in text.runs
    )


def plain_text(runs: Iterable[Run]) -> str:
    """Return the characters of `runs`; of images the alternative text, of formulas the TeX.

    Of sounds, the description or else the name.
    """
    parts = []
    for run in runs:
        match run:
            case str():
                parts.append(run)
            case Styled(text=text):
                parts.append(text)
            case Image(alt=alt):
                parts.append(alt)
            case Sound(label=label):
                parts.append(label)
            case Math(tex=tex):
                parts.append(tex)
            case Break():
                parts.append(" ")
    return "".join(parts)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Return `runs` without empty runs, and with neighbours of the same style joined."""
    joined_runs: list[Run] = []
    for run in runs:
        append_run(joined_runs, run)
    return joined_runs


def append_run(runs: list[Run], run: Run) -> None:
    """Add `run` to `runs`, joined with the last of them if both have the same style and link.

    An empty run is not added.
    """
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
