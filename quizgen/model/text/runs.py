"""The runs of which a text consists.

A run of plain characters is a `str`; every other run has a class of its own. A block, such as a
list, is a run that stands on lines of its own: there is no `Break` beside it, and inside it are
runs again. Runs hold the author's characters, never markup: escaping belongs to the writers.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
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


class PictureWidth(NamedTuple):
    """How wide its author wants a picture: `amount` in per cent of the line, or millimetres."""

    amount: float
    is_share: bool

    @property
    def css(self) -> str:
        """The width as CSS writes it."""
        return f"{self.amount:g}{'%' if self.is_share else 'mm'}"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the bank's media folder. `name` is relative to that folder.

    `width` is None for as wide as its pixels. With `is_beside`, paper sets it beside the text
    that it belongs to, not within.
    """

    name: str
    alt: str
    width: PictureWidth | None = None
    is_beside: bool = False


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


class Align(enum.Enum):
    """Where the lines of a column of a table stand."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. `start` is the number of its first item, None for a list with bullets."""

    items: tuple[tuple[Run, ...], ...]
    start: int | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands before each item: a number with its point, or a bullet."""
        if self.start is None:
            return ("•",) * len(self.items)
        return tuple(f"{number}." for number in range(self.start, self.start + len(self.items)))


class Cell(NamedTuple):
    """A cell of a table."""

    runs: tuple[Run, ...]
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns, and rows with a cell for each of them."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def has_head(self) -> bool:
        """Whether any column has a head: Markdown takes a row of empty heads for none."""
        return any(cell.runs for cell in self.head)


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines whose spaces count, set in type of one width. `text` has no newline at its end."""

    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Paragraphs and blocks that are quoted."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Markup of blocks that the texts of a question do not hold; `what` names it for a message.

    The reader reports it. `runs` are its words.
    """

    what: str
    runs: tuple[Run, ...] = ()


Block: TypeAlias = ListBlock | Table | CodeBlock | Quotation | Refused

BLOCKS = (ListBlock, Table, CodeBlock, Quotation, Refused)
"""The classes of blocks, for `isinstance`."""

InlineRun: TypeAlias = str | Styled | Image | Sound | Break | Math
Run: TypeAlias = InlineRun | Block


class Text(NamedTuple):
    """An author's text, parsed. `span` is that of the whole value in its file."""

    runs: tuple[Run, ...]
    span: Span = NOWHERE

    @property
    def plain(self) -> str:
        """The characters of the text; of images the alternative text, of formulas the TeX."""
        runs = self.runs
        if len(runs) == 1 and isinstance(runs[0], str):  # as most texts are
            return runs[0]
        return plain_text(runs)

    @property
    def images(self) -> tuple[Image, ...]:
        """The images of the text, those inside blocks among them."""
        return tuple(run for run in inline_runs(self.runs) if isinstance(run, Image))

    @property
    def has_blocks(self) -> bool:
        """Whether a block is among the runs: the text does not stand on one line."""
        return any(isinstance(run, BLOCKS) for run in self.runs)


def is_blank(text: Text) -> bool:
    """Return whether `text` shows nothing: no image, sound or formula, and no visible character."""
    return not any(
        isinstance(run, Image | Sound | Math)
        or any(c.isprintable() and c != " " for c in plain_text((run,)))
        for run in inline_runs(text.runs)
    )


def parts_of(block: Block) -> Iterator[tuple[Run, ...]]:
    """Yield the texts inside `block` in the order in which they are read; none for code."""
    match block:
        case ListBlock(items=items):
            yield from items
        case Table(head=head, rows=rows):
            for row in (head, *rows):
                yield from (cell.runs for cell in row)
        case Quotation(runs=runs) | Refused(runs=runs):
            yield runs
        case CodeBlock():
            pass


def run_sequences(runs: Sequence[Run]) -> Iterator[Sequence[Run]]:
    """Yield `runs`, and then all runs inside blocks: each time those that follow each other.

    The lines of a block of code are one run, with the style of code.
    """
    if len(runs) == 1 and isinstance(runs[0], str):  # as most texts are
        return iter((runs,))
    return _run_sequences(runs)


def _run_sequences(runs: Sequence[Run]) -> Iterator[Sequence[Run]]:
    yield runs
    for run in runs:
        if isinstance(run, CodeBlock):
            yield (Styled(run.text, Style.CODE),)
        elif isinstance(run, BLOCKS):
            for part in parts_of(run):
                yield from run_sequences(part)


def inline_runs(runs: Sequence[Run]) -> Iterator[InlineRun]:
    """Yield those of `runs` that stand in a line, those inside blocks among them."""
    if len(runs) == 1 and isinstance(first := runs[0], str):  # as most texts are
        return iter((first,))
    return _inline_runs(runs)


def _inline_runs(runs: Sequence[Run]) -> Iterator[InlineRun]:
    for sequence in run_sequences(runs):
        for run in sequence:
            if not isinstance(run, BLOCKS):
                yield run


def plain_text(runs: Iterable[Run]) -> str:
    """Return the characters of `runs`; of images the alternative text, of formulas the TeX.

    Of sounds, the description or else the name. Blocks, and the parts of one, have a space
    between them.
    """
    parts: list[str] = []
    after_block = False
    for run in runs:
        is_block = isinstance(run, BLOCKS)
        if parts and (is_block or after_block):
            parts.append(" ")
        after_block = is_block
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
            case CodeBlock(text=text):
                parts.append(text)
            case ListBlock() | Table() | Quotation() | Refused():
                parts.append(" ".join(filter(None, map(plain_text, parts_of(run)))))
    return "".join(parts)
