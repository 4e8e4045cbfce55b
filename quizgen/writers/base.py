"""What every writer takes and gives."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from quizgen.model.assessment import Assessment, DeckFile, Logo, Overrides
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Word
from quizgen.model.ledger import DeckLedger, Ledger
from quizgen.model.loss import Loss
from quizgen.readers.keys import Key


class Place(enum.Enum):
    """Where a file belongs: in the deck's output folder, beside the deck file, or in the bank."""

    OUTPUT = "output"
    BESIDE_DECK = "beside deck"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be saved: its path below its place, and its bytes, or what renders them.

    Without a `source` it is a file that must not be there any more. `inputs` are the values
    that its bytes depend on, all of them: while they and quizgen are the same, the file need
    not be rendered again. Without any, it is rendered each time. `ledger` is what the file says,
    where it is a bank's ledger: the next deck file of the bank goes on from there. `losses` are
    what the file's format cannot say of the items in it; they are told at every build.
    """

    path: PurePosixPath
    source: bytes | Callable[[], bytes] | None = field(repr=False)
    place: Place = Place.OUTPUT
    inputs: tuple[object, ...] = field(default=(), repr=False)
    ledger: Ledger | None = field(default=None, repr=False)
    losses: tuple[Loss, ...] = ()

    @classmethod
    def rendered(
        cls,
        path: str,
        render: Callable[..., bytes],
        *inputs: object,
        known: Iterable[object] = (),
    ) -> Artifact:
        """Return the file that `render` makes of the values `inputs`.

        Beside them it depends on what is `known` to it already, and on nothing else. A picture
        that a text among them shows counts with its content.
        """
        made = partial(render, *inputs)
        return cls(PurePosixPath(path), made, inputs=(*inputs, *known))

    @property
    def content(self) -> bytes | None:
        """The file's bytes, rendered anew each time."""
        return self.source() if callable(self.source) else self.source


@dataclass(frozen=True, slots=True)
class Context:
    """What a writer may know besides the assessment.

    `built` is the build's time in whole seconds since 1970 (UTC); no writer looks at a clock.
    `ledger` is the bank's as the last build left it, `deck_ledger` what packages of the deck
    file have handed out. `held` are the identities of items that other deck files of the
    project hold, `resent` of those whose notes are to be sent again unchanged. Findings that
    only a writer can make (a character no font has) go to `report`. `machine_fonts` lists the
    machine's font files; it is called only for a text with characters that quizgen's and the
    deck file's lack.
    """

    built: int
    report: Report
    ledger: Ledger = field(default_factory=Ledger)
    deck_ledger: DeckLedger = field(default_factory=DeckLedger)
    held: frozenset[str] = frozenset()
    resent: frozenset[str] = frozenset()
    machine_fonts: Callable[[], Iterable[Path]] = tuple


S = TypeVar("S")
P = TypeVar("P")


def _as_it_is(spec: S, overrides: Overrides) -> S:
    return spec


@dataclass(frozen=True, slots=True)
class DeckPart(Generic[S, P]):
    """A part of deck files: a key, how it is read, and what it comes to.

    `key` reads what an author asks for, a spec. `assemble` makes of the spec and a bank what
    the writer writes from. `noun` stands in messages: "this deck file asks for no `noun`".
    `override` gives the spec with what a build's options say in its place, `file_names` the
    names that the spec gives to files, each with the files, and `pictures` those that the spec
    shows beside the items'. What the part comes to is false where there is nothing to write.
    """

    key: Key[S]
    noun: str
    assemble: Callable[[S, Bank, Report], P]
    override: Callable[[S, Overrides], S] = _as_it_is
    file_names: Callable[[S], Iterable[tuple[Word, Iterable[str]]]] = lambda spec: ()
    pictures: Callable[[S], Iterable[Logo]] = lambda spec: ()

    @property
    def name(self) -> str:
        """The part's key in a deck file."""
        return self.key.name

    def spec_in(self, deck: DeckFile) -> S | None:
        """Return what `deck` asks of this part; None for nothing."""
        return deck.parts.get(self.name)

    def of(self, assessment: Assessment) -> P | None:
        """Return what this part of `assessment` comes to; None where nothing was asked for."""
        return assessment.parts.get(self.name)


Write: TypeAlias = Callable[[Assessment, Context], Iterator[Artifact]]


class Writer(NamedTuple):
    """A format, and the `parts` of deck files that ask for it.

    `write` yields artifacts one by one, so that progress can be shown between, and renders
    none that was not asked for its content. What it reports itself is told at every build; a
    file that has something to report while it is rendered is rendered at every build.
    """

    name: str
    write: Write
    parts: tuple[DeckPart[Any, Any], ...]

    def is_requested(self, assessment: Assessment) -> bool:
        """Return whether `assessment` has anything for this writer."""
        return any(part.of(assessment) for part in self.parts)
